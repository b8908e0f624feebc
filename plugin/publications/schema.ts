import * as z from "zod";
import { link, text } from "../utils/schema-values.js";
import { fieldSchemas } from "./fields.js";
import { personName } from "./people/person-name.js";

/**
 * What a work can be, as CSL names it.
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

/** A year as authors write it: a number, or a text of four digits. */
export const year = z
  .union([z.number(), z.string()], { error: yearExpected })
  .transform(Number)
  .refine((value) => Number.isInteger(value) && value >= 1000 && value <= 9999, { error: yearExpected });

export const publicationLink = z.strictObject({
  /** The words of the link. @example "Paper" */
  label: text,

  /** Where it leads. */
  url: link,

  /** Words before the link, which are no part of it. @example "Mentioned in" */
  text: text.optional(),
});

const facts = {
  /** Title of the work. */
  title: text,

  /** Where it appeared, without the year. @example "NeurIPS" */
  venue: text,

  /** Year in which it appeared. */
  year,

  /** Its authors, in order, as texts or in parts. A list without authors is fine. */
  authors: z.array(z.union([text, personName])),

  /** Its editors, likewise. */
  editors: z.array(z.union([text, personName])),

  /** Kind of work, as CSL names it. @default "document" */
  type: z.enum(publicationTypes),

  /** Whether it is among the few that `{% publications "selected" %}` lists. @default false */
  selected: z.boolean(),

  /** Where to read or use it. @default [] */
  links: z.array(publicationLink),

  ...fieldSchemas,
};

/** A publication that a page describes itself, without a name to call it by. */
export const looseItem = z.strictObject({
  ...facts,
  authors: facts.authors.default([]),
  editors: facts.editors.default([]),
  type: facts.type.default("document"),
  selected: facts.selected.default(false),
  links: facts.links.default([]),
});

/** Name by which pages call it, as in `{% publication "lora" %}`. */
const id = text;

/** An entry of `publications.yaml` or `.json`. */
export const publicationItem = looseItem.extend({ id });

/** What `publications.yaml` says of an entry of a .bib file: any field, in addition. */
export const publicationAddition = z.strictObject(facts).partial().extend({ id });

/** Other values for some fields of a publication. */
export const publicationChanges = z.strictObject(facts).partial();
