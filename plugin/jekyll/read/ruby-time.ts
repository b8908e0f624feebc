/** The parts of a date and a time that a text has. A part may be missing. */
interface Parts {
  year?: number;
  month?: number;
  day?: number;
  dayOfYear?: number;
  hour?: number;
  minute?: number;
  second?: number;
  /** Milliseconds. */
  fraction?: number;
  /** Minutes east of UTC. */
  offset?: number;
}

/** A date and a time as written, without a time zone if the text has none. */
export interface WrittenTime {
  /** Milliseconds since 1970, as if the text were in UTC. */
  wall: number;
  /** Minutes east of UTC; undefined if the text has no time zone. */
  offset: number | undefined;
}

const monthNames = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const month = `(${monthNames.join("|")})`;
const number = "('?-?\\d+)";

/** Offsets of the zones with a name, in hours. @see https://docs.ruby-lang.org/en/3.1/Time.html#method-c-zone_offset */
const zones: Readonly<Record<string, number>> = {
  utc: 0,
  gmt: 0,
  ut: 0,
  z: 0,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
};

/**
 * Parses a date with or without a time in the forms that Ruby's `Time.parse` reads: `2020-01-02`, `2020/1/2 10:30 PM`,
 * `Feb 3rd, 2020`, `3 February 2020`, `20200203T101500Z` and others. Parts that are missing after the day are zero; without a
 * date it is that of today.
 *
 * @param today - The parts of today's date in the site's time zone.
 * @returns Undefined if Ruby raises an error.
 * @see https://github.com/ruby/ruby/blob/v3_1_2/ext/date/date_parse.c
 */
export function parseRubyTime(
  source: string,
  today: () => { year: number; month: number; day: number },
): WrittenTime | undefined {
  // Ruby reads no longer text.
  if (source.length > 128) return undefined;
  let text = source.toLowerCase().replaceAll(/[^-+',./:@a-z\d[\]]+/g, " ");
  const parts: Parts = {};
  text = text.replace(/\b(sun|mon|tue|wed|thu|fri|sat)[^-/\d\s]*/, " ");
  text = readTime(text, parts);
  readDate(text, parts);
  return toTime(parts, today);
}

const clock =
  /(\d+)(?:\s*:\s*(\d+)(?:\s*:\s*(\d+)(?:[,.](\d*))?)?(?:\s*([ap])(?:m\b|\.m\.))?|\s*([ap])(?:m\b|\.m\.))(?:\s*((?:gmt|utc)?[-+]\d+(?:[,.:]\d+(?::\d+)?)?|[a-z]+(?:\s+(?:standard|daylight)\s+time\b)?(?!\w)))?/;

/** Matches `22h30` and `22h`. */
const hourWithLetter = /(\d+)\s*h(?:\s*(\d+)m?(?:\s*(\d+)s?)?)?(?![a-z])/;

/** Reads a time, and returns the text without it. */
function readTime(text: string, parts: Parts): string {
  const match = clock.exec(text) ?? hourWithLetter.exec(text);
  if (!match) return text;
  const [found, hour = "", minute, second, fraction, half, otherHalf, zone] = match;
  parts.hour = Number(hour);
  if (minute) parts.minute = Number(minute);
  if (second) parts.second = Number(second);
  if (fraction) parts.fraction = Number(fraction.padEnd(3, "0").slice(0, 3));
  const afternoon = half ?? otherHalf;
  if (afternoon) parts.hour = (parts.hour % 12) + (afternoon === "p" ? 12 : 0);
  // A month after the time is no zone.
  const isZone = zone !== undefined && !new RegExp(`^${month}`).test(zone);
  if (isZone) readZone(zone, parts);
  const length = isZone || zone === undefined ? found.length : found.length - zone.length;
  return `${text.slice(0, match.index)} ${text.slice(match.index + length)}`;
}

function readZone(zone: string, parts: Parts): void {
  const [, sign, hours = "", minutes] = /^(?:gmt|utc)?([-+])(\d{1,2}):?(\d\d)?/.exec(zone) ?? [];
  const named = zones[zone.replace(/\s.*/, "")];
  if (sign) parts.offset = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0));
  else if (named !== undefined) parts.offset = named * 60;
}

const pattern = (source: string): RegExp => new RegExp(source);
const european = pattern(
  `('?\\d+)[^-\\d\\s]*\\s*\\b${month}[^-\\d\\s']*(?:\\s*(?:a\\.?d|c\\.?e)?\\s*${number}(?!\\s*:))?`,
);
const american = pattern(
  `\\b${month}[^-\\d\\s']*\\s*('?\\d+)[^-\\d\\s']*(?:\\s*,?\\s*(?:a\\.?d|c\\.?e)?\\s*${number}(?!\\s*:))?`,
);
const iso = /('?[-+]?\d+)-(\d+)-('?-?\d+)/;
const isoWeek = /\b(\d{4})-?w(\d{2})(?:-?(\d))?\b/;
const ordinal = /(?:^|[^-\d])(\d{4})-(\d{3})(?!\d)/;
const vms = pattern(`${number}-${month}[^-/.]*-${number}`);
const vmsMonthFirst = pattern(`\\b${month}[^-/.]*-('?\\d+)(?:-${number})?`);
const slashNamed = pattern(`${number}/\\s*${month}(?:[^-/.]*/\\s*${number})?`);
const slash = pattern(`${number}/\\s*('?\\d+)(?:[^\\d-]\\s*${number})?`);
const dotted = pattern(`${number}\\.\\s*('?\\d+)\\.\\s*${number}`);
const digits = /([-+]?)(\d{2,14})(?:t(\d{2,6}))?(z\b|[-+]\d{1,4}\b)?/;

const monthOf = (name = ""): number => monthNames.indexOf(name) + 1;
const numberIn = (text = ""): number => Number(text.replace("'", ""));

/** The forms of a date, in Ruby's order, and how each is read. */
const forms: readonly [form: RegExp, read: (match: RegExpExecArray, parts: Parts) => void][] = [
  [european, ([, day, name, year], parts) => setDate(parts, year, monthOf(name), day)],
  [american, ([, name, day, year], parts) => setDate(parts, year, monthOf(name), day)],
  [iso, ([, year, month, day], parts) => setDate(parts, year, Number(month), day)],
  [isoWeek, ([, year], parts) => setYear(parts, year)],
  [vms, ([, day, name, year], parts) => setDate(parts, year, monthOf(name), day)],
  [vmsMonthFirst, ([, name, day, year], parts) => setDate(parts, year, monthOf(name), day)],
  [slashNamed, ([, day, name, year], parts) => setDate(parts, year, monthOf(name), day)],
  [slash, ([, year, month, day], parts) => setDate(parts, year, numberIn(month), day)],
  [dotted, ([, year, month, day], parts) => setDate(parts, year, numberIn(month), day)],
  [
    ordinal,
    ([, year, dayOfYear], parts) => {
      setYear(parts, year);
      parts.dayOfYear = Number(dayOfYear);
    },
  ],
  [
    pattern(`\\b${month}\\S*`),
    ([, name], parts) => {
      parts.month = monthOf(name);
    },
  ],
  [/'(\d+)\b/, ([, year], parts) => setYear(parts, year)],
  [
    /(\d+)(?:st|nd|rd|th)\b/,
    ([, day], parts) => {
      parts.day = Number(day);
    },
  ],
  [digits, readDigits],
];

/** Reads a date in the first form that matches. */
function readDate(text: string, parts: Parts): void {
  for (const [form, read] of forms) {
    const match = form.exec(text);
    if (!match) continue;
    read(match, parts);
    return;
  }
}

/** Sets year and day. The one with an apostrophe or more than two digits is the year; a number alone is the day. */
function setDate(parts: Parts, year: string | undefined, monthNumber: number, day: string | undefined): void {
  const isYear = (value: string | undefined): boolean =>
    value !== undefined && (value.startsWith("'") || /\d{3}/.test(value));
  parts.month = monthNumber;
  const isSwapped = year === undefined ? isYear(day) : isYear(day) && !isYear(year);
  const [yearText, dayText] = isSwapped ? [day, year] : [year, day];
  if (yearText !== undefined) setYear(parts, yearText);
  const dayDigits = /\d+/.exec(dayText ?? "")?.[0];
  if (dayDigits !== undefined) parts.day = Number(dayDigits);
}

/** Years of two digits are from 1969 to 2068. */
function setYear(parts: Parts, text = ""): void {
  const value = Number(text.replace("'", ""));
  const isShort = /^'?\d{1,2}$/.test(text);
  parts.year = isShort ? value + (value >= 69 ? 1900 : 2000) : value;
}

/** Reads digits without separators by their number: `20200203`, `20200203101500`. */
function readDigits([, , all = "", time = "", zone = ""]: RegExpExecArray, parts: Parts): void {
  const take = (from: number, length = 2): number => Number(all.slice(from, from + length));
  const { length } = all;
  if (length === 2) parts.day = take(0);
  else if (length === 3) parts.dayOfYear = take(0, 3);
  else if (length === 4) [parts.month, parts.day] = [take(0), take(2)];
  else if (length === 5) {
    setYear(parts, all.slice(0, 2));
    parts.dayOfYear = take(2, 3);
  } else if (length === 6) {
    setYear(parts, all.slice(0, 2));
    [parts.month, parts.day] = [take(2), take(4)];
  } else if (length === 7) [parts.year, parts.dayOfYear] = [take(0, 4), take(4, 3)];
  else if (length % 2 === 0) {
    [parts.year, parts.month, parts.day] = [take(0, 4), take(4), take(6)];
    if (length >= 10) parts.hour = take(8);
    if (length >= 12) parts.minute = take(10);
    if (length >= 14) parts.second = take(12);
  }
  if (time.length >= 2) parts.hour = Number(time.slice(0, 2));
  if (time.length >= 4) parts.minute = Number(time.slice(2, 4));
  if (time.length >= 6) parts.second = Number(time.slice(4, 6));
  if (zone) readZone(zone, parts);
}

/** Returns the time of parts; undefined if there are none, or if they are out of range. */
function toTime(
  parts: Parts,
  today: () => { year: number; month: number; day: number },
): WrittenTime | undefined {
  if (Object.keys(parts).length === 0) return undefined;
  const now = parts.year === undefined ? today() : undefined;
  const year = parts.year ?? now?.year ?? 1970;
  const hasDay = parts.dayOfYear !== undefined || parts.month !== undefined;
  const monthNumber = parts.dayOfYear !== undefined ? 1 : (parts.month ?? now?.month ?? 1);
  const day = parts.dayOfYear ?? parts.day ?? (hasDay ? 1 : (now?.day ?? 1));
  const { hour = 0, minute = 0, second = 0, fraction = 0, offset } = parts;
  const isOutside =
    monthNumber < 1 ||
    monthNumber > 12 ||
    day < 1 ||
    day > (parts.dayOfYear !== undefined ? 366 : 31) ||
    hour > 24 ||
    (hour === 24 && minute + second > 0) ||
    minute > 59 ||
    second > 60;
  if (isOutside) return undefined;
  // `setUTCFullYear`, since `Date.UTC` moves the years 0 to 99.
  const date = new Date(0).setUTCFullYear(year, monthNumber - 1, day);
  const wall = date + ((hour * 60 + minute) * 60 + second) * 1000 + fraction;
  return Number.isNaN(wall) ? undefined : { wall, offset };
}
