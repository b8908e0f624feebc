import { fill } from "../../i18n/fill.js";
import type { Strings } from "../../i18n/strings/types.js";
import type { NavigationItem } from "../../options/navigation.js";
import { routeUrl } from "../../options/routes.js";
import { htmlText } from "../../utils/html-text.js";
import type { CalendarEvent } from "../../utils/icalendar.js";
import type { Entry, EntryFields, RenderContext } from "../section.js";
import { calendarTimes, type EventTimes } from "./times.js";

/** The sections whose entries may be in calendars. */
export type CalendarSection = "talks" | "teaching";

const routeOf = { talks: "talkCalendar", teaching: "courseCalendar" } as const;

/** Returns the URL of the calendar of one entry, or of all talks. */
export const calendarUrl = (section: CalendarSection, anchor?: string): string =>
  anchor === undefined ? routeUrl("talksCalendar") : routeUrl(routeOf[section]).replace("ID", anchor);

/** Returns the link to the calendar of one entry. */
export const calendarLink = (
  section: CalendarSection,
  anchor: string,
  { addToCalendar }: Pick<Strings, "addToCalendar">,
): NavigationItem => ({ label: addToCalendar, url: calendarUrl(section, anchor) });

/** What an entry of a section says of its event. */
interface EventFields extends EntryFields {
  title: string;
  times: EventTimes | undefined;
  event?: string | undefined;
  kind?: string | undefined;
  place?: string | undefined;
  coauthors?: readonly string[];
  coordinates?: readonly [number, number] | undefined;
  status?: string | undefined;
}

/** Returns the event of an entry for calendars; none if its day is not known. */
export function describeEvent(
  section: CalendarSection,
  entry: Entry<EventFields>,
  context: RenderContext,
): CalendarEvent[] {
  const times = entry.times && calendarTimes(entry.times);
  if (!times) return [];
  const { title, event, kind, place, coauthors = [], coordinates, status } = entry;
  const { strings } = context.site;
  const people = coauthors.length > 0 ? fill(strings.withPeople, coauthors.join(", ")) : undefined;
  const facts = [kind, event, people].filter(Boolean).join("\n");
  return [
    {
      ...times,
      uid: eventId(section, entry.anchor, context),
      title,
      place,
      coordinates,
      isCancelled: status !== undefined,
      description: [facts, htmlText(entry.wholeHtml)].filter(Boolean).join("\n\n"),
      url: eventUrl(section, entry, context),
    },
  ];
}

/** Returns the id of an event: that of its entry, at the host of the site. */
export function eventId(section: CalendarSection, id: string, { site: { url } }: RenderContext): string {
  return `${section}-${id}@${url === undefined ? "indigo.invalid" : new URL(url).host}`;
}

/** Returns the full URL of the page about an event; undefined if the URL of the site is not known. */
export function eventUrl(
  section: CalendarSection,
  { url = `/${section}/` }: Entry,
  { absolute }: RenderContext,
): string | undefined {
  const full = absolute(url);
  return URL.canParse(full) ? new URL(full).href : undefined;
}
