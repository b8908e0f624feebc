import * as z from "zod";
import { text } from "../utils/schema-values.js";

/** `true`, or the path of a file of data or of a folder. */
const place = z.union([z.boolean(), text]);

/**
 * Sections of an academic site, each off unless it is named. `true` takes the file of data of that name (`talks.yaml`,
 * `.yml` or `.json`) from the input folder or the data folder, else the folder of that name; a text is another file or
 * folder.
 */
export const sections = z.strictObject({
  /** Dated lines, newest first; the latest stand on the home page. @example true */
  news: place.optional(),

  /** Talks by year, newest first. @example "talks.yaml" */
  talks: place.optional(),

  /** Courses by term, in the author's order. @example true */
  teaching: place.optional(),

  /** People of a group, and where its alumni are now. @example "people/" */
  people: place.optional(),

  /** Projects as cards with pictures, above the posts with `projects: true`. @example true */
  projects: place.optional(),

  /** A CV from a JSON Resume file, as JSON or YAML. @example "resume.json" */
  cv: place.optional(),
});

/** The name of a section: of its option, its page and its shortcode. */
export type SectionName = keyof z.output<typeof sections>;
