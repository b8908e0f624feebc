import * as z from "zod";
import type { JsonLdNode } from "../utils/json-ld.js";
import { common, label, markdown, text } from "./fields.js";
import { groupBy, listSection } from "./list-section.js";
import type { EntryFields } from "./section.js";

/** One course. */
const course = z.strictObject({
  /** What it is called. */
  title: text,

  /** When it is held. Courses of one term stand together. @example "Fall 2024" */
  term: label.optional(),

  /** Its code at the institution. @example "CS 229" */
  code: label.optional(),

  /** What the site's owner does in it. @example "Instructor" */
  role: text.optional(),

  /** Who offers it. */
  institution: text.optional(),

  /** For whom it is. @example "Graduate" */
  level: text.optional(),

  /** Where it is held. */
  place: text.optional(),

  /** At what time of the week. @example "Tuesdays, 10:00" */
  time: text.optional(),

  /** What it is about, in Markdown. */
  description: markdown.optional(),

  ...common,
});

type Course = Omit<z.output<typeof course>, "url" | "order" | "description">;

interface CourseEntry extends EntryFields, Course {
  title: string;
  links: Course["links"];
}

/** Courses by term, in the author's order. */
export const teaching = listSection({
  noun: "course",
  partial: "indigo/sections/course-entry.njk",
  schema: course,
  text: "description",
  lastFirst: true,
  entry: ({ url: _url, order: _order, description: _text, ...facts }): CourseEntry => facts,
  groups: (entries) => groupBy(entries, ({ term }) => term),
  structuredData: (groups, { site, absolute }): JsonLdNode[] =>
    groups.flatMap(({ entries }) =>
      entries.map(({ title, term, code, institution, level, place, url }) => ({
        "@type": "Course",
        name: title,
        courseCode: code,
        educationalLevel: level,
        url: url && absolute(url),
        provider: institution === undefined ? undefined : { "@type": "Organization", name: institution },
        hasCourseInstance:
          term === undefined
            ? undefined
            : {
                "@type": "CourseInstance",
                name: `${title}, ${term}`,
                location: place,
                instructor: { "@type": "Person", name: site.author.name },
              },
      })),
    ),
});
