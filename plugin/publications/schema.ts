import * as z from "zod";
import { file, link, text } from "../utils/schema-values.js";
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

/** Text, or a number for it. */
const short = z
  .union([z.string(), z.number()], { error: "must be text or a number" })
  .transform(String)
  .pipe(text);

/** A file of the site, or a full address: `x.pdf` is looked for where al-folio and its like keep such files. */
const fileOrLink = z.union([file, link]);

/** What belongs to a work beside its title, venue and year; none is required. */
export const details = {
  /** Month in which it appeared. @example 5 */
  month: z.int().min(1).max(12).optional(),

  /** Day of that month. */
  day: z.int().min(1).max(31).optional(),

  /** What stands in place of a year that is not known yet. @example "in press" */
  status: text.optional(),

  /** @example 14 */
  volume: short.optional(),

  issue: short.optional(),

  /** @example 834 */
  firstPage: short.optional(),

  lastPage: short.optional(),

  publisher: text.optional(),

  /** Where a thesis or report was made. */
  institution: text.optional(),

  /** @example "10.1109/TSC.2018.2841868" */
  doi: text.optional(),

  /** Its page at the publisher's. */
  url: link.optional(),

  isbn: text.optional(),

  /** Its number at arXiv. @example "2106.09685" */
  arxiv: text.optional(),

  /** Its number in another archive. */
  eprint: text.optional(),

  /** Its number in PubMed. */
  pmid: short.optional(),

  abstract: text.optional(),

  keywords: z.array(text).optional(),

  /** What it was given, or the whole text on it. @example "Best paper" */
  award: text.optional(),

  /** Name of the award, for a badge, where `award` is a longer text. */
  awardName: text.optional(),

  /** Short name of the venue, for a badge. @example "NeurIPS" */
  abbr: text.optional(),

  /** More to say in its entry. */
  additionalInfo: text.optional(),

  /** A remark on it, or on its authors. */
  annotation: text.optional(),

  /** Its number at Altmetric, or `true` to find it by its DOI. */
  altmetric: z.union([z.boolean(), short]).optional(),

  /** `true` to link Dimensions, by its DOI. */
  dimensions: z.union([z.boolean(), short]).optional(),

  /** Its number at Google Scholar. */
  googleScholarId: text.optional(),

  /** Its number at INSPIRE. */
  inspirehepId: short.optional(),

  /** Whether its BibTeX is shown. */
  bibtexShow: z.boolean().optional(),

  /** A picture of it. */
  preview: fileOrLink.optional(),

  pdf: fileOrLink.optional(),

  /** A page on it. */
  html: fileOrLink.optional(),

  code: link.optional(),

  video: link.optional(),

  slides: fileOrLink.optional(),

  poster: fileOrLink.optional(),

  /** Supplementary material. */
  supp: fileOrLink.optional(),

  blog: link.optional(),

  website: link.optional(),
};

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

  ...details,
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
