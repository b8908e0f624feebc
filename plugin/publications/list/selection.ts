import * as z from "zod";
import { shortcodeArguments } from "../../eleventy/shortcode-arguments.js";
import { IndigoError, suggestion } from "../../utils/errors.js";
import { isRecord } from "../../utils/records.js";
import { text } from "../../utils/schema-values.js";
import { validate } from "../../utils/validate.js";
import { publicationTypes } from "../schema.js";
import type { GroupBy } from "./groups-and-filters.js";
import { flagWords, readWords, valueWords } from "./selection-words.js";

/** A value or a list of values, of which a publication must have one. */
const oneOrMore = <S extends z.ZodType>(value: S) =>
  z.union([value, z.array(value)]).transform((values) => [values].flat() as z.output<S>[]);

/** Years: from the first to the last, both included. */
export interface YearRange {
  from: number;
  /** Infinite without an end; such a range has works that are to appear too. */
  to: number;
}

const yearExpected =
  'must be a year such as 2022, a range such as "2019-2022", "2020-" or "-2022", or "forthcoming"';

const years = z
  .union([z.number(), z.string()], { error: yearExpected })
  .transform((value, context): YearRange => {
    const [, from, dash, to] = /^(\d{4})?\s*([-–—])?\s*(\d{4})?$/u.exec(String(value).trim()) ?? [];
    const isRange = dash !== undefined && (from !== undefined || to !== undefined);
    if (value === "forthcoming") return { from: Number.POSITIVE_INFINITY, to: Number.POSITIVE_INFINITY };
    if (isRange || (from !== undefined && to === undefined)) {
      const [first, last] = [from ? Number(from) : 0, to ? Number(to) : Number.POSITIVE_INFINITY];
      const range = { from: first, to: isRange ? last : first };
      if (range.from <= range.to) return range;
    }
    context.addIssue({ code: "custom", message: yearExpected, input: value });
    return z.NEVER;
  });

/** The fields by which a list is grouped. */
export const groupings = ["year", "type", "venue"] as const satisfies readonly GroupBy[];

/** The orders of a list. */
export const orders = ["file", "text", "newest", "oldest", "title"] as const;

/** A whole number within limits. Words are texts. */
const whole = (error: string, min: number, max = Number.POSITIVE_INFINITY) =>
  z
    .union([z.number(), z.string()], { error })
    .transform(Number)
    .refine((value) => Number.isInteger(value) && value >= min && value <= max, { error });

/**
 * Which publications a list shows, and how: the one grammar of the words and named arguments of shortcodes, of filters and of
 * front matter. A publication must meet all criteria; of several values of one criterion, it must have one.
 */
export const selectionSchema = z.strictObject({
  /** Authors, by any form of their names. */
  author: oneOrMore(text).optional(),

  /** People of the section `people`, by id. */
  person: oneOrMore(text).optional(),

  /** Projects of the section `projects`, by id. */
  project: oneOrMore(text).optional(),

  /** Keywords. */
  topic: oneOrMore(text).optional(),

  /** The same as `topic`. */
  keyword: oneOrMore(text).optional(),

  /** Venues, or their short names. */
  venue: oneOrMore(text).optional(),

  /** CSL types. */
  type: oneOrMore(z.enum(publicationTypes)).optional(),

  /** Years and ranges of years. */
  year: oneOrMore(years).optional(),

  /** Ids, as a list or with commas. */
  ids: oneOrMore(text)
    .transform((values) => values.flatMap((value) => value.split(",").map((id) => id.trim())).filter(Boolean))
    .optional(),

  /** Whether only selected publications are shown. */
  selected: z.boolean().optional(),

  /** Order: that of the files, that of `ids` in the text, or by date or title. @default "text" with `ids`, else "file" */
  order: z.enum(orders).optional(),

  /** The largest number of publications. */
  limit: whole("must be a whole number from 1 on", 1).optional(),

  /** Field by which the list is grouped. */
  by: z.enum(groupings).optional(),

  /** `full`: entries as on the page of all publications. @default "short" */
  style: z.enum(["short", "full"]).optional(),

  /** Level of the headings of groups. @default 3 */
  heading: whole("must be the level of a heading, from 2 to 6", 2, 6).optional(),
});

/** A valid selection. */
export type Selection = z.output<typeof selectionSchema>;

/** Where a selection is written, for messages: `{% publications "year 2020" %} in index.md`. */
export type Caller = string;

/**
 * Reads a selection in any of its forms.
 *
 * @param first - Words, such as `person ada year 2020-2022 by year limit 5`, or an object with the same names.
 * @param named - Named arguments, which take precedence.
 * @param noun - What messages call a value: `argument`, `field`.
 * @throws IndigoError for an unknown word or name, and an invalid value.
 */
export function readSelection(
  first: unknown,
  named: Readonly<Record<string, unknown>>,
  caller: Caller,
  noun = "argument",
): Selection {
  const isWords = typeof first === "string";
  if (!isWords && first !== undefined && first !== null && !isRecord(first)) {
    throw new IndigoError(
      `${caller} must be words such as "selected by year", or named values, but it is ${JSON.stringify(first)}.`,
    );
  }
  const { values, unknown } = isWords ? readWords(first) : { values: first ?? {}, unknown: undefined };
  if (unknown) {
    const near = suggestion(unknown.word, [...flagWords, ...valueWords]);
    const known = near || ` Known: ${[...flagWords, ...valueWords].join(", ")}.`;
    throw new IndigoError(
      unknown.lacksValue
        ? `${caller}: "${unknown.word}" needs a value after it.`
        : `${caller}: "${unknown.word}" is no word of a selection.${known}`,
    );
  }
  return validate(selectionSchema, { ...values, ...named }, { noun, place: () => caller });
}

/** Reads the arguments of a shortcode as a selection; see {@link readSelection}. */
export function selectionOf(args: readonly unknown[], caller: Caller): Selection {
  const {
    positional: [first],
    named,
  } = shortcodeArguments(args);
  return readSelection(first, named, caller);
}
