import * as z from "zod";
import { link } from "../../../utils/schema-values.js";
import { isDate } from "../dates.js";

// The fields of RenderCV. YAML has null for a field without a value, which counts as missing.
// https://docs.rendercv.com/user_guide/yaml_input_structure/cv/

/** A text; YAML reads some as numbers. */
const text = z.union([z.string(), z.number().transform(String)]);

const texts = z.array(text);

/** One value or several. */
const oneOrMore = <S extends z.ZodType>(value: S) =>
  z.union([value, z.array(value)]).transform((values) => [values].flat() as z.output<S>[]);

const email = z.email({ error: 'must be an e-mail address such as "me@example.org"' });

const webUrl = z.string().refine((value) => /^https?:\/\//i.test(value) && URL.canParse(value), {
  error: 'must be a full URL such as "https://example.org/"',
});

const date = z
  .union([z.string(), z.int()])
  .transform(String)
  .refine(isDate, { error: 'must be a date such as "2014", "2014-06" or "2014-06-29"' });

const endDate = z
  .union([z.string(), z.int()])
  .transform(String)
  .refine((value) => value === "present" || isDate(value), {
    error: 'must be a date such as "2014", "2014-06" or "2014-06-29", or "present"',
  });

/** The person and their sections: the root `cv` of the file. Its sections are validated by entry. */
export const renderCv = z.object({
  name: text.nullish(),
  headline: text.nullish(),
  /** The former name of `headline`. */
  label: text.nullish(),
  location: text.nullish(),
  email: oneOrMore(email).nullish(),
  phone: oneOrMore(text).nullish(),
  website: oneOrMore(webUrl).nullish(),
  photo: text.nullish(),
  social_networks: z.array(z.object({ network: text, username: text })).nullish(),
  custom_connections: z
    .array(z.object({ placeholder: text, url: link.nullish(), fontawesome_icon: text.nullish() }))
    .nullish(),
  sections: z.record(z.string(), z.array(z.unknown()).nullable()).nullish(),
});

/** The person of a RenderCV file, without the sections. */
export type RenderCvPerson = Omit<z.output<typeof renderCv>, "sections">;

/** Names under which RenderCV keeps other settings, in addition to `cv`. */
export const otherRoots = ["design", "locale", "settings", "locale_catalog", "rendercv_settings"];

const dated = {
  /** Any text; takes precedence over start and end. */
  date: text.nullish(),
};

const described = {
  ...dated,
  start_date: date.nullish(),
  end_date: endDate.nullish(),
  location: text.nullish(),
  summary: text.nullish(),
  highlights: z.array(z.union([text, z.object({ content: text })])).nullish(),
};

/** Fields that any entry may have: marks by which RenderCV chooses entries, and a link of the title. */
const common = { tags: z.unknown().optional(), url: webUrl.nullish() };

/** The types of entries, in the order in which RenderCV looks for the fields that only they have. */
export const entryTypes = {
  OneLineEntry: z.object({ label: text, details: text, ...common }),
  ExperienceEntry: z.object({ company: text, position: text, ...described, ...common }),
  EducationEntry: z.object({
    institution: text,
    area: text,
    degree: text.nullish(),
    grade: text.nullish(),
    ...described,
    ...common,
  }),
  PublicationEntry: z.object({
    title: text,
    authors: texts,
    summary: text.nullish(),
    doi: text.nullish(),
    journal: text.nullish(),
    ...dated,
    ...common,
  }),
  BulletEntry: z.object({ bullet: text, ...common }),
  NumberedEntry: z.object({ number: text, ...common }),
  ReversedNumberedEntry: z.object({ reversed_number: text, ...common }),
  TextEntry: z.object({ content: text, ...common }),
  NormalEntry: z.object({ name: text, ...described, ...common }),
} as const;

/** The name of a type of entries. */
export type EntryTypeName = keyof typeof entryTypes;

/** The fields by which a type of entries is recognized: those that no other type has. */
export const ownFields: Readonly<Record<EntryTypeName, readonly string[]>> = {
  OneLineEntry: ["label", "details"],
  ExperienceEntry: ["company", "position"],
  EducationEntry: ["institution", "area", "degree"],
  PublicationEntry: ["title", "authors", "doi", "journal"],
  BulletEntry: ["bullet"],
  NumberedEntry: ["number"],
  ReversedNumberedEntry: ["reversed_number"],
  TextEntry: ["content"],
  NormalEntry: ["name"],
};

/** A validated entry with its type and its path in the file. */
export type RenderCvEntry = {
  [Name in EntryTypeName]: { type: Name; value: z.output<(typeof entryTypes)[Name]>; path: PropertyKey[] };
}[EntryTypeName];

/** A section with its entries. */
export interface RenderCvSection {
  /** Its name for the options, unique in the file: `selected_talks` or `Selected talks` is `selected-talks`. */
  id: string;
  title: string;
  entries: RenderCvEntry[];
}
