import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { readFileName } from "./documents.js";

const hasOwnAddress = (file: string): boolean =>
  /^(permalink|slug|published):/m.test(readFileSync(file, "utf8").split(/^---\s*$/m)[1] ?? "");

/**
 * Posts whose address a newer post has too, since their names differ in the day only and addresses have no day. Jekyll
 * writes both, so that the newer one stays.
 *
 * @param pattern - The pattern of the site's addresses.
 * @returns The name of the newer file by that of the older; both paths from the input folder.
 */
export function shadowedPosts(input: string, pattern: string): Map<string, string> {
  const shadowed = new Map<string, string>();
  if (!pattern.includes(":") || /:\w*(day|month|year|hour|minute|second|week)/.test(pattern)) return shadowed;
  const newest = new Map<string, string>();
  for (const file of postFiles(input)) {
    const name = readFileName(file);
    if (!name || hasOwnAddress(path.join(input, file))) continue;
    const key = [...name.categories, name.slug].join("/");
    const older = newest.get(key);
    if (older) shadowed.set(older, file);
    newest.set(key, file);
  }
  return shadowed;
}

/** The site's posts, from the oldest on. */
function postFiles(input: string): string[] {
  try {
    return readdirSync(path.join(input, "_posts"))
      .filter((name) => /^\d{4}-.*\.(md|markdown|html)$/.test(name))
      .sort()
      .map((name) => path.posix.join("_posts", name));
  } catch {
    return [];
  }
}
