import * as z from "zod";
import { common, markdown, text } from "./fields.js";
import { listSection } from "./list-section.js";
import { day, type PartialDate, showDay } from "./partial-dates.js";
import type { EntryFields } from "./section.js";

/** One piece of news. */
const newsItem = z.strictObject({
  /** When it was. A time on that day orders several of one. @example 2024-03-05 */
  date: day,

  /** What there is to tell, in Markdown. */
  text: markdown.optional(),

  /** A heading, which leads to `url`. */
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
  schema: newsItem,
  text: "text",
  needs: ["text", "title"],
  entry: ({ date, title, links }, { site }): NewsEntry => ({ date: showDay(date, site), title, links }),
  groups: (entries) => [
    { label: "", entries: entries.toSorted((a, b) => b.date.date.getTime() - a.date.date.getTime()) },
  ],
});
