import * as z from "zod";
import { publicNames } from "./public-variables.js";

const value = z.union([z.string(), z.number()]).transform(String);

/** A part of a name, for which programs also write null. */
const namePart = z
  .union([z.string(), z.null()])
  .transform((text) => text ?? undefined)
  .optional();

/** A name in CSL-JSON. */
const cslName = z.looseObject({
  family: namePart,
  given: namePart,
  suffix: namePart,
  literal: namePart,
  "non-dropping-particle": namePart,
  "dropping-particle": namePart,
  /** Marks of a name in BibTeX, such as `*` for equal contribution. CSL has no such variable: exports leave them out. */
  marks: z.string().optional(),
});

/** Exporters also write dates as text, and parts as text or null. */
const cslDate = z
  .union([
    z.looseObject({
      "date-parts": z.array(z.array(z.union([z.number(), z.string(), z.null()]))).optional(),
      literal: value.optional(),
      raw: value.optional(),
      season: value.optional(),
    }),
    value,
    z.null(),
  ])
  .transform((date) => {
    if (date === null) return undefined;
    if (typeof date === "string") return { raw: date };
    const { "date-parts": parts, ...rest } = date;
    if (parts === undefined) return { ...rest };
    return {
      ...rest,
      "date-parts": parts.map((part) => part.filter((each) => each !== null && each !== "")),
    };
  });

/** A list of names in which others' programs leave empty places. */
const cslNames = z
  .array(z.union([cslName, z.null()]))
  .transform((names) => names.filter((name) => name !== null));

const nameVariables = new Set(
  "author chair collection-editor compiler composer container-author contributor curator director editor editor-translator editorial-director executive-producer guest host illustrator interviewer narrator organizer original-author performer producer recipient reviewed-author script-writer series-creator translator".split(
    " ",
  ),
);
const dateVariables = new Set("accessed available-date event-date issued original-date submitted".split(" "));

/** A text, for which programs also write a number or a list. */
const textVariable = z
  .union([value, z.array(value)])
  .transform((text) => (Array.isArray(text) ? text.join(", ") : text));

const schemaOf = (name: string): z.ZodType =>
  nameVariables.has(name) ? cslNames : dateVariables.has(name) ? cslDate : textVariable;

/** All variables of CSL, which citation styles read: they fail on values of other types. */
const allVariables = Object.fromEntries(
  [...publicNames].map((name) => [name, schemaOf(name).optional()]),
) as Record<never, never>;

/**
 * The part of a CSL-JSON item that the theme reads.
 *
 * @see https://github.com/citation-style-language/schema/blob/master/schemas/input/csl-data.json
 */
export const cslItem = z.looseObject({
  ...allVariables,
  id: value,
  type: z.string().default("document"),
  title: z.string().optional(),
  author: cslNames.optional(),
  editor: cslNames.optional(),
  issued: cslDate.optional(),
  "container-title": z.string().optional(),
  "event-title": z.string().optional(),
  publisher: z.string().optional(),
  genre: z.string().optional(),
  number: value.optional(),
  volume: value.optional(),
  issue: value.optional(),
  page: value.optional(),
  abstract: z.string().optional(),
  keyword: z.string().optional(),
  note: z.string().optional(),
  status: z.string().optional(),
  DOI: z.string().optional(),
  URL: z.string().optional(),
  ISBN: z.string().optional(),
  PMID: value.optional(),
});

export type CslName = z.output<typeof cslName>;

/** A date in CSL-JSON. */
export interface CslDate {
  "date-parts"?: (string | number | null)[][] | undefined;
  literal?: string | undefined;
  raw?: string | undefined;
  [key: string]: unknown;
}

/** A work in CSL-JSON: the variables that the theme reads, and any others. */
export interface CslItem {
  id?: string | undefined;
  type?: string | undefined;
  title?: string | undefined;
  author?: CslName[] | undefined;
  editor?: CslName[] | undefined;
  issued?: CslDate | undefined;
  [key: string]: unknown;
}

const ownKeys = ["title", "venue", "year", "authors", "links"];
const cslKeys = [
  ..."issued author container-title DOI URL citation-key event-title publisher-place date-parts editor page".split(
    " ",
  ),
];

/** Returns whether a list is CSL-JSON: an entry has keys of CSL-JSON, and no entry has keys of the theme's own format. */
export function isCsl(data: unknown): data is unknown[] {
  if (!Array.isArray(data)) return false;
  const keys = data.map((item: unknown) => (typeof item === "object" && item ? Object.keys(item) : []));
  const hasCslKey = keys.some((names) => names.some((name) => cslKeys.includes(name)));
  const hasOwnKey = keys.some((names) => names.some((name) => name !== "title" && ownKeys.includes(name)));
  return hasCslKey && !hasOwnKey;
}
