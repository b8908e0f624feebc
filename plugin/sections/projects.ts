import * as z from "zod";
import type { JsonLdNode } from "../utils/json-ld.js";
import { common, connected, file, label, markdown, text } from "./fields.js";
import { groupBy, listSection } from "./list-section.js";
import type { EntryFields } from "./section.js";

/** One project. */
const project = z.strictObject({
  /** Name of the project. */
  title: text,

  /** Description, in Markdown. */
  description: markdown.optional(),

  /** Image, best twice as wide as high: a file of the site, which is copied. A full URL at another host becomes a link. */
  picture: file.optional(),

  /** Alternative text of the image. The default is empty, for a decorative image. */
  alt: text.optional(),

  /** State of the project. @example "Finished" */
  status: text.optional(),

  /** Its first and last year. @example "2021–2024" */
  years: label.optional(),

  /** Heading under which it is listed. */
  category: text.optional(),

  ...common,
  ...connected,
});

interface ProjectEntry extends EntryFields {
  title: string;
  picture: { url: string; alt: string } | undefined;
  status: string | undefined;
  years: string | undefined;
  category: string | undefined;
}

/** Projects in the author's order, grouped by category if they have one. */
export const projects = listSection({
  noun: "project",
  partial: "indigo/sections/project-entry.njk",
  schema: project,
  text: "description",
  images: ["picture"],
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
