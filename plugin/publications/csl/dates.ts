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

/** Returns the date of a CSL item. */
export function publicationDate({ issued, status }: CslItem): PublicationDate {
  const [first] = issued?.["date-parts"] ?? [];
  const state = typeof status === "string" && status ? (states[status.toLowerCase()] ?? status) : undefined;
  const value = first?.[0] ?? issued?.literal ?? issued?.raw;
  if (value === undefined || value === "") return state ? { status: state } : {};
  const text = String(value).trim();
  const year = yearSchema.safeParse(text.replace(/^(\d{4})-\d\d?(-\d\d?)?$/, "$1"));
  if (!year.success) {
    if (unknownYear.test(text)) return { status: text.toLowerCase() };
    return { ...(state && { status: state }), invalidYear: text };
  }
  const [month, day] = [Number(first?.[1]), Number(first?.[2])];
  const isMonth = Number.isInteger(month) && month >= 1 && month <= 12;
  return {
    year: year.data,
    ...(isMonth && { month }),
    ...(isMonth && Number.isInteger(day) && day >= 1 && day <= 31 && { day }),
    ...(state && { status: state }),
  };
}
