import { parseRubyTime } from "../read/index.js";

/** A moment and the UTC offset for its output. */
export interface ZonedTime {
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Minutes east of UTC. */
  readonly offset: number;
  /** Abbreviation, such as `UTC` or `PST`; empty if only the offset is known, as in Ruby. */
  readonly zone: string;
}

const minute = 60_000;
const day = 1440 * minute;

const months = "January February March April May June July August September October November December".split(
  " ",
);
const weekdays = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Returns the offset or the abbreviation of a time zone at a moment, from Intl. */
function zonePart(time: number, timeZone: string, timeZoneName: "longOffset" | "short"): string {
  const key = `${timeZone} ${timeZoneName}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName });
    formatters.set(key, formatter);
  }
  return formatter.formatToParts(time).find(({ type }) => type === "timeZoneName")?.value ?? "";
}

/** Returns the offset of a time zone at a moment, in minutes east of UTC. */
function zoneOffset(time: number, timeZone: string): number {
  const [, sign, hours = 0, minutes = 0] =
    /([+-])(\d{2}):?(\d{2})?/.exec(zonePart(time, timeZone, "longOffset")) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** Returns a moment in a time zone. */
export function momentIn(time: number, timeZone: string): ZonedTime {
  return { time, offset: zoneOffset(time, timeZone), zone: zonePart(time, timeZone, "short") };
}

/** Returns the moment of a local time in a time zone. */
function wallTime(wall: number, timeZone: string): ZonedTime {
  // Twice, since the offset at the result may differ near a daylight saving change.
  const near = wall - zoneOffset(wall, timeZone) * minute;
  return momentIn(wall - zoneOffset(near, timeZone) * minute, timeZone);
}

/**
 * Parses a value of a template as Ruby's Liquid does: a Date, seconds since 1970, `now`, `today`, or a string with a date. An
 * offset in the string is kept.
 *
 * @returns Undefined for a value that is not a date.
 */
export function parseMoment(value: unknown, timeZone: string): ZonedTime | undefined {
  if (value instanceof Date) return dateMoment(value.getTime(), timeZone);
  if (typeof value === "number" && Number.isInteger(value)) return momentIn(value * 1000, timeZone);
  if (typeof value !== "string") return undefined;
  const text = value.trim().toLowerCase();
  if (text === "now" || text === "today") return momentIn(Date.now(), timeZone);
  if (/^\d+$/.test(text)) return momentIn(Number(text) * 1000, timeZone);
  return textMoment(text, timeZone);
}

/**
 * Returns whether a Date probably has no time: YAML parses a date without time as midnight in UTC. Ruby has a type for it, which
 * is the same day in every time zone.
 */
const isBareDate = (time: number): boolean => time % day === 0;

function dateMoment(time: number, timeZone: string): ZonedTime | undefined {
  if (Number.isNaN(time)) return undefined;
  return isBareDate(time) ? wallTime(time, timeZone) : momentIn(time, timeZone);
}

/** Parses a string as Ruby's `Time.parse` does. */
function textMoment(text: string, timeZone: string): ZonedTime | undefined {
  const time = parseRubyTime(text, () => todayIn(timeZone));
  if (!time) return undefined;
  if (time.offset === undefined) return wallTime(time.wall, timeZone);
  const isUtc = time.offset === 0 && /(?<![a-z])(z|utc|gmt)\s*$/i.test(text);
  return { time: time.wall - time.offset * minute, offset: time.offset, zone: isUtc ? "UTC" : "" };
}

function todayIn(timeZone: string): { year: number; month: number; day: number } {
  const { time, offset } = momentIn(Date.now(), timeZone);
  const date = new Date(time + offset * minute);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Returns the value of a directive such as `%Y`. */
type Directive = (date: Date, moment: ZonedTime, flags: string, width: number) => string | number;

const dayOfYear = (date: Date): number =>
  Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / day) + 1;

/** Returns the week of the year, for weeks that start on this weekday. Days before the first week are in week 0. */
const week = (date: Date, start: number): number =>
  Math.floor((dayOfYear(date) + 6 - ((date.getUTCDay() - start + 7) % 7)) / 7);

/** Returns the Thursday of a date's week: its year is the year of the week in ISO 8601. */
const thursday = (date: Date): Date => new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * day);

const hour12 = (date: Date): number => date.getUTCHours() % 12 || 12;

function offsetText({ offset }: ZonedTime, flags: string): string {
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60].map((number) =>
    String(number).padStart(2, "0"),
  );
  const colons = flags.split(":").length - 1;
  const separator = colons > 0 ? ":" : "";
  return `${offset < 0 ? "-" : "+"}${hours}${separator}${minutes}${colons > 1 ? ":00" : ""}`;
}

/** Returns the fraction of the second with so many digits. */
const fraction = (date: Date, digits: number): string =>
  String(date.getUTCMilliseconds()).padStart(3, "0").padEnd(digits, "0").slice(0, digits);

/** Ruby's directives for one value. */
const directives: Record<string, Directive> = {
  Y: (date) => date.getUTCFullYear(),
  C: (date) => Math.floor(date.getUTCFullYear() / 100),
  y: (date) => date.getUTCFullYear() % 100,
  m: (date) => date.getUTCMonth() + 1,
  B: (date) => months[date.getUTCMonth()] ?? "",
  b: (date) => (months[date.getUTCMonth()] ?? "").slice(0, 3),
  h: (date) => (months[date.getUTCMonth()] ?? "").slice(0, 3),
  d: (date) => date.getUTCDate(),
  e: (date) => date.getUTCDate(),
  j: dayOfYear,
  H: (date) => date.getUTCHours(),
  k: (date) => date.getUTCHours(),
  I: hour12,
  l: hour12,
  p: (date, _moment, flags) => {
    const half = date.getUTCHours() < 12 ? "AM" : "PM";
    return flags.includes("#") ? half.toLowerCase() : half;
  },
  P: (date) => (date.getUTCHours() < 12 ? "am" : "pm"),
  M: (date) => date.getUTCMinutes(),
  S: (date) => date.getUTCSeconds(),
  L: (date, _moment, _flags, width) => fraction(date, width || 3),
  N: (date, _moment, _flags, width) => fraction(date, width || 9),
  z: (_date, moment, flags) => offsetText(moment, flags),
  Z: (_date, { zone }, flags) => (flags.includes("#") ? zone.toLowerCase() : zone),
  A: (date) => weekdays[date.getUTCDay()] ?? "",
  a: (date) => (weekdays[date.getUTCDay()] ?? "").slice(0, 3),
  u: (date) => date.getUTCDay() || 7,
  w: (date) => date.getUTCDay(),
  G: (date) => thursday(date).getUTCFullYear(),
  g: (date) => thursday(date).getUTCFullYear() % 100,
  V: (date) => Math.ceil(dayOfYear(thursday(date)) / 7),
  U: (date) => week(date, 0),
  W: (date) => week(date, 1),
  s: (_date, { time }) => Math.floor(time / 1000),
  n: () => "\n",
  t: () => "\t",
  "%": () => "%",
};

/** Ruby's directives for a combination of others. */
const combined: Record<string, string> = {
  c: "%a %b %e %H:%M:%S %Y",
  D: "%m/%d/%y",
  F: "%Y-%m-%d",
  v: "%e-%^b-%Y",
  x: "%m/%d/%y",
  X: "%H:%M:%S",
  r: "%I:%M:%S %p",
  R: "%H:%M",
  T: "%H:%M:%S",
};

/** The width to which numbers are padded with zeros; 2 for all others. */
const widths: Record<string, number> = { Y: 4, j: 3, G: 4, u: 1, w: 1, s: 1 };
/** Directives that are padded with spaces. */
const spacePadded = new Set(["e", "k", "l"]);
/** Directives in which the flag `#` has another meaning. */
const ownCase = new Set(["p", "Z"]);

/** Formats a moment as Ruby's `strftime` does, in English. */
export function strftime(moment: ZonedTime, format: string): string {
  const date = new Date(moment.time + moment.offset * minute);
  return format.replace(
    /%([-0^#_:]*)(\d*)[EO]?([a-zA-Z%])/g,
    (directive: string, flags: string, width: string, letter: string) => {
      const parts = combined[letter];
      const value = parts
        ? strftime(moment, parts)
        : directives[letter]?.(date, moment, flags, Number(width));
      return value === undefined ? directive : pad(value, letter, flags, Number(width));
    },
  );
}

function pad(value: string | number, letter: string, flags: string, width: number): string {
  let text = String(value);
  if (flags.includes("^") || (flags.includes("#") && !ownCase.has(letter))) text = text.toUpperCase();
  if (flags.includes("-")) return text;
  const isNumber = typeof value === "number";
  const length = width || (isNumber ? (widths[letter] ?? 2) : 0);
  const hasSpaces = flags.includes("_") || (!flags.includes("0") && (!isNumber || spacePadded.has(letter)));
  return text.padStart(length, hasSpaces ? " " : "0");
}

/** Formats a Date as Ruby does without a format: `2024-02-01 10:30:00 +0000`, or `2024-02-01` if it has no time. */
export function dateText(date: Date, timeZone: string): string {
  const moment = dateMoment(date.getTime(), timeZone);
  if (!moment) return "";
  return strftime(moment, isBareDate(date.getTime()) ? "%F" : "%F %T %z");
}
