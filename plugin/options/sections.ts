import * as z from "zod";
import { file, languageTag, text } from "../utils/schema-values.js";

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

/** A heading: in the main language, or in each of several languages, by their tags. */
export const heading = z.union([text, z.record(languageTag, text)]);

/**
 * Returns a heading in a language; undefined if it has none in it.
 *
 * @param isMain - Whether it is the main language of the site.
 */
export const headingIn = (
  value: z.output<typeof heading> | undefined,
  language: string,
  isMain: boolean,
): string | undefined => (typeof value === "string" ? (isMain ? value : undefined) : value?.[language]);

/** The CV: its place, and how its groups are arranged. */
export const cv = z.strictObject({
  ...written,

  /**
   * Groups in the order in which they are shown, by name. Others follow in their own order.
   *
   * @default []
   * @example ["education", "work"]
   */
  order: z.array(text).default([]),

  /** Groups that are not shown. @default [] */
  hide: z.array(text).default([]),

  /** Headings of groups, by name. A text is that of the main language. @example { work: "Positions" } */
  labels: z.record(z.string(), heading).default({}),

  /**
   * A selection of the site's publications, which replaces those of the CV, in the words of the shortcode `publications`, or as
   * named values.
   *
   * @example "selected by type"
   */
  publications: z.union([text, z.looseObject({})]).optional(),

  /**
   * The photo: a file of the site, with its alternative text, or whether the one of the CV is shown. By default it is if it is
   * a path of the site. The alternative text is empty by default, since the name follows.
   *
   * @example "assets/me.jpg"
   */
  photo: z
    .union([z.boolean(), file, z.strictObject({ path: file.optional(), alt: text.optional() })])
    .optional(),
});

/** The options of the CV. */
export type CvOptions = z.output<typeof cv>;

/** Returns the options of the CV by the value of its option, which may be a path or `true`. */
export const cvOptions = (option: z.output<typeof sections>["cv"]): CvOptions =>
  typeof option === "object" ? option : cv.parse({});

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

  /**
   * A CV from a file of JSON Resume or RenderCV, in JSON or YAML. An object arranges its groups.
   *
   * @example { order: ["education"], publications: "selected" }
   */
  cv: z.union([z.boolean(), text, cv]).optional(),
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
type SectionOption = z.output<typeof sections>[SectionName];

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
  news: { navOrder: 15, perLanguage: true },
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
