import { year as yearSchema } from "../schema.js";
import type { CslItem } from "./schema.js";
import { readDate } from "./written-dates.js";

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

const knownState =
  /^(in press|in preparation|in review|under review|under revision|under submission|forthcoming|to appear|submitted|accepted|n\.? ?d\.?)$/i;

/** Returns whether a text is a publication state that is in place of a year: `in press`, `n. d.` */
export const isKnownState = (text: string): boolean => knownState.test(text.trim());

/** Returns the text of a publication state: `in press` for BibLaTeX's key `inpress`, and for `In Press`. */
export function stateOf(text: string): string {
  const key = text.trim().toLowerCase();
  if (Object.hasOwn(states, key)) return states[key] ?? text;
  return isKnownState(text) ? key : text.trim();
}

/** Returns the date of a CSL item. */
export function publicationDate({ issued, status }: CslItem): PublicationDate {
  const written = issued?.["date-parts"] ? undefined : (issued?.raw ?? issued?.literal);
  const date = (written === undefined ? undefined : readDate(written, true)) ?? issued;
  const [first] = date?.["date-parts"] ?? [];
  const state = typeof status === "string" && status ? stateOf(status) : undefined;
  const value = first?.[0] ?? issued?.literal ?? issued?.raw;
  if (value === undefined || value === "") return state ? { status: state } : {};
  const text = String(value).trim();
  const year = yearSchema.safeParse(text.replace(/^(\d{4})-\d\d?(-\d\d?)?$/, "$1"));
  if (!year.success) {
    if (isKnownState(text)) return { status: stateOf(text) };
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
