import * as z from "zod";
import { fill } from "../i18n/fill.js";
import { kindsOfSlides } from "../utils/file-kinds.js";
import type { JsonLdNode } from "../utils/json-ld.js";
import { common, connected, link, markdown, text } from "./fields.js";
import { groupBy, listSection } from "./list-section.js";
import { formatPartialDate, type PartialDate, partialDate } from "./partial-dates.js";
import type { EntryFields } from "./section.js";

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

interface TalkEntry extends EntryFields {
  title: string;
  event: string | undefined;
  kind: string | undefined;
  place: string | undefined;
  coauthors: string[];
  /** Its first day. */
  start: PartialDate;
  end: PartialDate | undefined;
  /** Its dates as text; empty if only the year is known, which is the heading already. */
  when: string;
  /** `Abstract`, the text of the element that unfolds it. */
  abstractLabel: string;
}

/** Talks by year, newest first. */
export const talks = listSection({
  noun: "talk",
  name: "talks",
  partial: "indigo/sections/talk-entry.njk",
  schema: talk,
  text: "abstract",
  needs: ["date", "year"],
  files: {
    slides: kindsOfSlides,
    video: ["recording"],
  },
  entry({ date, year, endDate, slides, video, links, ...facts }, { site }): TalkEntry {
    const { strings } = site;
    const start = formatPartialDate(date ?? year ?? "", site);
    const end = endDate === undefined ? undefined : formatPartialDate(endDate, site);
    const fileLinks = [
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
      links: [...fileLinks, ...links],
    };
  },
  groups: (entries) =>
    groupBy(
      entries.toSorted((a, b) => b.start.date.getTime() - a.start.date.getTime()),
      ({ start }) => start.year,
    ),
  /** @see https://schema.org/Event */
  node: ({ title, event, place, start, end, url, coauthors, nodeUrl }, { site, absolute }): JsonLdNode => ({
    "@type": "Event",
    "@id": nodeUrl && absolute(nodeUrl),
    name: title,
    startDate: start.iso,
    endDate: end?.iso,
    location: place === undefined ? undefined : { "@type": "Place", name: place, address: place },
    superEvent: event === undefined ? undefined : { "@type": "Event", name: event },
    performer: [site.author.name, ...coauthors].map((name) => ({ "@type": "Person", name })),
    url: url && absolute(url),
  }),
});
