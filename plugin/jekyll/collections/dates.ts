import { DateTime } from "luxon";
import { parseRubyTime, type WrittenTime } from "../read/index.js";
import { RubyDay } from "../yaml/index.js";
import { dayOf, readFileName } from "./file-names.js";

/**
 * Returns the moment of a date in front matter, as Jekyll reads it: a date or a time without a time zone is in that of the site,
 * unless YAML itself reads it as a time, which is in UTC.
 *
 * @param value - The value of `date`, which is not empty.
 * @param zone - IANA time zone of the site.
 * @returns Undefined if Jekyll stops at such a date.
 */
export function momentOf(value: unknown, zone: string): DateTime | undefined {
  if (value instanceof RubyDay)
    return DateTime.fromJSDate(value, { zone: "utc" }).setZone(zone, { keepLocalTime: true });
  if (value instanceof Date) return DateTime.fromJSDate(value, { zone });
  const now = DateTime.now().setZone(zone);
  const time = parseRubyTime(String(value), () => now);
  return time && inZone(time, zone);
}

/** Converts a written time to a moment. */
export function inZone({ wall, offset }: WrittenTime, zone: string): DateTime {
  if (offset !== undefined) return DateTime.fromMillis(wall - offset * 60_000, { zone });
  return DateTime.fromMillis(wall, { zone: "utc" }).setZone(zone, { keepLocalTime: true });
}

/** Returns whether front matter has no date. Jekyll uses that in the name of the file then. */
export const isEmptyDate = (value: unknown): boolean =>
  value === undefined || value === null || value === false || value === "";

/**
 * Returns the moment of a post, from its front matter, else from its name.
 *
 * @returns Undefined for an invalid date; the date of a draft without one is also undefined.
 */
export function postMoment(value: unknown, file: string, zone: string): DateTime | undefined {
  if (!isEmptyDate(value)) return momentOf(value, zone);
  const day = readFileName(file)?.day;
  const date = day === undefined ? undefined : dayOf(day, zone);
  return date?.isValid ? date : undefined;
}
