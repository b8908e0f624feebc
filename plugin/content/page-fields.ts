import * as z from "zod";
import { headerSizes, pageWidth } from "../options/appearance.js";
import { toc } from "../options/markdown.js";
import { pageNavigation } from "../options/navigation.js";
import { suggestion } from "../utils/errors.js";
import { text } from "../utils/schema-values.js";
import { postFields } from "./post-schema.js";
import { updateFields } from "./updates.js";

/** The front matter that the theme's layouts read on any page. */
const themeFields = z.object({
  /** Title, for browser tabs, search engines and shared links. @default `title` of the site */
  title: text.optional(),

  /** Description for search engines and shared links. @default `description` of the site */
  description: text.optional(),

  /** Image for shared links. @default `picture` of the site */
  image: text.optional(),

  /** Whether the build draws its image for shared links, if it has none. @default the option `shareImages` */
  shareImage: z.boolean().optional(),

  /** CSS class of the page. @default the name of its file */
  pageClass: z.string().optional(),

  /**
   * Whether the page starts with image, name, bio and social links: all of them, or `small`.
   *
   * @default on the home page, and on the theme's lists by the option `listHeader`
   */
  showHeader: z.union([z.boolean(), z.enum(headerSizes)]).optional(),

  /** Width of the text. @default by the options `widths` and `width` */
  width: pageWidth.optional(),

  /** Whether the page has a table of contents, and whether beside the text. @default the option `toc` for posts, else false */
  toc: toc.optional(),

  /** Where its footnotes are. Other themes have other values under this name. @default the option `footnotes` */
  footnotes: z.unknown().optional(),

  /** Whether headings have numbers. @default the option `numberSections` */
  numberSections: z.boolean().optional(),

  /** Whether displayed formulas without a label have numbers. @default the option `numberEquations` */
  numberEquations: z.boolean().optional(),

  /** Whether theorems and their like share one counter. @default the option `shareTheoremNumbers` */
  shareTheoremNumbers: z.boolean().optional(),

  /** Whether the site's search finds the page. @default true, but false for lists of entries that have pages */
  search: z.boolean().optional(),

  /** The section that the layout `section` shows. */
  section: z.string().optional(),

  /** The parts of a home page, or `false`. Other themes have other values under this name. @default the option `home` */
  home: z.unknown().optional(),

  /** Language of a single page, a BCP 47 tag. @default that of its folder, else that of the site */
  lang: z.string().optional(),

  /** Links pages with the same key as translations of each other. */
  translationKey: z.string().optional(),

  /** Style of its citations: a name or a `.csl` file. @default the option `citationStyle` */
  citationStyle: text.optional(),

  /** Files of works that it cites. Other themes have other values under this name. */
  references: z.unknown().optional(),

  /** Ids of what the page is connected to; `projects` is a field of posts. Other themes have other values here. */
  people: z.unknown().optional(),
  talks: z.unknown().optional(),
  publications: z.unknown().optional(),
  posts: z.unknown().optional(),

  /** When it was last changed; `false` keeps the date of git away. Also `lastmod` or `last_modified_at`. */
  updated: z.unknown().optional(),

  /** Whether builds leave the page out. Other values than true and false count as true, with a warning. @default false */
  draft: z.unknown().optional(),

  /** Old URLs of the page, which lead to it: one, or a list. */
  redirectFrom: z.unknown().optional(),

  /** `false` omits the page from `sitemap.xml`. @default true */
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

/** The front matter that the theme reads on any page, without fields of posts. */
export const pageFieldNames: readonly string[] = Object.keys(themeFields.shape);

/** Returns whether Eleventy or the theme reads a field of this name in the front matter of a page or post. */
export function isPageField(name: string): boolean {
  return allFields.has(name);
}

/**
 * Returns a sentence with the field that an author probably meant by a name that is no field: ` Did you mean "title"?`; an
 * empty string for a field, and for any other name.
 */
export const nearPageField = (name: string): string =>
  allFields.has(name) ? "" : suggestion(name, [...allFields]);

const allFields: ReadonlySet<string> = new Set([
  ...updateFields,
  ...pageFieldNames,
  ...Object.keys(postFields.shape),
  ...eleventyFields,
]);
