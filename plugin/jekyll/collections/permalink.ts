import type { DateTime } from "luxon";
import { hasParentSegment } from "../../utils/schema-values.js";
import { fileName, slug } from "../../utils/slug.js";

/** Jekyll's built-in permalink styles of posts. @see https://jekyllrb.com/docs/permalinks/#built-in-formats */
const styles: Record<string, string> = {
  date: "/:categories/:year/:month/:day/:title:output_ext",
  pretty: "/:categories/:year/:month/:day/:title/",
  ordinal: "/:categories/:year/:y_day/:title:output_ext",
  weekdate: "/:categories/:year/W:week/:short_day/:title:output_ext",
  none: "/:categories/:title:output_ext",
};

/** The values in the URL of a post, or of a document of a collection. */
export interface PermalinkValues {
  date: DateTime;
  /** The slug from its front matter, else from its file name, with letter case. */
  slug: string;
  categories: readonly string[];
  /** The name of its collection. */
  collection: string;
  /** Its path in the folder of the collection, without extension. */
  path: string;
  /** The extension of its output. Default: `.html`. */
  extension?: string;
}

const twoDigits = (number: number): string => String(number).padStart(2, "0");

/** Jekyll's placeholders. */
const placeholders: Record<string, (post: PermalinkValues) => string> = {
  slugified_categories: ({ categories }) => categories.map(slug).join("/"),
  categories: ({ categories }) => categories.map((name) => pathText(name.toLowerCase())).join("/"),
  short_month: ({ date }) => date.setLocale("en").toFormat("LLL"),
  long_month: ({ date }) => date.setLocale("en").toFormat("LLLL"),
  short_year: ({ date }) => date.toFormat("yy"),
  output_ext: ({ extension = ".html" }) => extension,
  collection: ({ collection }) => collection,
  short_day: ({ date }) => date.setLocale("en").toFormat("ccc"),
  long_day: ({ date }) => date.setLocale("en").toFormat("cccc"),
  i_month: ({ date }) => String(date.month),
  w_year: ({ date }) => String(date.weekYear),
  minute: ({ date }) => twoDigits(date.minute),
  second: ({ date }) => twoDigits(date.second),
  i_day: ({ date }) => String(date.day),
  y_day: ({ date }) => String(date.ordinal).padStart(3, "0"),
  w_day: ({ date }) => String(date.weekday),
  title: (post) => pathText(prettySlug(post.slug)),
  month: ({ date }) => twoDigits(date.month),
  path: ({ path }) => pathText(path),
  name: ({ path }) => slug(path.slice(path.lastIndexOf("/") + 1)),
  slug: (post) => slug(post.slug),
  year: ({ date }) => String(date.year),
  hour: ({ date }) => twoDigits(date.hour),
  week: ({ date }) => twoDigits(date.weekNumber),
  day: ({ date }) => twoDigits(date.day),
};

const placeholder = new RegExp(
  `:(${Object.keys(placeholders)
    .sort((a, b) => b.length - a.length)
    .join("|")})`,
  "g",
);

/** Returns the name of a file without extension. */
const nameOf = (file: string): string => file.replace(/^.*\//, "").replace(/\.\w+$/, "");

/**
 * Replaces the placeholders in the `permalink` of a page, of which there are three.
 *
 * @param file - Path of the page relative to the input folder.
 * @param extension - Extension of the output, with its dot.
 */
export function filledPermalink(permalink: string, file: string, extension: string): string {
  const folder = file.includes("/") ? file.slice(0, file.lastIndexOf("/")) : "";
  const filled = permalink
    .replaceAll(":output_ext", extension)
    .replaceAll(":basename", nameOf(file))
    .replaceAll(":path", folder);
  return `/${filled}`.replaceAll(/\/{2,}/g, "/").replaceAll("%20", " ");
}

/** Slugifies a text as Jekyll's mode "pretty" does, with letter case. Keeps all characters that a URL may have. */
function prettySlug(text: string): string {
  return text.replaceAll(/[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu, "-").replaceAll(/^-|-$/g, "");
}

/** Drops control characters, which no path may have. Keeps spaces: the path of a file has them, and its URL encodes them. */
const pathText = (text: string): string =>
  text.replaceAll(/\s/g, " ").replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, "");

/**
 * Returns the URL path of a post, or of a document of a collection. Segments that are too long for a file are shortened.
 *
 * @param pattern - A style, such as `pretty`, or a pattern with placeholders.
 * @see https://jekyllrb.com/docs/permalinks/#placeholders
 */
export function postPermalink(pattern: string, post: PermalinkValues): string {
  const filled = (Object.hasOwn(styles, pattern) ? (styles[pattern] ?? "") : pattern).replaceAll(
    placeholder,
    (_match, name: string) => String(placeholders[name]?.(post)),
  );
  return withFile(
    `/${filled}`
      .replaceAll(/\/{2,}/g, "/")
      .replaceAll("%20", " ")
      .split("/")
      .map(fileName)
      .join("/"),
    post.extension,
  );
}

/**
 * Returns the URL path of a page. The pattern of posts decides only whether it ends with a slash or with `.html`.
 *
 * @param stem - The page's path without extension, relative to the input folder: `/notes/index`.
 */
export function pagePermalink(pattern: string, stem: string, extension = ".html"): string {
  if (stem.endsWith("/index")) return stem.replace(/index$/, "");
  const isPretty = pattern === "pretty" || (!Object.hasOwn(styles, pattern) && pattern.endsWith("/"));
  return isPretty ? `${stem}/` : `${stem}${extension}`;
}

/** Returns whether Jekyll adds `.html` to the file of a permalink or pattern, but not to its URL. */
export const isWithoutExtension = (permalink: string): boolean =>
  /[:/]/.test(permalink) && !/(\/|\.\w+|:output_ext)$/.test(permalink);

/** Returns the path of a file as a URL: spaces are encoded. */
export const encodedPath = (file: string): string =>
  file.replaceAll(/\s/g, (space) => encodeURIComponent(space));

/** Adds the extension of the output to a URL without extension, as Jekyll does. */
export function withFile(url: string, extension = ".html"): string {
  return url.endsWith("/") || /\.\w+$/.test(url) ? url : `${url}${extension}`;
}

/** Returns the pattern of a collection's URLs that has none of its own. It ends as those of posts do. */
export function collectionPattern(pattern: string): string {
  const base = "/:collection/:path";
  if (pattern === "pretty" || pattern.endsWith("/")) return `${base}/`;
  return /^(date|ordinal|none)$|:output_ext$/.test(pattern) ? `${base}:output_ext` : base;
}

/**
 * Keeps a permalink in the output folder, as Jekyll does: one from the root can't lead out of it, whatever Liquid adds to it.
 * Returns permalinks without `..`, Liquid and backslashes unchanged.
 *
 * @param permalink - A string, or what Eleventy takes in place of one: an object with several.
 */
export function insideOutput(permalink: unknown): unknown {
  if (typeof permalink === "string") {
    const isPlain = !hasParentSegment(permalink) && !/[{\\]/.test(permalink);
    return isPlain ? permalink : `/${permalink.replaceAll("\\", "/").replace(/^\/+/, "")}`;
  }
  if (typeof permalink !== "object" || permalink === null) return permalink;
  return Object.fromEntries(Object.entries(permalink).map(([key, value]) => [key, insideOutput(value)]));
}
