import type { ResumeDate } from "./schema.js";

/** One end of a period. */
export interface Period {
  /** Its text: `2014`, `Jun 2014`, `present`. */
  text: string;
  /** The date from the file, for `<time>`: `2014-06-29`. Undefined for the present. */
  iso: string | undefined;
}

/** Formats the periods of a résumé. */
export interface Periods {
  /** Returns the start and the end, or the present if there is no end. Empty if there is no date. */
  between(start: ResumeDate | undefined, end: ResumeDate | undefined): Period[];
  /** Returns one date. */
  at(date: ResumeDate | undefined): Period[];
}

/**
 * Returns the formats of periods in a language, to the year or month: a résumé needs no days. They are calendar dates, to
 * which the site's time zone does not apply.
 *
 * @param present - The text for the end of a period that has not ended.
 */
export function periodsIn(language: string, present: string): Periods {
  // The calendar of the dates in the file, also for languages whose readers use another.
  const form = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(language, { calendar: "gregory", timeZone: "UTC", ...options });
  const year = form({ year: "numeric" });
  const month = form({ year: "numeric", month: "short" });
  const at = (date: ResumeDate | undefined): Period[] => {
    if (date === undefined) return [];
    const [years, months] = date.split("-").map(Number);
    const day = new Date(Date.UTC(years ?? 0, (months ?? 1) - 1));
    return [{ text: (months === undefined ? year : month).format(day), iso: date }];
  };
  return {
    at,
    between(start, end) {
      const ends = [...at(start), ...at(end)];
      const [first, second] = ends;
      if (start !== undefined && end === undefined) return [...ends, { text: present, iso: undefined }];
      return first && first.text === second?.text ? [first] : ends;
    },
  };
}
