import { DateTime } from "luxon";
import type { EleventyConfig } from "../eleventy/api.js";
import { IndigoError, templateName } from "../utils/errors.js";
import { memoize } from "../utils/memoize.js";
import { zoneOf } from "../utils/time-zone.js";
import type { Strings } from "./strings/types.js";

/** Writes dates for one site. */
export interface DateFormatter {
  /** A date in words, by one of the formats among the theme's strings. */
  inWords(date: Date, format: "shortDate" | "longDate"): string;
  /** A day as machines read it: `2024-03-05`. */
  iso(date: Date): string;
}

/** A moment as Atom has it: `2024-03-05T12:00:00Z`. */
export const feedDate = (date: Date): string => date.toISOString().replace(/\.\d+Z$/, "Z");

/** How a site writes dates. */
export interface DateSettings {
  /** IANA name. */
  timeZone: string;
  /** BCP 47 tag. */
  language: string;
  strings: Strings;
}

/** Writes dates in the site's language and time zone. */
export function dateFormatter({ timeZone, language, strings }: DateSettings): DateFormatter {
  // The last one is kept: a post writes its date in one form after another.
  let last: { date: Date; local: DateTime } | undefined;
  const local = (date: Date): DateTime => {
    if (!last || last.date !== date)
      last = { date, local: DateTime.fromJSDate(date, { zone: zoneOf(timeZone) }).setLocale(language) };
    return last.local;
  };
  const written = {
    shortDate: remembering((date) => local(date).toFormat(strings.shortDate)),
    longDate: remembering((date) => local(date).toFormat(strings.longDate)),
  };
  return {
    inWords: (date, format) => written[format](date),
    iso: remembering((date) => local(date).toISODate() ?? ""),
  };
}

/** Makes the text of each date only once; texts alone are kept, as what Luxon makes of a date is large. */
function remembering(make: (date: Date) => string): (date: Date) => string {
  const made = new Map<unknown, string>();
  return (date) => {
    // A template may hand over what is no date.
    const key: unknown = date?.valueOf();
    let text = made.get(key);
    if (text === undefined) {
      text = make(date);
      made.set(key, text);
    }
    return text;
  };
}

/** Forms of a date besides ISO 8601, in which Jekyll's authors write them. */
const forms = [
  "yyyy-M-d H:mm:ss ZZZ",
  "yyyy-M-d H:mm ZZZ",
  "yyyy-M-d H:mm:ss",
  "yyyy-M-d H:mm",
  "yyyy-M-d",
  "yyyy/M/d",
];

/** Words that mean a date to Eleventy. */
const eleventysWords = /^(git )?(last modified|created)$/i;

/**
 * Lets front matter's `date` be a day or a time in the site's zone, in ISO's form or Jekyll's.
 *
 * @throws IndigoError for a text that is no date, with file and field.
 */
export function addDateParsing(eleventyConfig: EleventyConfig, { timeZone }: { timeZone: string }): void {
  // A serving Eleventy asks again for every post with each build.
  const day = memoize((time: number) => inZone(new Date(time), timeZone).getTime());
  eleventyConfig.addDateParsing(function (value) {
    if (value instanceof Date) return isMidnight(value) ? new Date(day(value.getTime())) : undefined;
    if (typeof value !== "string" || eleventysWords.test(value)) return undefined;
    const found = parseDate(value, timeZone);
    if (found) return found;
    const place = templateName(this.page.inputPath);
    throw new IndigoError(
      `field "date" in ${place} must be a date such as 2024-03-05 or 2024-03-05 12:00, but it is ${JSON.stringify(value)}.`,
    );
  });
}

/** YAML reads a day as midnight in UTC; what an author means is that day where the site is. */
const isMidnight = (date: Date): boolean => date.getTime() % 86_400_000 === 0;

const inZone = (date: Date, zone: string): Date =>
  zone === "UTC"
    ? date
    : DateTime.fromJSDate(date, { zone: "utc" }).setZone(zoneOf(zone), { keepLocalTime: true }).toJSDate();

/** A day or a time in a zone, in the form of ISO 8601 or of Jekyll. */
export function parseDate(text: string, zone: string): Date | undefined {
  const candidates = [
    DateTime.fromISO(text.trim(), { zone }),
    ...forms.map((form) => DateTime.fromFormat(text.trim(), form, { zone })),
  ];
  return candidates.find(({ isValid }) => isValid)?.toJSDate();
}
