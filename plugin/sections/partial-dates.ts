import { DateTime } from "luxon";
import * as z from "zod";
import { dateInWords, parseDate } from "../i18n/dates.js";
import type { Site } from "../options/site.js";

/** The schema of a day, a month or a year as an author writes it. */
export const partialDate = z.custom<string | number>(
  (value) =>
    (typeof value === "string" || typeof value === "number") && parsePartialDate(String(value), "utc"),
  { error: "must be a date such as 2024-03-05, 2024-03 or 2024" },
);

/** A day, a month or a year for readers and for programs. */
export interface PartialDate {
  /** Its text in the site's language: `Mar 05 2024`, `Mar 2024` or `2024`. */
  words: string;
  /** `2024-03-05`, `2024-03` or `2024`. */
  iso: string;
  year: string;
  date: Date;
}

/** How much of a date is known. */
export type PartialDateUnit = keyof typeof isoForms;

const isoForms = { day: "yyyy-MM-dd", month: "yyyy-MM", year: "yyyy" };

/** Formats a date in the language and time zone of a site, with no unit that its author left out. */
export function formatPartialDate(value: string | number, site: Site): PartialDate {
  const { timeZone, language } = site;
  const { date, unit } = parsePartialDate(String(value), timeZone) ?? {
    date: new Date(Number.NaN),
    unit: "day",
  };
  const local = DateTime.fromJSDate(date, { zone: timeZone }).setLocale(language);
  const words =
    unit === "year"
      ? local.toFormat("yyyy")
      : dateInWords(local, unit === "month" ? "monthDate" : "shortDate", site);
  return {
    words,
    iso: local.toFormat(isoForms[unit], { locale: "en", numberingSystem: "latn" }),
    year: local.toFormat("yyyy"),
    date,
  };
}

/** Parses a day, a month or a year in a time zone, as its first moment, or a day with a time. */
export function parsePartialDate(
  value: string,
  zone: string,
): { date: Date; unit: PartialDateUnit } | undefined {
  const text = value.trim();
  const date = parseDate(text, zone);
  if (!date) return undefined;
  return { date, unit: /^\d{4}$/.test(text) ? "year" : /^\d{4}-\d\d$/.test(text) ? "month" : "day" };
}
