import { DateTime } from "luxon";
import type { Site } from "./site.js";

/** Writes dates for one site. */
export interface Dates {
  /** A date in words, by one of the formats among the theme's strings. */
  inWords(date: Date, format: "shortDate" | "longDate"): string;
  /** A day as machines read it: `2024-03-05`. */
  iso(date: Date): string;
}

/** Dates in the site's language and time zone. */
export function datesOf({ timeZone, language, strings }: Site): Dates {
  const local = (date: Date): DateTime => DateTime.fromJSDate(date, { zone: timeZone }).setLocale(language);
  return {
    inWords: (date, format) => local(date).toFormat(strings[format]),
    iso: (date) => local(date).toISODate() ?? "",
  };
}
