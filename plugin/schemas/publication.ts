import { z } from "zod";
import { link, text } from "./values.js";

/**
 * What a work can be, as CSL names it.
 *
 * @see https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types
 */
const types = [
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

const publicationLink = z.strictObject({
  /** The words of the link. @example "Paper" */
  label: text,

  /** Where it leads. */
  url: link,

  /** Words before the link, which are no part of it. @example "Mentioned in" */
  text: text.optional(),
});

/** A publication that a page describes itself, without a name to call it by. */
export const looseItem = z.strictObject({
  /** Title of the work. */
  title: text,

  /** Its authors, in order. A list without authors is fine. */
  authors: z.array(text).default([]),

  /** Where it appeared, without the year. @example "NeurIPS" */
  venue: text,

  /** Year in which it appeared. */
  year: z
    .union([z.number(), z.string()], { error: yearExpected })
    .transform(Number)
    .refine((year) => Number.isInteger(year) && year >= 1000 && year <= 9999, { error: yearExpected }),

  /** Kind of work, as CSL names it. @default "document" */
  type: z.enum(types).default("document"),

  /** Whether it is among the few that `{% publications "selected" %}` lists. @default false */
  selected: z.boolean().default(false),

  /** Where to read or use it. @default [] */
  links: z.array(publicationLink).default([]),
});

/** An entry of `publications.yaml` or `.json`. */
export const publicationItem = looseItem.extend({
  /** Name by which pages call it, as in `{% publication "lora" %}`. */
  id: text,
});

/** A publication as its templates see it. */
export interface Publication extends z.output<typeof looseItem> {
  id?: string;
  /** Venue and year as one line: `NeurIPS 2021`. */
  venueLine: string;
}

/** Adds to a checked entry what its templates need. */
export function publication(item: z.output<typeof looseItem> & { id?: string }): Publication {
  const year = String(item.year);
  return { ...item, venueLine: item.venue.endsWith(year) ? item.venue : `${item.venue} ${year}` };
}
