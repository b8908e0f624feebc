import { year as yearSchema } from "../schema.js";
import type { CslItem } from "./schema.js";

/** The date of a work, as far as it is known. */
export interface PublicationDate {
  year?: number;
  month?: number;
  day?: number;
  /** The publication state, in place of a year: "in press". */
  status?: string;
  /** The value of the year, if it is not a year. */
  invalidYear?: string;
}

/** The texts of BibLaTeX's `pubstate` keys. @see https://ctan.org/pkg/biblatex – manual, section 4.9.2.11 */
const states: Record<string, string> = {
  inpreparation: "in preparation",
  submitted: "submitted",
  forthcoming: "forthcoming",
  inpress: "in press",
  prepublished: "pre-published",
};

const unknownYear =
  /^(in press|in preparation|in review|under review|under revision|forthcoming|to appear|submitted|accepted|n\.? ?d\.?)$/i;

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

const year = String.raw`(?<![\d.])(1[0-9]\d\d|20\d\d)`;
const numeric = new RegExp(String.raw`^${year}[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?(?!\d)`);
const yearLast = new RegExp(String.raw`^(?:(\d{1,2})[/.])?(\d{1,2})[/.]${year}$`);
const anyYear = new RegExp(String.raw`${year}(?!\d)`);
const monthName =
  /(?<!\p{L})(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?!\p{L})/iu;

/**
 * Reads a date that is text: `2019-05-03` and other forms of EDTF, `May 2019`, `3 May 2019`, `May 3, 2019`, `05/2019`,
 * `c. 2019`, `Spring 2019`. Of a range it is the first date. Returns nothing if the text has no year.
 *
 * @see https://www.loc.gov/standards/datetime/
 */
export function dateFromText(value: string): Pick<PublicationDate, "year" | "month" | "day"> {
  const text = value.slice(0, 200).replace(/\s+/g, " ").trim();
  const iso = numeric.exec(text);
  // `1982/83` is a range of years.
  if (iso && Number(iso[2]) <= 12) return parts(iso[1], iso[2], iso[3]);
  const last = yearLast.exec(text);
  if (last) return dayAndMonth(last[3], last[1], last[2]);
  const found = anyYear.exec(text)?.[1];
  if (found === undefined) return {};
  const month = monthName.exec(text)?.[1]?.slice(0, 3).toLowerCase();
  if (month === undefined) return { year: Number(found) };
  const day = /(?<![\d-])(\d{1,2})(?:st|nd|rd|th)?(?!\d)/.exec(text.replace(found, " "))?.[1];
  return parts(found, String(months.indexOf(month) + 1), day);
}

/** `03/05/2019` is in March or in May; only its year is certain. */
function dayAndMonth(
  year: string | undefined,
  first: string | undefined,
  second: string | undefined,
): Pick<PublicationDate, "year" | "month" | "day"> {
  if (first === undefined || Number(first) === Number(second)) return parts(year, second, first);
  if (Number(first) > 12) return parts(year, second, first);
  return Number(second) > 12 ? parts(year, first, second) : parts(year, undefined);
}

function parts(
  year: string | undefined,
  month: string | undefined,
  day?: string,
): Pick<PublicationDate, "year" | "month" | "day"> {
  const [monthNumber, dayNumber] = [Number(month), Number(day)];
  // Months from 21 on are seasons in EDTF.
  const isMonth = monthNumber >= 1 && monthNumber <= 12;
  return {
    year: Number(year),
    ...(isMonth && { month: monthNumber }),
    ...(isMonth && dayNumber >= 1 && dayNumber <= 31 && { day: dayNumber }),
  };
}

/** Returns the date of a CSL item. */
export function publicationDate({ issued, status }: CslItem): PublicationDate {
  const [first] = issued?.["date-parts"] ?? [];
  const state = typeof status === "string" && status ? (states[status.toLowerCase()] ?? status) : undefined;
  const value = [first?.[0], issued?.raw, issued?.literal].find((each) => each != null && each !== "");
  if (value === undefined) return state ? { status: state } : {};
  const text = String(value).trim();
  const ofYear = yearSchema.safeParse(text);
  const known = ofYear.success ? { year: ofYear.data } : dateFromText(text);
  if (known.year === undefined) {
    if (unknownYear.test(text)) return { status: text.toLowerCase() };
    return { ...(state && { status: state }), invalidYear: text };
  }
  return {
    ...known,
    ...(first?.[1] != null && parts(String(known.year), monthOf(first[1]), String(first[2] ?? ""))),
    ...(state && { status: state }),
  };
}

/** Returns a month as a number in digits: `5`, `05`, `May`. */
function monthOf(month: string | number): string {
  const index = months.indexOf(String(month).trim().slice(0, 3).toLowerCase());
  return index < 0 ? String(month) : String(index + 1);
}
