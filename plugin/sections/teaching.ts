import * as z from "zod";
import type { NavigationItem } from "../options/navigation.js";
import { sectionSetting } from "../options/sections.js";
import type { JsonLdNode } from "../utils/json-ld.js";
import { calendarLink } from "./events/calendar.js";
import { common, label, markdown, text } from "./fields.js";
import { groupBy, listSection } from "./list-section.js";
import { type ReadSession, readSchedule } from "./schedule/read.js";
import { type ShownSchedule, sessionEvents, showSchedule } from "./schedule/show.js";
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

  /** Sessions, as a list of days or weeks with their topics, readings and material; read by `schedule/read.ts`. */
  schedule: z.unknown().optional(),

  /** The name of its calendar. The default is that of its file in a folder, else its title, as in a URL. */
  id: z.unknown().optional(),

  ...common,
});

type Course = Omit<z.output<typeof course>, "id" | "url" | "order" | "description" | "schedule">;

interface CourseEntry extends EntryFields, Course {
  title: string;
  links: Course["links"];
  sessions: readonly ReadSession[];
  /** The link to its calendar, if one of its sessions is still to come. */
  calendar: NavigationItem | undefined;
  /** Its sessions as a table. */
  schedule: ShownSchedule | undefined;
}

/** Courses by term, in the author's order. */
export const teaching = listSection({
  noun: "course",
  partial: "indigo/sections/course-entry.njk",
  homeLimit: 5,
  schema: course,
  text: "description",
  lastFirst: true,
  complete(entry, context) {
    const { sessions, files } = readSchedule(entry, context);
    return {
      ...entry,
      facts: { ...entry.facts, schedule: sessions },
      files: [...entry.files, ...files],
    };
  },
  entry(facts, context, anchor): CourseEntry {
    const { id: _id, url: _url, order: _order, description: _text, schedule, ...own } = facts;
    const { strings, themeSections } = context.site;
    const sessions = schedule as readonly ReadSession[];
    const shown = showSchedule(sessions, context);
    const hasCalendar = sectionSetting(themeSections.teaching)?.calendar && shown?.isUpcoming;
    const calendar = hasCalendar ? calendarLink("teaching", anchor, strings) : undefined;
    const links = [...own.links, ...(calendar ? [calendar] : [])];
    return { ...own, links, calendar, sessions, schedule: shown };
  },
  groups: (entries) => groupBy(entries, ({ term }) => term),
  events: (entry, context) => sessionEvents(entry, context),
  /** @see https://schema.org/Course, https://schema.org/CourseInstance */
  node: (
    { title, term, code, institution, level, place, url, schedule },
    { site, absolute },
  ): JsonLdNode => ({
    "@type": "Course",
    name: title,
    courseCode: code,
    educationalLevel: level,
    url: url && absolute(url),
    provider: institution === undefined ? undefined : { "@type": "Organization", name: institution },
    hasCourseInstance:
      term === undefined && schedule?.firstDay === undefined
        ? undefined
        : {
            "@type": "CourseInstance",
            name: term === undefined ? title : `${title}, ${term}`,
            startDate: schedule?.firstDay,
            endDate: schedule?.lastDay,
            location: place,
            instructor: { "@type": "Person", name: site.author.name },
          },
  }),
});
