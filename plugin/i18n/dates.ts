import { DateTime } from "luxon";
import type { EleventyConfig } from "../eleventy/api.js";
import { IndigoError, templateName } from "../utils/errors.js";
import { memoize } from "../utils/memoize.js";
import { zoneOf } from "../utils/time-zone.js";
import type { Strings } from "./strings/types.js";

/**
 * How dates are written: in the formats of the UI strings, which are Indigo's in English; in the long or the medium form of the
 * language; or in ISO 8601.
 */
export const dateStyles = ["indigo", "long", "medium", "iso"] as const;

/** A name of {@link dateStyles}. */
export type DateStyle = (typeof dateStyles)[number];

/** The UI strings that are formats of dates. */
export const dateFormats = ["shortDate", "longDate", "monthDate"] as const;

/**
 * Returns a date in words.
 *
 * @param local - The date, with its time zone and language.
 * @param format - One of the formats of the UI strings: a day, or for `monthDate` a month.
 */
export function dateInWords(
  local: DateTime,
  format: (typeof dateFormats)[number],
  { dateStyle, strings }: Pick<DateSettings, "dateStyle" | "strings">,
): string {
  if (dateStyle === "indigo") return local.toFormat(strings[format]);
  const isMonth = format === "monthDate";
  if (dateStyle === "iso")
    return local.toFormat(isMonth ? "yyyy-MM" : "yyyy-MM-dd", { locale: "en", numberingSystem: "latn" });
  // As the formats of the UI strings, not in the calendar that some languages prefer.
  const gregorian = local.reconfigure({ outputCalendar: "gregory" });
  const month = dateStyle === "long" ? "long" : "short";
  return gregorian.toLocaleString(isMonth ? { year: "numeric", month } : { dateStyle });
}

/** Formats dates in a site's language and time zone. */
export interface DateFormatter {
  /** Returns a date in words, in one of the formats of the UI strings. */
  inWords(date: Date, format: "shortDate" | "longDate"): string;
  /** Returns the day in ISO 8601: `2024-03-05`. */
  iso(date: Date): string;
}

/** Returns a date and time for an Atom feed: `2024-03-05T12:00:00Z`. */
export const feedDate = (date: Date): string => date.toISOString().replace(/\.\d+Z$/, "Z");

/** Returns the day of a moment in a time zone: `2024-03-05`. */
export const dayIn = (date: Date, timeZone: string): string =>
  DateTime.fromJSDate(date, { zone: zoneOf(timeZone) }).toISODate() ?? "";

/** The settings of a {@link DateFormatter}. */
export interface DateSettings {
  /** IANA name. */
  timeZone: string;
  /** BCP 47 tag. */
  language: string;
  dateStyle: DateStyle;
  strings: Strings;
}

/** Creates a formatter for a language and time zone. */
export function dateFormatter(settings: DateSettings): DateFormatter {
  const { timeZone, language } = settings;
  // The last date is cached, since a post formats its date in several ways.
  let last: { date: Date; local: DateTime } | undefined;
  const local = (date: Date): DateTime => {
    if (!last || last.date !== date)
      last = {
        date,
        // A template may pass a value that is not a date.
        local: DateTime.fromMillis(date instanceof Date ? date.getTime() : Number.NaN, {
          zone: zoneOf(timeZone),
          locale: language,
        }),
      };
    return last.local;
  };
  const formats = {
    shortDate: memoizeByTime((date) => dateInWords(local(date), "shortDate", settings)),
    longDate: memoizeByTime((date) => dateInWords(local(date), "longDate", settings)),
  };
  return {
    inWords: (date, format) => formats[format](date),
    iso: memoizeByTime((date) => local(date).toISODate() ?? ""),
  };
}

/** Memoizes a function of a date by its time. The cache holds texts only, since Luxon's objects are large. */
function memoizeByTime(format: (date: Date) => string): (date: Date) => string {
  const cache = new Map<unknown, string>();
  return (date) => {
    // A template may pass a value that is not a date.
    const key: unknown = date?.valueOf();
    let text = cache.get(key);
    if (text === undefined) {
      text = format(date);
      cache.set(key, text);
    }
    return text;
  };
}

/** Date formats in addition to ISO 8601, which Jekyll accepts. */
const jekyllFormats = [
  "yyyy-M-d H:mm:ss ZZZ",
  "yyyy-M-d H:mm ZZZ",
  "yyyy-M-d H:mm:ss",
  "yyyy-M-d H:mm",
  "yyyy-M-d",
  "yyyy/M/d",
];

/** Values of `date` that Eleventy itself handles. */
const eleventyDates = /^(git )?(last modified|created)$/i;

/**
 * Parses the front matter `date`, a day or a time in the site's time zone, in ISO 8601 or a format of Jekyll.
 *
 * @throws IndigoError for a text that is not a date, with file and field.
 */
export function addDateParsing(eleventyConfig: EleventyConfig, { timeZone }: { timeZone: string }): void {
  // While the site is served, Eleventy parses the date of every post in each build.
  const day = memoize((time: number) => inZone(new Date(time), timeZone).getTime());
  eleventyConfig.addDateParsing(function (value) {
    if (value instanceof ExactDate) return undefined;
    if (value instanceof Date) return isMidnight(value) ? new Date(day(value.getTime())) : undefined;
    if (typeof value !== "string" || eleventyDates.test(value)) return undefined;
    const date = parseDate(value, timeZone);
    if (date) return date;
    const place = templateName(this.page.inputPath);
    throw new IndigoError(
      `field "date" in ${place} must be a date such as 2024-03-05 or 2024-03-05 12:00, but it is ${JSON.stringify(value)}.`,
    );
  });
}

/**
 * Returns the date that front matter has, a day or a time in a time zone, as {@link addDateParsing} reads it; undefined if the
 * value is no date.
 */
export function dateOf(value: unknown, timeZone: string): Date | undefined {
  if (typeof value === "string") return parseDate(value, timeZone);
  if (!(value instanceof Date) || Number.isNaN(value.getTime())) return undefined;
  return isMidnight(value) ? inZone(value, timeZone) : value;
}

/** A moment, which is no day even if it is midnight in UTC. */
export class ExactDate extends Date {}

/** YAML parses a day as midnight in UTC; the author means that day in the site's time zone. */
const isMidnight = (date: Date): boolean => date.getTime() % 86_400_000 === 0;

const inZone = (date: Date, zone: string): Date =>
  zone === "UTC"
    ? date
    : DateTime.fromJSDate(date, { zone: "utc" }).setZone(zoneOf(zone), { keepLocalTime: true }).toJSDate();

/** Parses a day or a time in a time zone, in ISO 8601 or a format of Jekyll. */
export function parseDate(text: string, zone: string): Date | undefined {
  const candidates = [
    DateTime.fromISO(text.trim(), { zone }),
    ...jekyllFormats.map((format) => DateTime.fromFormat(text.trim(), format, { zone })),
  ];
  return candidates.find(({ isValid }) => isValid)?.toJSDate();
}
