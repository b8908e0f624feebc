import * as z from "zod";
import { type HomePartName, homePart, homePartNames } from "../../options/home.js";
import { heading } from "../../options/sections.js";
import { type Selection, selectionSchema } from "../../publications/index.js";
import { IndigoError } from "../../utils/errors.js";
import { isRecord } from "../../utils/records.js";
import { text } from "../../utils/schema-values.js";
import { type Subject, validate } from "../../utils/validate.js";

const common = { part: z.string(), title: heading.optional() };

const limit = z.int().min(1, { error: "must be a whole number from 1 on" }).optional();

const textPart = z.strictObject(common);

const posts = z.strictObject({
  ...common,

  /** The largest number of posts. @default 5 */
  limit,

  /** Only posts with this tag. */
  tag: text.optional(),

  /** Only posts of this category; without it, the posts of the blog. */
  category: text.optional(),
});

/** The fields of a selection of publications. The part's own heading sets the level of those within it. */
const publications = z.strictObject({ ...common, ...selectionSchema.omit({ heading: true }).shape });

const section = z.strictObject({
  ...common,

  /** The largest number of entries. @default that of the section */
  limit,

  /** Only entries of this group, by its heading or its id. */
  group: text.optional(),

  /** Only entries that are connected to this person, project or publication, by id. */
  person: text.optional(),
  project: text.optional(),
  publication: text.optional(),
});

/** The fields of the parts that are no sections; all sections have the same. */
const schemas: Partial<Record<HomePartName, z.ZodType>> = {
  text: textPart,
  posts,
  publications,
  selected: publications.omit({ selected: true }),
};

/** The fields of a part, without those that it shares with all others. */
type Fields<S extends z.ZodType> = Omit<z.output<S>, keyof typeof common>;

/** The fields of `posts`. */
export type PostsFields = Fields<typeof posts>;

/** The fields of a section. */
export type SectionFields = Fields<typeof section>;

/** A valid part of a home page. */
export interface HomePart {
  name: HomePartName;
  title: z.output<typeof heading> | undefined;
  /** Its other fields, by the schema of its name. */
  fields: PostsFields | SectionFields | Selection;
  /** Where it is written, for messages: `option "home[2]" in eleventy.config.js`. */
  where: string;
}

/** Where the parts of a home page are written. */
export interface HomeSource {
  /** What messages call a value: `option`, `field`. */
  noun: string;
  /** The name of the list: `home`, `languages.fr.home`. */
  name: string;
  /** Returns the place of the part at an index, for messages: `index.md:5`. */
  place(index: number): string;
}

/**
 * Reads the parts of a home page.
 *
 * @returns The valid parts, and the problems of the others.
 */
export function readParts(
  written: readonly unknown[],
  source: HomeSource,
): { parts: HomePart[]; problems: string[] } {
  const parts: HomePart[] = [];
  const problems: string[] = [];
  for (const [index, value] of written.entries()) {
    try {
      const part = readPart(value, index, source);
      if (part.name === "text" && parts.some(({ name }) => name === "text"))
        problems.push(`${part.where} is "text" again, which stands once.`);
      else parts.push(part);
    } catch (error) {
      if (!(error instanceof IndigoError)) throw error;
      problems.push(...error.problems);
    }
  }
  return { parts, problems };
}

/** @throws IndigoError for an unknown part or field, and an invalid value. */
function readPart(written: unknown, index: number, { noun, name: list, place }: HomeSource): HomePart {
  const key = `${list}[${index}]`;
  const where = `${noun} "${key}" in ${place(index)}`;
  // Under its key, which messages show.
  const read = <S extends z.ZodType>(schema: S, value: unknown): z.output<S> => {
    const subject: Subject = { noun, place: () => place(index) };
    return validate(z.object({ [key]: schema }), { [key]: value }, subject)[key] as z.output<S>;
  };
  const part = read(homePart, written);
  if (typeof part === "string") return { name: part, title: undefined, fields: {}, where };
  const { part: name } = part;
  const { part: _, title, ...fields } = read(schemas[name] ?? section, part) as z.output<typeof section>;
  return { name, title, fields, where };
}

/** Returns whether front matter has the form of a list of parts; data of other themes may have the same name. */
export const isPartList = (value: unknown): value is unknown[] =>
  Array.isArray(value) && value.every((part) => typeof part === "string" || typeof part === "object");

/** Returns whether a value is a list that names one of the parts. */
export const hasKnownPart = (value: unknown): boolean =>
  isPartList(value) &&
  value.some((part) => homePartNames.some((name) => name === (isRecord(part) ? part.part : part)));

/** The names of all parts, for messages. */
export const knownParts = homePartNames.join(", ");
