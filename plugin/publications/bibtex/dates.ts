import { isKnownState, stateOf } from "../csl/dates.js";
import { type CslDate, readDate } from "../csl/written-dates.js";

/** The date of an entry. */
export interface EntryDate {
  issued?: CslDate;
  /** Its publication state, or what it has in place of a year, as written. */
  status?: string;
  /** What its author should know, by field: the end of a sentence on the field. */
  hints: { field: string; text: string }[];
}

/** Reads the date of an entry from its fields `date`, `year`, `month`, `day` and `pubstate`, in plain text. */
export function entryDate(fields: Readonly<Record<string, string | undefined>>): EntryDate {
  const { date, year, month, day, pubstate } = fields;
  const hints: EntryDate["hints"] = [];
  const ofDate = date ? readDate(date, true) : undefined;
  const ofYear = year ? readDate(year, false) : undefined;
  const ofMonth = month ? monthDate(month) : undefined;
  const found = [ofDate, withMonth(ofYear, ofMonth), ofMonth].find((each) => each?.["date-parts"]?.[0]?.[0]);
  const written = date ?? year;
  const state = pubstate
    ? stateOf(pubstate)
    : [date, year, ...(found ? [] : [month])].map((text) => text && stateWithin(text)).find(Boolean);
  if (month && !date && !ofMonth && !stateWithin(month)) {
    hints.push({ field: "month", text: `has no month: ${JSON.stringify(month)}; it is left out.` });
  }
  if (found) return { issued: withDay(found, day), ...(state && { status: state }), hints };
  if (!written) return { ...(state && { status: state }), hints };
  if (state) return { status: pubstate || isKnownState(written) ? state : written, hints };
  const text = `has no year: ${JSON.stringify(written)}; it is shown as written.`;
  hints.push({ field: date ? "date" : "year", text });
  return { status: written, hints };
}

/** Reads the field `month`; undefined if it has no month or season. Without a word, a long number in it is no year. */
function monthDate(text: string): CslDate | undefined {
  if (/\d{3}/.test(text) && !/\p{L}{3}/u.test(text)) return undefined;
  const date = readDate(text, false);
  const hasMonth = date?.season !== undefined || date?.["date-parts"]?.some((parts) => parts.length > 1);
  return hasMonth ? date : undefined;
}

const states =
  /\b(?:in press|in preparation|in review|under (?:review|revision|submission|consideration)|forthcoming|to (?:appear|be published)|submitted|accepted|online first|early access|(?:advance online|ahead of) (?:publication|print))\b/i;

const stateWithin = (text: string): string | undefined =>
  isKnownState(text) ? stateOf(text) : states.exec(text)?.[0].toLowerCase();

/** Returns the date of a year with a month from another field. */
function withMonth(year: CslDate | undefined, month: CslDate | undefined): CslDate | undefined {
  const [first] = year?.["date-parts"] ?? [];
  if (!year || !month || !first || first.length > 1 || year.season !== undefined) return year;
  const parts = month["date-parts"] ?? [];
  if (parts.length === 0) return { ...year, ...(month.season !== undefined && { season: month.season }) };
  // A year in the month field, as in `Dec 2019 -- Jan 2020`.
  const whole = parts.map(([own, ...rest]) => [own || (first[0] ?? 0), ...rest]);
  return { ...year, "date-parts": whole };
}

/** Returns a date with the day from a field of its own, if it has a month and no day. */
function withDay(date: CslDate, day: string | undefined): CslDate {
  const parts = date["date-parts"] ?? [];
  const number = Number(/^\s*(\d{1,2})(?!\d)/.exec(day ?? "")?.[1]);
  if (parts.length !== 1 || parts[0]?.length !== 2 || !(number >= 1 && number <= 31)) return date;
  return { ...date, "date-parts": [[...parts[0], number]] };
}
