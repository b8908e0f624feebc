import { DateTime } from "luxon";

/** The values that Jekyll reads from the path of a file. */
export interface FileName {
  type: "posts" | "drafts" | "pages";
  /** The part of the name that is in the URL, with letter case. */
  slug: string;
  /** The date in the name of a post: `2024-03-05`. */
  day?: string;
  /** The folders above `_posts`, which are categories. */
  categories: string[];
  /** The name of a post for `{% post_url %}`: its path in `_posts` without extension. */
  name: string;
}

/**
 * Reads a path as Jekyll does: `news/_posts/2024-03-05-low-rank.md` is a post of category `news`.
 *
 * @param path - Relative to the input folder, without a leading slash.
 * @returns Undefined for a file in `_posts` whose name does not start with a date: Jekyll skips it.
 */
export function readFileName(path: string): FileName | undefined {
  const match = /^(?<above>(?:.*\/)?)_(?<type>posts|drafts)\/(?<name>.+)\.\w+$/.exec(path);
  const base = (path.split("/").pop() ?? "").replace(/\.\w+$/, "");
  if (!match?.groups) return { type: "pages", slug: base, categories: [], name: base };
  const { above = "", type, name = "" } = match.groups;
  const categories = above.split("/").filter(Boolean);
  if (type === "drafts") return { type, slug: base.replace(/^\d{4}-\d{1,2}-\d{1,2}-/, ""), categories, name };
  const dated = /^(\d{4}-\d{1,2}-\d{1,2})-(.+)$/.exec(base);
  const day = dated?.[1];
  if (!day || !dated[2]) return undefined;
  return { type: "posts", slug: dated[2], day, categories, name };
}

/** Returns the title that Jekyll gives a post without one: `Low Rank Updates` for `low-rank-updates`. */
export function titleOf(slug: string): string {
  return slug
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
    .join(" ");
}

/** Parses the date in a post's name as midnight in the site's time zone. */
export function dayOf(day: string, zone: string): DateTime {
  return DateTime.fromFormat(day, "yyyy-M-d", { zone });
}

/**
 * Returns the tags or categories of front matter as a list, as Jekyll does.
 *
 * @param one - The value of the singular key, such as `tag`: a string is one item.
 * @param several - The value of the plural key, such as `tags`: a string is split at spaces.
 */
export function listOf(one: unknown, several: unknown): string[] {
  const items =
    one !== undefined && one !== null
      ? [one].flat()
      : typeof several === "string"
        ? several.split(/\s+/)
        : several;
  return [
    ...new Set((Array.isArray(items) ? items : []).flatMap((item) => (item == null ? [] : [String(item)]))),
  ].filter(Boolean);
}
