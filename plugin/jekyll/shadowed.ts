import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { readFileName } from "./documents.js";
import { statOf } from "./links.js";

/** Returns whether the front matter of a file changes its URL. */
const hasOwnUrl = (file: string): boolean =>
  /^(permalink|slug|published):/m.test(readFileSync(file, "utf8").split(/^---\s*$/m)[1] ?? "");

/**
 * Returns the posts with the same URL as a newer post: their names differ only in the date, and URLs have no date. Jekyll
 * writes both, so that the newer one remains.
 *
 * @param pattern - The permalink pattern of posts.
 * @returns Path of the older post to path of the newer one, both relative to the input folder.
 */
export function shadowedPosts(input: string, pattern: string): Map<string, string> {
  const shadowed = new Map<string, string>();
  if (!pattern.includes(":") || /:\w*(day|month|year|hour|minute|second|week)/.test(pattern)) return shadowed;
  const newest = new Map<string, string>();
  for (const file of postFiles(input)) {
    const name = readFileName(file);
    if (!name || hasOwnUrl(path.join(input, file))) continue;
    const key = [...name.categories, name.slug].join("/");
    const older = newest.get(key);
    if (older) shadowed.set(older, file);
    newest.set(key, file);
  }
  return shadowed;
}

/** Returns the files of all posts, oldest first. */
function postFiles(input: string): string[] {
  try {
    return readdirSync(path.join(input, "_posts"))
      .filter(
        (name) =>
          /^\d{4}-.*\.(md|markdown|html)$/.test(name) && statOf(path.join(input, "_posts", name))?.isFile(),
      )
      .sort()
      .map((name) => path.posix.join("_posts", name));
  } catch {
    return [];
  }
}
