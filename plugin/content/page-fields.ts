import * as z from "zod";
import { pageNavigation } from "../options/navigation.js";
import { text } from "../utils/schema-values.js";
import { postFields } from "./post-schema.js";

/** The front matter that the theme's layouts read on any page. */
const themeFields = z.object({
  /** Title for the browser's tab, search engines and shared links. @default `title` of the site */
  title: text.optional(),

  /** Description for search engines and shared links. @default `description` of the site */
  description: text.optional(),

  /** Image for shared links. @default `picture` of the site */
  image: text.optional(),

  /** CSS class of the page. @default the name of its file */
  pageClass: z.string().optional(),

  /** Whether image, name, bio and social links stand above it. @default on the home page and the theme's lists */
  showHeader: z.boolean().optional(),

  /** Whether it has a table of contents. @default the option `toc` for posts, else false */
  toc: z.boolean().optional(),

  /** Whether the site's search finds it. @default true, but false for lists whose entries have pages of their own */
  search: z.boolean().optional(),

  /** The section that the layout `section` shows. */
  section: z.string().optional(),

  /** Language of a single page, a BCP 47 tag. @default that of its folder, else that of the site */
  lang: z.string().optional(),

  /** Links the pages that have the same one as translations of each other. */
  translationKey: z.string().optional(),

  /** `false` leaves it out of `sitemap.xml`. @default true */
  sitemap: z.boolean().optional(),

  ...pageNavigation.shape,
});

/**
 * The front matter that Eleventy reads.
 *
 * @see https://www.11ty.dev/docs/data-configuration/
 */
const eleventyFields = [
  "layout",
  "permalink",
  "tags",
  "date",
  "pagination",
  "draft",
  "override",
  "templateEngineOverride",
  "dynamicPermalink",
  "permalinkBypassOutputDir",
  "eleventyComputed",
  "eleventyExcludeFromCollections",
  "eleventyImport",
  "eleventyAllowMissingExtension",
  "eleventyNavigation",
];

/** The front matter of pages that the theme reads, without that of posts alone. */
export const pageFieldNames: readonly string[] = Object.keys(themeFields.shape);

/** Whether Eleventy or the theme reads a field of this name in the front matter of a page or post. */
export function isPageField(name: string): boolean {
  return known.has(name);
}

const known: ReadonlySet<string> = new Set([
  ...pageFieldNames,
  ...Object.keys(postFields.shape),
  ...eleventyFields,
]);
