import type { CollectionItem } from "../eleventy/api.js";
import { IndigoError, templateName } from "../utils/errors.js";
import { validate } from "../utils/validate.js";
import { postData } from "./post-schema.js";
import { readingMinutes } from "./reading-time.js";

/** A post as layouts and lists see it. */
export interface Post {
  readonly url: string;
  readonly inputPath: string;
  readonly date: Date;
  readonly title: string;
  readonly description: string | undefined;
  readonly tags: readonly string[];
  readonly categories: readonly string[];
  /** Where its entry in a list leads. */
  readonly link: string;
  readonly star: boolean;
  /** Whether no list has it; it is there for whoever knows its address. */
  readonly hidden: boolean;
  readonly isProject: boolean;
  readonly series: string | undefined;
  /** Its picture: a path of the site or a full address. */
  readonly image: string | undefined;
  /** Whether the picture stands above the title. */
  readonly headerImage: boolean;
  /** Key of its author in `authors`. */
  readonly author: string | undefined;
  /** What Eleventy calls `page`. */
  readonly page: object;
  /** All of its data, with what the theme does not read. */
  readonly data: Record<string, unknown>;
  /** Its content as HTML. Known when pages are rendered, not before. */
  readonly content: string;
  /** Minutes that it takes to read. */
  readonly minutes: number;
}

/** What Eleventy and the theme use tags for, beside the author's own. */
const technicalTags = new Set(["all", "posts", "nav"]);

/**
 * Makes a post of what Eleventy knows of it.
 *
 * @throws IndigoError for front matter of a wrong type, with file and field.
 */
export function toPost(item: CollectionItem): Post {
  const place = templateName(item.inputPath);
  const data = validate(postData, item.data, { noun: "field", place: () => place });
  if (Number.isNaN(item.date.getTime())) throw new IndigoError(`field "date" in ${place} is no date.`);
  const url = String(item.url);
  return {
    url,
    inputPath: item.inputPath,
    date: item.date,
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
    author: data.author,
    page: item.page,
    data: item.data,
    get content() {
      return String(item.content ?? "");
    },
    get minutes() {
      return readingMinutes(this.content);
    },
  };
}
