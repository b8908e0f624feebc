import * as z from "zod";
import { common, markdown, text } from "./fields.js";
import { listSection } from "./list-section.js";
import { formatPartialDate, type PartialDate, partialDate } from "./partial-dates.js";
import type { EntryFields } from "./section.js";

/** One piece of news. */
const newsItem = z.strictObject({
  /** Date of the news. A time of day orders several of one day. @example 2024-03-05 */
  date: partialDate,

  /** Text, in Markdown. */
  text: markdown.optional(),

  /** Heading, which links `url`. */
  title: text.optional(),

  ...common,
});

interface NewsEntry extends EntryFields {
  date: PartialDate;
}

/** News, newest first. */
export const news = listSection({
  noun: "news",
  partial: "indigo/sections/news-entry.njk",
  homeLimit: 5,
  schema: newsItem,
  text: "text",
  needs: ["text", "title"],
  entry: ({ date, title, links }, { site }): NewsEntry => ({
    date: formatPartialDate(date, site),
    title,
    links,
  }),
  groups: (entries) => [
    { label: "", entries: entries.toSorted((a, b) => b.date.date.getTime() - a.date.date.getTime()) },
  ],
});
