import * as z from "zod";
import { fill } from "../i18n/fill.js";
import type { JsonLdNode } from "../utils/json-ld.js";
import { common, link, markdown, text } from "./fields.js";
import { groupBy, listSection } from "./list-section.js";
import { day, type PartialDate, showDay } from "./partial-dates.js";
import type { EntryFields } from "./section.js";

/** One talk. */
const talk = z.strictObject({
  /** What it is about. */
  title: text,

  /** Where it is held: a conference, a seminar. */
  event: text.optional(),

  /** When it is held, as exactly as it is known. @example 2024-03-05 */
  date: day.optional(),

  /** The year, where no `date` is known. */
  year: z.int().min(1).max(9999).optional(),

  /** The last day of an event of several. */
  endDate: day.optional(),

  /** A town, a building, or both. @example "Paris" */
  place: text.optional(),

  /** What kind it is. @example "Invited talk" */
  kind: text.optional(),

  /** Slides: a file of the site, which is copied, or an address. */
  slides: link.optional(),

  /** A recording, likewise. */
  video: link.optional(),

  /** What it is about at length, in Markdown. */
  abstract: markdown.optional(),

  /** Who holds it besides the site's owner. @default [] */
  coauthors: z.array(text).default([]),

  ...common,
});

interface TalkEntry extends EntryFields {
  title: string;
  event: string | undefined;
  kind: string | undefined;
  place: string | undefined;
  coauthors: string[];
  /** Its first day. */
  start: PartialDate;
  end: PartialDate | undefined;
  /** Its days in words; empty where only the year is known, under which it stands. */
  when: string;
  /** `Abstract`, for what unfolds it. */
  abstractLabel: string;
}

/** Talks by year, newest first. */
export const talks = listSection({
  noun: "talk",
  partial: "indigo/sections/talk-entry.njk",
  schema: talk,
  text: "abstract",
  needs: ["date", "year"],
  files: ["slides", "video"],
  entry({ date, year, endDate, slides, video, links, ...facts }, { site }): TalkEntry {
    const { strings } = site;
    const start = showDay(date ?? year ?? "", site);
    const end = endDate === undefined ? undefined : showDay(endDate, site);
    const made = [
      ...(slides ? [{ label: strings.slides, url: slides }] : []),
      ...(video ? [{ label: strings.video, url: video }] : []),
    ];
    const { title, event, kind, place, coauthors } = facts;
    return {
      title,
      event,
      kind,
      place,
      coauthors,
      start,
      end,
      when: end
        ? fill(strings.dateRange, start.words, end.words)
        : start.words === start.year
          ? ""
          : start.words,
      abstractLabel: strings.abstract,
      links: [...made, ...links],
    };
  },
  groups: (entries) =>
    groupBy(
      entries.toSorted((a, b) => b.start.date.getTime() - a.start.date.getTime()),
      ({ start }) => start.year,
    ),
  structuredData: (groups, { site, absolute }): JsonLdNode[] =>
    groups.flatMap(({ entries }) =>
      entries.map(({ title, event, place, start, end, url, coauthors }) => ({
        "@type": "Event",
        name: title,
        startDate: start.iso,
        endDate: end?.iso,
        location: place === undefined ? undefined : { "@type": "Place", name: place, address: place },
        superEvent: event === undefined ? undefined : { "@type": "Event", name: event },
        performer: [site.author.name, ...coauthors].map((name) => ({ "@type": "Person", name })),
        url: url && absolute(url),
      })),
    ),
});
