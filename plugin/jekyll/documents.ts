import { DateTime } from "luxon";

/** What the path of a file tells Jekyll. */
export interface FileName {
  type: "posts" | "drafts" | "pages";
  /** The name as an address has it, letter case kept. */
  slug: string;
  /** The day in the name of a post: `2024-03-05`. */
  day?: string;
  /** The folders above `_posts`, which are categories. */
  categories: string[];
  /** What `{% post_url %}` calls a post: its name without ending, with the folder inside `_posts`. */
  name: string;
}

/**
 * Reads a path as Jekyll does: `news/_posts/2024-03-05-low-rank.md` is a post of category `news`.
 *
 * @param path - From the input folder, without a slash at its start.
 * @returns Undefined for a file in `_posts` whose name starts with no day: Jekyll passes it over.
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

/** `low-rank-updates` as a title, which Jekyll gives a post that has none: `Low Rank Updates`. */
export function titleOf(slug: string): string {
  return slug
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
    .join(" ");
}

/** The day in a post's name, as midnight in the site's zone. */
export function dayOf(day: string, zone: string): DateTime {
  return DateTime.fromFormat(day, "yyyy-M-d", { zone });
}

/** Whether the `tags` of a file's front matter are one text, which Eleventy does not tell from a list of one. */
export function hasTextAsTags(source: string): boolean {
  const [, frontMatter = ""] = source.split(/^---\s*$/m);
  return /^tags:[ \t]+[^\s[]/m.test(frontMatter);
}

/**
 * A list that front matter gives as one text or a list, under a name for one and a name for several.
 * The first is taken as it is, the second split at blanks, as Jekyll does.
 */
export function listOf(one: unknown, several: unknown): string[] {
  const given =
    one !== undefined && one !== null
      ? [one].flat()
      : typeof several === "string"
        ? several.split(/\s+/)
        : several;
  return [
    ...new Set((Array.isArray(given) ? given : []).flatMap((word) => (word == null ? [] : [String(word)]))),
  ].filter(Boolean);
}
