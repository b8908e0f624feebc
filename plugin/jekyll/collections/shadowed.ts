import type { FileUrl } from "./file-url.js";

/**
 * Returns the files with the URL of another one that Jekyll writes later, so that it remains: a post after a page, a newer post
 * after an older one, a page after another one by its name.
 *
 * @returns Path of the file to path of the one that replaces it.
 */
export function shadowedFiles(urls: readonly FileUrl[]): Map<string, string> {
  const shadowed = new Map<string, string>();
  const latest = new Map<string, string>();
  for (const { url, file } of [...urls].sort(inOrderOfWriting)) {
    // `/a/` and `/a/index.html` are one file.
    const key = url.replace(/\/$/, "/index.html");
    const earlier = latest.get(key);
    if (earlier !== undefined) shadowed.set(earlier, file);
    latest.set(key, file);
  }
  return shadowed;
}

function inOrderOfWriting(a: FileUrl, b: FileUrl): number {
  if (a.date && b.date) return a.date.toMillis() - b.date.toMillis() || compare(a.file, b.file);
  if (a.date || b.date) return a.date ? 1 : -1;
  return compare(nameOf(a.file), nameOf(b.file)) || compare(a.file, b.file);
}

const nameOf = (file: string): string => file.slice(file.lastIndexOf("/") + 1);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
