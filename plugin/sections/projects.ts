import * as z from "zod";
import type { JsonLdNode } from "../utils/json-ld.js";
import { common, file, label, markdown, text } from "./fields.js";
import { groupBy, listSection } from "./list-section.js";
import type { EntryFields } from "./section.js";

/** One project. */
const project = z.strictObject({
  /** What it is called. */
  title: text,

  /** What it is about, in Markdown. */
  description: markdown.optional(),

  /** A picture, best twice as wide as high: a file of the site, which is copied, or a full address. */
  picture: file.optional(),

  /** What the picture shows. The default is nothing: it then only adorns the title. */
  alt: text.optional(),

  /** Whether it goes on. @example "Finished" */
  status: text.optional(),

  /** From when to when. @example "2021–2024" */
  years: label.optional(),

  /** A heading that it stands under. */
  category: text.optional(),

  ...common,
});

interface ProjectEntry extends EntryFields {
  title: string;
  picture: { url: string; alt: string } | undefined;
  status: string | undefined;
  years: string | undefined;
  category: string | undefined;
}

/** Projects in the author's order, under their categories if they have some. */
export const projects = listSection({
  noun: "project",
  partial: "indigo/sections/project-entry.njk",
  schema: project,
  text: "description",
  pictures: ["picture"],
  entry: ({ title, picture, alt = "", status, years, category, links }): ProjectEntry => ({
    title,
    picture: picture === undefined ? undefined : { url: picture, alt },
    status,
    years,
    category,
    links,
  }),
  groups: (entries) => groupBy(entries, ({ category }) => category),
  structuredData: (groups, { absolute }): JsonLdNode[] =>
    groups.flatMap(({ entries }) =>
      entries.map(({ title, picture, url }) => ({
        "@type": "ResearchProject",
        name: title,
        image: picture && absolute(picture.url),
        url: url && absolute(url),
      })),
    ),
});
