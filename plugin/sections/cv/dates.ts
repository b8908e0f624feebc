/** Returns whether a text is a year, a month or a day that exists: `2014`, `2014-06`, `2014-06-29`. */
export const isDate = (value: string): boolean => hasDatePattern(value) && isInCalendar(value);

/** Returns whether the standard of JSON Resume accepts a text as a date: its pattern allows month 19 and February 39. */
export const hasDatePattern = (value: string): boolean => /^[12]\d{3}(-[01]\d(-[0-3]\d)?)?$/.test(value);

/** Returns whether a text with the pattern of a date is one of the calendar. */
export function isInCalendar(value: string): boolean {
  const date = new Date(`${value}${"-01".repeat(3 - value.split("-").length)}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** Returns whether a period ends before it starts, by the units that both dates have: a year ends after any of its months starts. */
export function isReversed(start: string, end: string): boolean {
  const length = Math.min(start.length, end.length);
  return end.slice(0, length) < start.slice(0, length);
}
