import * as z from "zod";
import { text } from "../utils/schema-values.js";

/** `true`, or the path of a data file or of a folder. */
const place = z.union([z.boolean(), text]);

/**
 * Sections of an academic site; all are off by default. `true` reads the data file of that name (`talks.yaml`, `.yml` or
 * `.json`) in the input folder or the data folder, else the folder of that name. A text is the path of another file or
 * folder.
 */
export const sections = z.strictObject({
  /** Dated news, newest first. The latest are on the home page. @example true */
  news: place.optional(),

  /** Talks by year, newest first. @example "talks.yaml" */
  talks: place.optional(),

  /** Courses by term, in the author's order. @example true */
  teaching: place.optional(),

  /** Members of a group, and the current positions of its alumni. @example "people/" */
  people: place.optional(),

  /** Projects as cards with images, above the posts with `projects: true`. @example true */
  projects: place.optional(),

  /** A CV from a JSON Resume file, as JSON or YAML. @example "resume.json" */
  cv: place.optional(),
});

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
