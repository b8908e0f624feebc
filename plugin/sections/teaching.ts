import * as z from "zod";
import type { JsonLdNode } from "../utils/json-ld.js";
import { common, label, markdown, text } from "./fields.js";
import { groupBy, listSection } from "./list-section.js";
import type { EntryFields } from "./section.js";

/** One course. */
const course = z.strictObject({
  /** Name of the course. */
  title: text,

  /** Term, by which courses are grouped. @example "Fall 2024" */
  term: label.optional(),

  /** Code at the institution. @example "CS 229" */
  code: label.optional(),

  /** Role of the site's owner. @example "Instructor" */
  role: text.optional(),

  /** Institution that offers it. */
  institution: text.optional(),

  /** Level of study. @example "Graduate" */
  level: text.optional(),

  /** Room, building or town. */
  place: text.optional(),

  /** Time of the week. @example "Tuesdays, 10:00" */
  time: text.optional(),

  /** Description, in Markdown. */
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
