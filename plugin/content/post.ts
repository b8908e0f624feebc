import type { CollectionItem } from "../eleventy/api.js";
import { IndigoError, templateName } from "../utils/errors.js";
import { describeIssues, validate } from "../utils/validate.js";
import { postData, postFields } from "./post-schema.js";
import { indigoMinutes, readingMinutes } from "./reading-time.js";
import type { Update } from "./updates.js";
import type { WrittenAuthors } from "./written-authors.js";

/** A post, as layouts and lists read it. */
export interface Post {
  readonly url: string;
  readonly inputPath: string;
  readonly date: Date;
  /** When it was last changed, else its date. */
  readonly modified: Date;
  /** When it was last changed, if readers are told: on a later day than its date. */
  readonly updated: Date | undefined;
  readonly title: string;
  readonly description: string | undefined;
  readonly tags: readonly string[];
  readonly categories: readonly string[];
  /** URL that its entry in a list links. */
  readonly link: string;
  readonly star: boolean;
  /** Whether it is in no list. It still has a page. */
  readonly hidden: boolean;
  readonly isProject: boolean;
  readonly series: string | undefined;
  /** Its image: a path of the site or a full URL. */
  readonly image: string | undefined;
  /** Whether the image is shown above the title. */
  readonly headerImage: boolean;
  /** Key or name of its author; several with commas between. */
  readonly author: string | undefined;
  /** Its authors, as its front matter names them. */
  readonly authors: WrittenAuthors["authors"];
  /** Whether they are shown below the title. */
  readonly hasByline: boolean;
  /** Whether it ends with how to cite it, if its front matter has it. */
  readonly citation: boolean | undefined;
  /** Eleventy's `page` data. */
  readonly page: object;
  /** All of its data, including fields that the theme does not read. */
  readonly data: Record<string, unknown>;
  /** Its content as HTML. Available when pages are rendered, not before. */
  readonly content: string;
  /** Reading time in minutes. */
  readonly minutes: number;
}

/** Tags with a technical meaning for Eleventy or the theme, which are not shown. */
const technicalTags = new Set(["all", "posts", "nav"]);

/**
 * Creates a post from a collection item.
 *
 * @param update - When it was changed.
 * @param written - The authors that its front matter names.
 * @param warn - Prints a warning for invalid front matter, which is ignored then. Without it, it is an error.
 * @param isJekyll - Whether its reading time is counted as on Jekyll.
 * @throws IndigoError for invalid front matter, with file and field.
 */
export function toPost(
  item: CollectionItem,
  update: Update | undefined,
  written: WrittenAuthors,
  warn?: (message: string) => void,
  isJekyll = false,
): Post {
  const place = templateName(item.inputPath);
  const data = validate(postData, warn ? validFields(item.data, place, warn) : item.data, {
    noun: "field",
    place: () => place,
  });
  if (Number.isNaN(item.date.getTime())) throw new IndigoError(`field "date" in ${place} is not a date.`);
  const url = String(item.url);
  return {
    url,
    inputPath: item.inputPath,
    date: item.date,
    modified: update?.date ?? item.date,
    updated: update?.isShown ? update.date : undefined,
    title: data.title ?? item.page?.fileSlug ?? url,
    description: data.description,
    tags: [...new Set(data.tags.filter((tag) => !technicalTags.has(tag)))],
    categories: data.categories,
    link: data.externalLink || url,
    star: data.star,
    hidden: data.hidden,
    isProject: data.projects,
    series: data.series,
    image: data.image,
    headerImage: data.headerImage,
    author: written.authors.map(({ name, key }) => name ?? key).join(", ") || undefined,
    authors: written.authors,
    hasByline: written.hasByline,
    citation: data.citation,
    page: item.page,
    data: item.data,
    get content() {
      return String(item.content ?? "");
    },
    get minutes() {
      return isJekyll ? indigoMinutes(this.content) : readingMinutes(this.content);
    },
  };
}

/** Returns the data of a post without the fields that are invalid, with a warning for each. */
function validFields(
  data: Readonly<Record<string, unknown>>,
  place: string,
  warn: (message: string) => void,
): Record<string, unknown> {
  const result = postFields.safeParse(data, { reportInput: true });
  if (result.success) return { ...data };
  const subject = { noun: "field", place: () => place, instead: () => "it has no effect" };
  for (const problem of describeIssues(result.error.issues, postFields, data, subject)) warn(problem);
  const invalid = new Set(result.error.issues.map(({ path }) => path[0]));
  return Object.fromEntries(Object.entries(data).filter(([key]) => !invalid.has(key)));
}
