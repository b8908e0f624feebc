import * as z from "zod";
import type { JsonLdNode } from "../utils/json-ld.js";
import { common, connected, file, label, markdown, text } from "./fields.js";
import { focus, focusClasses } from "./focus.js";
import { initials } from "./initials.js";
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

  /** The point of the image that stays visible where it is cropped. The default is its middle. @example "50% 20%" */
  focus: focus.optional(),

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
  /** The image, and the classes that set its focus. */
  picture: { url: string; alt: string; focus: string } | undefined;
  /** In place of a missing image. */
  initials: string;
  status: string | undefined;
  years: string | undefined;
  category: string | undefined;
}

/** Projects in the author's order, grouped by category if they have one. */
export const projects = listSection({
  noun: "project",
  name: "projects",
  partial: "indigo/sections/project-entry.njk",
  groupsPartial: "indigo/sections/section-cards.njk",
  homeLimit: 6,
  schema: project,
  text: "description",
  images: ["picture"],
  entry: (
    { title, picture, alt = "", focus: point, status, years, category, links },
    { site },
  ): ProjectEntry => ({
    title,
    picture: picture === undefined ? undefined : { url: picture, alt, focus: focusClasses(point) },
    initials: initials(title, site.language),
    status,
    years,
    category,
    links,
  }),
  groups: (entries) => groupBy(entries, ({ category }) => category),
  /** @see https://schema.org/ResearchProject */
  node: ({ title, picture, url, nodeUrl }, { absolute }): JsonLdNode => ({
    "@type": "ResearchProject",
    "@id": nodeUrl && absolute(nodeUrl),
    name: title,
    image: picture && absolute(picture.url),
    url: url && absolute(url),
  }),
});
