import * as z from "zod";
import { sectionSetting } from "../options/sections.js";
import { kindsOfSlides } from "../utils/file-kinds.js";
import type { JsonLdNode } from "../utils/json-ld.js";
import { calendarLink, calendarUrl, describeEvent } from "./events/calendar.js";
import { times, zone } from "./events/fields.js";
import { reversedHint, timeHint } from "./events/hints.js";
import {
  calendarTimes,
  type EventTimes,
  eventTimes,
  isUpcoming,
  showTimes,
  type TimeFields,
} from "./events/times.js";
import { common, connected, link, markdown, text } from "./fields.js";
import { lenient } from "./lenient.js";
import { groupBy, listSection } from "./list-section.js";
import { coordinates } from "./map/coordinates.js";
import { type TalkMap, talkMap } from "./map/talk-map.js";
import { type PartialDate, partialDate } from "./partial-dates.js";
import type { Entry, EntryFields, Group, NamedGroups, PageTop, RenderContext } from "./section.js";

/** One talk. */
const talk = z.strictObject({
  /** Title of the talk. */
  title: text,

  /** Conference, seminar or other event. */
  event: text.optional(),

  /** Day, month or year of the talk. @example 2024-03-05 */
  date: partialDate.optional(),

  /** Year of the talk, if it has no `date`. */
  year: z.int().min(1).max(9999).optional(),

  /** Last day of an event of several days. */
  endDate: partialDate.optional(),

  ...times,

  timeZone: zone,

  /** Whether it does not take place; the list and calendars then mark it. @default false */
  cancelled: lenient(z.boolean()),

  /** Latitude and longitude of the place in degrees, for the map. @example [48.85, 2.35] */
  coordinates,

  /** Town, building, or both. @example "Paris" */
  place: text.optional(),

  /** Kind of talk. @example "Invited talk" */
  kind: text.optional(),

  /** Slides: a file of the site, which is copied, or a URL. */
  slides: link.optional(),

  /** Recording: a file of the site, which is copied, or a URL. */
  video: link.optional(),

  /** Abstract, in Markdown. */
  abstract: markdown.optional(),

  /** Speakers in addition to the site's owner. @default [] */
  coauthors: z.array(text).default([]),

  ...common,
  ...connected,
});

type Talk = z.output<typeof talk>;

interface TalkEntry extends EntryFields {
  title: string;
  event: string | undefined;
  kind: string | undefined;
  place: string | undefined;
  coauthors: string[];
  /** `Cancelled`, if it is. */
  status: string | undefined;
  /** When it is, for calendars. */
  times: EventTimes | undefined;
  isUpcoming: boolean;
  coordinates: readonly [number, number] | undefined;
  /** Its first day. */
  start: PartialDate;
  end: PartialDate | undefined;
  /** Its dates as text; empty if only the year is known, which is the heading already. */
  when: string;
  /** `Abstract`, the text of the element that unfolds it. */
  abstractLabel: string;
}

/** What the page of talks has above the list. */
interface TalksTop extends PageTop {
  /** URL of the calendar of all talks. */
  calendar: string | undefined;
  map: TalkMap | undefined;
}

const timesOf = ({ date, year, endDate, time, endTime, timeZone }: Talk): TimeFields => ({
  date: date ?? year,
  endDate,
  time,
  endTime,
  timeZone,
});

/** The id of the group of talks that are still to come. */
const upcomingId = "upcoming";

const newestFirst = (a: TalkEntry, b: TalkEntry): number => b.start.date.getTime() - a.start.date.getTime();

/** Talks to come, the soonest first; and the others by year, newest first. */
export const talks = listSection({
  noun: "talk",
  name: "talks",
  partial: "indigo/sections/talk-entry.njk",
  homeLimit: 5,
  schema: talk,
  text: "abstract",
  needs: ["date", "year"],
  files: {
    slides: kindsOfSlides,
    video: ["recording"],
  },
  complete(entry, { report }) {
    const fields = timesOf(entry.facts as Talk);
    report.hints.push(...timeHint(fields, entry.where), ...reversedHint(fields, entry.where));
    return entry;
  },
  entry(facts, { site, today }, anchor): TalkEntry {
    const { strings, themeSections } = site;
    const { title, event, kind, place, coauthors, slides, video, links } = facts;
    const { start, end, words } = showTimes(timesOf(facts), site);
    const moments = eventTimes(timesOf(facts), site.timeZone);
    const isToCome = moments !== undefined && isUpcoming(moments, today);
    const hasCalendar =
      sectionSetting(themeSections.talks)?.calendar && isToCome && !facts.cancelled && calendarTimes(moments);
    const fileLinks = [
      ...(slides ? [{ label: strings.slides, url: slides }] : []),
      ...(video ? [{ label: strings.video, url: video }] : []),
    ];
    return {
      title,
      event,
      kind,
      place,
      coauthors,
      status: facts.cancelled ? strings.cancelled : undefined,
      times: moments,
      isUpcoming: isToCome,
      coordinates: facts.coordinates,
      start,
      end,
      when: words === start.year ? "" : words,
      abstractLabel: strings.abstract,
      links: [...fileLinks, ...links, ...(hasCalendar ? [calendarLink("talks", anchor, strings)] : [])],
    };
  },
  groups(entries, { site: { strings } }) {
    const upcoming = entries.filter((entry) => entry.isUpcoming).sort((a, b) => newestFirst(b, a));
    const past = entries.filter((entry) => !entry.isUpcoming);
    return [
      ...(upcoming.length > 0 ? [{ label: strings.upcoming, id: upcomingId, entries: upcoming }] : []),
      ...byYear(past),
    ];
  },
  /** All of them on any day, since a page must not fail because a talk is over. */
  named(groups, { site: { strings } }): NamedGroups[] {
    const upcoming = groups.filter(({ id }) => id === upcomingId);
    return [
      { id: upcomingId, label: strings.upcoming, groups: upcoming },
      { id: "past", label: "", groups: groups.filter((group) => !upcoming.includes(group)) },
      ...byYear(groups.flatMap(({ entries }) => entries)).map((group) => ({
        id: group.label,
        label: "",
        groups: [group],
      })),
    ];
  },
  top: topOfTalks,
  events: (entry, context) => describeEvent("talks", entry, context),
  /** @see https://schema.org/Event */
  node: (entry, { site, absolute }): JsonLdNode => {
    const { title, event, start, end, url, coauthors, status, nodeUrl } = entry;
    return {
      "@type": "Event",
      "@id": nodeUrl && absolute(nodeUrl),
      name: title,
      startDate: start.iso,
      endDate: end?.iso,
      eventStatus: status && "https://schema.org/EventCancelled",
      location: placeNode(entry),
      superEvent: event === undefined ? undefined : { "@type": "Event", name: event },
      performer: [site.author.name, ...coauthors].map((name) => ({ "@type": "Person", name })),
      url: url && absolute(url),
    };
  },
});

const byYear = (entries: readonly Entry<TalkEntry>[]): Group<TalkEntry>[] =>
  groupBy(entries.toSorted(newestFirst), ({ start }) => start.year);

/** @see https://schema.org/Place */
function placeNode({ place, coordinates: at }: TalkEntry): JsonLdNode | undefined {
  if (place === undefined && at === undefined) return undefined;
  return {
    "@type": "Place",
    name: place,
    address: place,
    geo: at && { "@type": "GeoCoordinates", latitude: at[0], longitude: at[1] },
  };
}

function topOfTalks(groups: Group<TalkEntry>[], { site }: RenderContext): TalksTop | undefined {
  const setting = sectionSetting(site.themeSections.talks);
  const entries = groups.flatMap((group) => group.entries);
  const hasCalendar = setting?.calendar && entries.some(({ times: at }) => at && calendarTimes(at));
  const map = setting?.map
    ? talkMap(
        entries.flatMap(({ title, place, anchor, coordinates: at }) =>
          at ? [{ title, place, anchor, coordinates: at }] : [],
        ),
      )
    : undefined;
  if (!hasCalendar && !map) return undefined;
  return {
    partial: "indigo/sections/talks-top.njk",
    calendar: hasCalendar ? calendarUrl("talks") : undefined,
    map,
  };
}
