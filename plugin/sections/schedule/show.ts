import { fill } from "../../i18n/fill.js";
import type { NavigationItem } from "../../options/navigation.js";
import type { Site } from "../../options/site.js";
import { htmlText } from "../../utils/html-text.js";
import type { CalendarEvent } from "../../utils/icalendar.js";
import { slug, uniqueIds } from "../../utils/slug.js";
import { eventId, eventUrl } from "../events/calendar.js";
import { calendarTimes, eventTimes, isUpcoming, showTimes } from "../events/times.js";
import type { PartialDate } from "../partial-dates.js";
import type { Entry, RenderContext } from "../section.js";
import type { ReadSession } from "./read.js";

/** A session as a row of the table. */
interface ShownSession {
  /** `Week 3`, or the author's own word. */
  week: string | undefined;
  start: PartialDate | undefined;
  /** Its date as text, and its time, if that is not part of the date. */
  when: string;
  clock: string | undefined;
  topic: string | undefined;
  textHtml: string;
  readingHtml: string;
  dueHtml: string;
  links: readonly NavigationItem[];
}

/** A schedule as a table. */
export interface ShownSchedule {
  sessions: readonly ShownSession[];
  /** Whether there are columns of these. */
  hasDates: boolean;
  hasReading: boolean;
  hasMaterial: boolean;
  hasDue: boolean;
  /** First and last day that are known, for search engines. */
  firstDay: string | undefined;
  lastDay: string | undefined;
  /** Whether one of its sessions is still to come, and its day is known. */
  isUpcoming: boolean;
}

/** Returns a schedule in the language of a site; undefined for one without sessions. */
export function showSchedule(
  sessions: readonly ReadSession[],
  { site, today }: Pick<RenderContext, "site" | "today">,
): ShownSchedule | undefined {
  if (sessions.length === 0) return undefined;
  const days = sessions
    .flatMap(({ date, endDate }) => [date, endDate].flatMap((each) => each ?? []))
    .map((day) => showTimes({ date: day }, site).start.iso)
    .sort();
  return {
    sessions: sessions.map((session) => showSession(session, site)),
    hasDates: sessions.some(({ date, week }) => date !== undefined || week !== undefined),
    hasReading: sessions.some(({ reading }) => reading !== undefined),
    hasMaterial: sessions.some(
      ({ slides, video, notes, links }) => links.length > 0 || [slides, video, notes].some(Boolean),
    ),
    hasDue: sessions.some(({ due }) => due !== undefined),
    firstDay: days[0],
    lastDay: days.at(-1),
    isUpcoming: sessions.some((session) => {
      const times = eventTimes(session, site.timeZone);
      return times !== undefined && calendarTimes(times) !== undefined && isUpcoming(times, today);
    }),
  };
}

function showSession(session: ReadSession, site: Site): ShownSession {
  const { date, week, topic, slides, video, notes, links } = session;
  const { strings } = site;
  const times = date === undefined ? undefined : showTimes(session, site);
  const [when, clock] = times?.parts ?? [times?.words ?? "", undefined];
  const files = [
    { label: strings.slides, url: slides },
    { label: strings.video, url: video },
    { label: strings.notes, url: notes },
  ];
  return {
    week: week !== undefined && /^\d+([-–]\d+)?$/.test(week) ? fill(strings.week, week) : week,
    start: times?.start,
    when,
    clock,
    topic,
    // Rendered when the page is.
    get textHtml() {
      return session.html("text");
    },
    get readingHtml() {
      return session.html("reading");
    },
    get dueHtml() {
      return session.html("due");
    },
    links: [...files.flatMap(({ label, url }) => (url === undefined ? [] : [{ label, url }])), ...links],
  };
}

/** A course whose sessions are events. */
interface ScheduledCourse {
  title: string;
  code?: string | undefined;
  place?: string | undefined;
  sessions: readonly ReadSession[];
}

/** Returns an event for each session whose day is known. */
export function sessionEvents(
  course: Entry<ScheduledCourse & { links: readonly NavigationItem[] }>,
  context: RenderContext,
): CalendarEvent[] {
  const unique = uniqueIds();
  return course.sessions.flatMap((session): CalendarEvent[] => {
    const times = eventTimes(session, context.site.timeZone);
    const moments = times && calendarTimes(times);
    if (!moments) return [];
    const { topic, date } = session;
    // By its day, so that it stays the same when sessions are added.
    const id = unique(`${course.anchor}-${slug(String(date))}`);
    const name = course.code ?? course.title;
    const details = [session.html("text"), session.html("reading"), session.html("due")].map(htmlText);
    return [
      {
        ...moments,
        uid: eventId("teaching", id, context),
        title: topic === undefined ? name : `${name}: ${topic}`,
        place: course.place,
        description: details.filter(Boolean).join("\n\n"),
        url: eventUrl("teaching", course, context),
      },
    ];
  });
}
