import * as z from "zod";
import { text } from "../utils/schema-values.js";
import { fieldSchemas, oneLink } from "./fields.js";
import { personName } from "./people/person-name.js";

/**
 * The types of CSL.
 *
 * @see https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types
 */
export const publicationTypes = [
  "article",
  "article-journal",
  "article-magazine",
  "article-newspaper",
  "bill",
  "book",
  "broadcast",
  "chapter",
  "classic",
  "collection",
  "dataset",
  "document",
  "entry",
  "entry-dictionary",
  "entry-encyclopedia",
  "event",
  "figure",
  "graphic",
  "hearing",
  "interview",
  "legal_case",
  "legislation",
  "manuscript",
  "map",
  "motion_picture",
  "musical_score",
  "pamphlet",
  "paper-conference",
  "patent",
  "performance",
  "periodical",
  "personal_communication",
  "post",
  "post-weblog",
  "regulation",
  "report",
  "review",
  "review-book",
  "software",
  "song",
  "speech",
  "standard",
  "thesis",
  "treaty",
  "webpage",
] as const;

const yearExpected = "must be a year such as 2022";

/** A year: a number, or a text of four digits. */
export const year = z
  .union([z.number(), z.string()], { error: yearExpected })
  .transform(Number)
  .refine((value) => Number.isInteger(value) && value >= 1000 && value <= 9999, { error: yearExpected });

/** A link of a publication, in its list `links`. */
export const publicationLink = z.strictObject({
  /** Text of the link. @example "Paper" */
  label: text,

  /** URL of the link. */
  url: oneLink,

  /** Text before the link. @example "Mentioned in" */
  text: text.optional(),
});

const facts = {
  /** Title of the work. */
  title: text,

  /** Journal, conference or other venue, without the year. @example "NeurIPS" */
  venue: text,

  /** Year of publication. */
  year,

  /** Authors in order, each as text or in parts. May be empty. */
  authors: z.array(z.union([text, personName])),

  /** Editors in order, each as text or in parts. */
  editors: z.array(z.union([text, personName])),

  /** CSL type of the work. @default "document" */
  type: z.enum(publicationTypes),

  /** Whether `{% publications "selected" %}` lists it. @default false */
  selected: z.boolean(),

  /** Additional links. @default [] */
  links: z.array(publicationLink),

  ...fieldSchemas,
};

/** A publication that a page passes to `{% publication %}` as an object; it has no id. */
export const looseItem = z.strictObject({
  ...facts,
  authors: facts.authors.default([]),
  editors: facts.editors.default([]),
  type: facts.type.default("document"),
  selected: facts.selected.default(false),
  links: facts.links.default([]),
});

/** Id, for pages: `{% publication "lora" %}`. */
const id = text;

/** An entry of `publications.yaml` or `.json`. */
export const publicationItem = looseItem.extend({ id });

/** What can be shown of such an entry, although it lacks required fields. */
export const shownItem = publicationItem.extend({ venue: text.default(""), year: year.optional() });

/** An entry of `publications.yaml` that adds fields to an entry of a .bib file. */
export const publicationAddition = z.strictObject(facts).partial().extend({ id });

/** The named arguments of `{% publication "lora", … %}`: other values for fields. */
export const publicationChanges = z.strictObject(facts).partial();
