import type { ResumeDate } from "./schema.js";

/** One end of a period. */
export interface Period {
  /** In words: `2014`, `Jun 2014`, `present`. */
  text: string;
  /** As the file has it, for `<time>`: `2014-06-29`. The present has none. */
  iso: string | undefined;
}

/** Writes the periods of a résumé. */
export interface Periods {
  /** From one date to another, or to the present where it has no end. Nothing where it has no date at all. */
  between(start: ResumeDate | undefined, end: ResumeDate | undefined): Period[];
  /** The one moment of a date. */
  at(date: ResumeDate | undefined): Period[];
}

/**
 * Periods in a language, to the year or month: a day is more than a reader of a résumé wants to know. They are dates of a
 * calendar and not moments of time, so that the site's time zone does not matter.
 *
 * @param present - What stands for the end of what goes on.
 */
export function periodsIn(language: string, present: string): Periods {
  // Of the calendar in which the dates are given, also where readers use another.
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
      const moments = [...at(start), ...at(end)];
      const [first, second] = moments;
      if (start !== undefined && end === undefined) return [...moments, { text: present, iso: undefined }];
      return first && first.text === second?.text ? [first] : moments;
    },
  };
}
