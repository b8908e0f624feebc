import * as z from "zod";
import { text } from "../utils/schema-values.js";

/** `true`, or the path of a data file or of a folder. */
const place = z.union([z.boolean(), text]);

const written = {
  /** The path of a data file or of a folder. The default is that of `true`. */
  path: text.optional(),

  /**
   * Whether its data may have HTML and images at other hosts. Whoever writes the data can then run scripts in the browsers
   * of the site's readers.
   *
   * @default false
   */
  html: z.boolean().default(false),
};

/** A section whose texts are Markdown. */
const writtenPlace = z.union([z.boolean(), text, z.strictObject(written)]);

/** A section whose entries may have pages of their own, although they are in one data file. */
const pagedPlace = z.union([
  z.boolean(),
  text,
  z.strictObject({
    ...written,

    /**
     * Whether the theme creates a page for each entry of a data file: `/people/ada/`. The files of a folder are pages anyway.
     *
     * @default false
     */
    pages: z.boolean().default(false),
  }),
]);

const calendar = {
  /**
   * Whether the theme writes an iCalendar file for each entry with dates, `/talks/ID.ics`, and for all talks, `/talks.ics`,
   * and links them.
   *
   * @default false
   */
  calendar: z.boolean().default(false),
};

/** A section of talks. */
const talksPlace = z.union([
  z.boolean(),
  text,
  z.strictObject({
    ...written,
    ...calendar,

    /** Whether the page of talks has a map of those with `coordinates`. @default false */
    map: z.boolean().default(false),
  }),
]);

/** A section of courses, whose schedules may be calendars. */
const teachingPlace = z.union([z.boolean(), text, z.strictObject({ ...written, ...calendar })]);

/**
 * Sections of an academic site; all are off by default. `true` reads the data file of that name (`talks.yaml`, `.yml` or
 * `.json`) in the input folder or the data folder, else the folder of that name. A text is the path of another file or
 * folder. `{ path, html: true }` allows HTML in the data, `{ pages: true }` creates a page for each person or project,
 * `{ calendar: true }` iCalendar files of talks and courses, and `{ map: true }` a map of talks.
 */
export const sections = z.strictObject({
  /** Dated news, newest first. The latest are on the home page. @example true */
  news: writtenPlace.optional(),

  /** Talks to come, and others by year, newest first. @example "talks.yaml" */
  talks: talksPlace.optional(),

  /** Courses by term, in the author's order. @example true */
  teaching: teachingPlace.optional(),

  /** Members of a group, and the current positions of its alumni. @example "people/" */
  people: pagedPlace.optional(),

  /** Projects as cards with images, above the posts with `projects: true`. @example true */
  projects: pagedPlace.optional(),

  /** A CV from a JSON Resume file, as JSON or YAML. @example "resume.json" */
  cv: place.optional(),
});

/** A section that is on: where its data is, whether it may have HTML, and what the theme creates from it. */
export interface SectionSetting {
  /** A path, or `true` for the default files and folder. */
  place: string | true;
  html: boolean;
  pages: boolean;
  calendar: boolean;
  map: boolean;
}

/** The value of the option of a section. */
type SectionOption =
  | boolean
  | string
  | { path?: string | undefined; html: boolean; pages?: boolean; calendar?: boolean; map?: boolean };

/** Returns the setting of a section by the value of its option; undefined if it is off. */
export function sectionSetting(option: SectionOption | undefined): SectionSetting | undefined {
  if (!option) return undefined;
  const off = { html: false, pages: false, calendar: false, map: false };
  if (typeof option !== "object") return { ...off, place: option };
  const { path = true, ...settings } = option;
  return { ...off, ...settings, place: path };
}

/** The name of a section: of its option, its page and its shortcode. */
export type SectionName = keyof z.output<typeof sections>;

/** The page of a section: its position in the default navigation, and whether each language has one. */
interface SectionPage {
  navOrder: number;
  perLanguage: boolean;
}

/** The page of each section, at `/NAME/`; `undefined` for a section that is part of another page. */
export const sectionPages = {
  news: { navOrder: 15, perLanguage: false },
  talks: { navOrder: 60, perLanguage: true },
  teaching: { navOrder: 65, perLanguage: true },
  people: { navOrder: 70, perLanguage: true },
  projects: undefined,
  cv: { navOrder: 92, perLanguage: true },
} as const satisfies Record<SectionName, SectionPage | undefined>;

/** A section with a page of its own. */
export type SectionPageName = {
  [Name in SectionName]: (typeof sectionPages)[Name] extends undefined ? never : Name;
}[SectionName];

/** The sections with a page of their own. */
export const sectionPageNames = (Object.keys(sectionPages) as SectionName[]).filter(
  (name): name is SectionPageName => sectionPages[name] !== undefined,
);
