import { DateTime } from "luxon";
import { fill } from "../../i18n/fill.js";
import type { Site } from "../../options/site.js";
import type { CalendarTime } from "../../utils/icalendar.js";
import { zoneOf } from "../../utils/time-zone.js";
import {
  formatPartialDate,
  type PartialDate,
  type PartialDateUnit,
  parsePartialDate,
} from "../partial-dates.js";

/** When an event is, as its author writes it. */
export interface TimeFields {
  date?: string | number | undefined;
  endDate?: string | number | undefined;
  time?: string | undefined;
  endTime?: string | undefined;
  timeZone?: string | undefined;
}

/** A moment, or the start of a day, month or year. */
interface Point {
  at: DateTime;
  unit: PartialDateUnit | "time";
}

/** When an event is. */
export interface EventTimes {
  start: Point;
  /** Undefined if it is not known, or before its start. */
  end: Point | undefined;
  /** The field by which it would end before it starts. */
  wrong: "endDate" | "endTime" | undefined;
}

/** Returns when an event is; undefined without a valid date. */
export function eventTimes(fields: TimeFields, siteZone: string): EventTimes | undefined {
  const { date, endDate, time, endTime, timeZone = siteZone } = fields;
  const start = pointOf(date, time, timeZone);
  if (!start) return undefined;
  const end =
    endDate !== undefined
      ? pointOf(endDate, endTime, timeZone)
      : start.unit === "time" && endTime !== undefined
        ? { at: atTime(start.at, endTime), unit: "time" as const }
        : undefined;
  if (!end || lastMoment(end) >= start.at.toMillis()) return { start, end, wrong: undefined };
  const isSameDay = endDate === undefined || end.at.hasSame(start.at, "day");
  return { start, end: undefined, wrong: isSameDay ? "endTime" : "endDate" };
}

function pointOf(
  date: string | number | undefined,
  time: string | undefined,
  zone: string,
): Point | undefined {
  const parsed = date === undefined ? undefined : parsePartialDate(String(date), zone);
  if (!parsed) return undefined;
  const at = DateTime.fromJSDate(parsed.date, { zone: zoneOf(zone) });
  if (parsed.unit !== "day") return { at, unit: parsed.unit };
  if (time !== undefined) return { at: atTime(at, time), unit: "time" };
  return { at, unit: /\d[T ]\d+:\d\d/.test(String(date)) ? "time" : "day" };
}

const atTime = (day: DateTime, time: string): DateTime => {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return day.startOf("day").set({ hour, minute });
};

const lastMoment = ({ at, unit }: Point): number => (unit === "time" ? at : at.endOf(unit)).toMillis();

/**
 * Returns whether an event is still to come: it does not end before today. A month or a year is to come until it begins, since
 * it is not known whether the event is over.
 *
 * @param today - The day of the build, `2027-03-05`.
 */
export function isUpcoming({ start, end = start }: EventTimes, today: string): boolean {
  const day = end.at.toFormat("yyyy-MM-dd", ascii);
  return end.unit === "month" || end.unit === "year" ? day > today : day >= today;
}

const ascii = { locale: "en", numberingSystem: "latn" } as const;

/** Returns the start and the end of an event for calendars; undefined if its day is not known. */
export function calendarTimes({
  start,
  end,
}: EventTimes): { start: CalendarTime; end: CalendarTime | undefined } | undefined {
  if (start.unit === "month" || start.unit === "year") return undefined;
  const known = end?.unit === "month" || end?.unit === "year" ? undefined : end;
  const dayOf = ({ at }: Point): string => at.toFormat("yyyy-MM-dd", ascii);
  if (start.unit === "day") return { start: dayOf(start), end: dayOf(known ?? start) };
  // The last day of an event that starts at a time ends with that day.
  const last = known?.unit === "day" ? known.at.plus({ days: 1 }) : known?.at;
  return { start: start.at.toJSDate(), end: last?.toJSDate() };
}

/** When an event is, for readers and programs. */
export interface ShownTimes {
  start: PartialDate;
  end: PartialDate | undefined;
  /** Its days and times as text: `Mar 05 2027, 14:00 – 15:00`. */
  words: string;
  /** The same in two parts, if it is on one day and has times: `Mar 05 2027` and `14:00 – 15:00`. */
  parts: readonly [day: string, time: string] | undefined;
}

/** Returns when an event is in the language of a site; the fields must have a valid date. */
export function showTimes(fields: TimeFields, site: Site): ShownTimes {
  const { strings } = site;
  const { date = "", endDate, time, timeZone } = fields;
  const start = formatPartialDate(date, site);
  const end = endDate === undefined ? undefined : formatPartialDate(endDate, site);
  const days = end ? fill(strings.dateRange, start.words, end.words) : start.words;
  const times = time === undefined ? undefined : eventTimes(fields, site.timeZone);
  // A time that is part of the date is shown by no field, as before there were fields for times.
  if (times?.start.unit !== "time") return { start, end, words: days, parts: undefined };
  const [from, to] = [times.start, times.end?.unit === "time" ? times.end : undefined];
  const timeOf = ({ at }: Point): string => at.toFormat("HH:mm", ascii);
  const zone = timeZone === undefined ? "" : ` ${from.at.setLocale(site.language).toFormat("ZZZZ")}`;
  const moment = (point: Point, of: PartialDate): PartialDate => ({
    ...of,
    iso: point.at.toFormat("yyyy-MM-dd'T'HH:mmZZ", ascii),
    date: point.at.toJSDate(),
  });
  if (end === undefined) {
    const clock = (to ? fill(strings.dateRange, timeOf(from), timeOf(to)) : timeOf(from)) + zone;
    return {
      start: moment(from, start),
      end: to && moment(to, start),
      words: fill(strings.dateAndTime, start.words, clock),
      parts: [start.words, clock],
    };
  }
  const [first, last] = [
    fill(strings.dateAndTime, start.words, timeOf(from)),
    to ? fill(strings.dateAndTime, end.words, timeOf(to)) : end.words,
  ];
  return {
    start: moment(from, start),
    end: to ? moment(to, end) : end,
    words: fill(strings.dateRange, first, last) + zone,
    parts: undefined,
  };
}
