import type { DateTime } from "luxon";
import { slug } from "../utils/slug.js";

/** Jekyll's names for usual addresses of posts. @see https://jekyllrb.com/docs/permalinks/#built-in-formats */
const styles: Record<string, string> = {
  date: "/:categories/:year/:month/:day/:title:output_ext",
  pretty: "/:categories/:year/:month/:day/:title/",
  ordinal: "/:categories/:year/:y_day/:title:output_ext",
  weekdate: "/:categories/:year/W:week/:short_day/:title:output_ext",
  none: "/:categories/:title:output_ext",
};

/** What the address of a post is made from. */
export interface Addressed {
  date: DateTime;
  /** The slug of its front matter, else that of its file's name, letter case kept. */
  slug: string;
  categories: readonly string[];
}

const twoDigits = (number: number): string => String(number).padStart(2, "0");

/** Jekyll's placeholders, longest first, so that `:month` is not taken for `:mon…`. */
const placeholders: Record<string, (post: Addressed) => string> = {
  slugified_categories: ({ categories }) => categories.map(slug).join("/"),
  categories: ({ categories }) => categories.map((name) => encode(name.toLowerCase())).join("/"),
  short_month: ({ date }) => date.setLocale("en").toFormat("LLL"),
  long_month: ({ date }) => date.setLocale("en").toFormat("LLLL"),
  short_year: ({ date }) => date.toFormat("yy"),
  output_ext: () => ".html",
  short_day: ({ date }) => date.setLocale("en").toFormat("ccc"),
  long_day: ({ date }) => date.setLocale("en").toFormat("cccc"),
  i_month: ({ date }) => String(date.month),
  w_year: ({ date }) => String(date.weekYear),
  minute: ({ date }) => twoDigits(date.minute),
  second: ({ date }) => twoDigits(date.second),
  i_day: ({ date }) => String(date.day),
  y_day: ({ date }) => String(date.ordinal).padStart(3, "0"),
  w_day: ({ date }) => String(date.weekday),
  title: (post) => encode(prettySlug(post.slug)),
  month: ({ date }) => twoDigits(date.month),
  slug: (post) => slug(post.slug),
  year: ({ date }) => String(date.year),
  hour: ({ date }) => twoDigits(date.hour),
  week: ({ date }) => twoDigits(date.weekNumber),
  day: ({ date }) => twoDigits(date.day),
};

const placeholder = new RegExp(`:(${Object.keys(placeholders).join("|")})`, "g");

/** Jekyll's mode "pretty" with letter case: what may stand in an address stays. */
function prettySlug(text: string): string {
  return text.replaceAll(/[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu, "-").replaceAll(/^-|-$/g, "");
}

const encode = (text: string): string => text.replaceAll(/\s+/g, "%20");

/**
 * The address of a post.
 *
 * @param pattern - A style's name, or a pattern with placeholders.
 * @see https://jekyllrb.com/docs/permalinks/#placeholders
 */
export function postPermalink(pattern: string, post: Addressed): string {
  const filled = (Object.hasOwn(styles, pattern) ? (styles[pattern] ?? "") : pattern).replaceAll(
    placeholder,
    (_match, name: string) => String(placeholders[name]?.(post)),
  );
  return withFile(`/${filled}`.replaceAll(/\/{2,}/g, "/"));
}

/**
 * The address of a page, which follows the style of the posts' only in how it ends.
 *
 * @param stem - The page's path without its ending, from the input folder: `/notes/index`.
 */
export function pagePermalink(pattern: string, stem: string): string {
  if (stem.endsWith("/index")) return stem.replace(/index$/, "");
  const isPretty = pattern === "pretty" || (!Object.hasOwn(styles, pattern) && pattern.endsWith("/"));
  return isPretty ? `${stem}/` : `${stem}.html`;
}

/** Where an address has no ending, Jekyll writes a file with one. */
export function withFile(url: string): string {
  return url.endsWith("/") || /\.\w+$/.test(url) ? url : `${url}.html`;
}
