import { year as yearSchema } from "../schema.js";
import { monthOf } from "./months.js";
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

/** Returns the date of a CSL item: of its parts, or of the text that it has instead. */
export function publicationDate({ issued, status }: CslItem): PublicationDate {
  const [first] = issued?.["date-parts"] ?? [];
  const state = typeof status === "string" && status ? stateOf(status) : undefined;
  const value = [first?.[0], issued?.raw, issued?.literal].find((each) => each != null && each !== "");
  if (value === undefined) return state ? { status: state } : {};
  const text = String(value).trim();
  const year = yearSchema.safeParse(text);
  const [known] = year.success ? [[year.data]] : (readDate(text, true)?.["date-parts"] ?? []);
  if (!known?.[0]) {
    if (isKnownState(text)) return { status: stateOf(text) };
    return { ...(state && { status: state }), invalidYear: text };
  }
  const [month, day] = (first?.[1] == null ? known.slice(1) : first.slice(1)).map(monthNumber);
  const isMonth = month !== undefined && month >= 1 && month <= 12;
  return {
    year: known[0] as number,
    ...(isMonth && { month }),
    ...(isMonth && day !== undefined && day >= 1 && day <= 31 && { day }),
    ...(state && { status: state }),
  };
}

/** Returns the number of a month that is written `5`, `05` or `May`. */
const monthNumber = (month: string | number | null): number => monthOf(String(month).trim()) ?? Number(month);
