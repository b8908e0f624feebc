import { type Dirent, readdirSync } from "node:fs";
import path from "node:path";
import { isReadable } from "./links.js";

/**
 * Returns the files of all posts and drafts in `_posts` and `_drafts` of any folder, relative to the input folder. Does not
 * follow symbolic links.
 *
 * @param isExcluded - Returns whether Jekyll excludes a file or folder.
 */
export function postFiles(input: string, isExcluded: (file: string) => boolean): string[] {
  return regularFiles(input, isExcluded).filter((file) => /(^|\/)_(posts|drafts)\//.test(file));
}

/** Returns the regular files of a site that can be read, relative to the input folder, sorted. */
export function regularFiles(input: string, isExcluded: (file: string) => boolean): string[] {
  const files: string[] = [];
  const visit = (within: string): void => {
    for (const entry of entriesOf(path.join(input, within))) {
      const file = path.posix.join(within, entry.name);
      if (isExcluded(file)) continue;
      if (entry.isDirectory()) visit(file);
      else if (entry.isFile() && isReadable(path.join(input, file))) files.push(file);
    }
  };
  visit("");
  return files.sort();
}

function entriesOf(folder: string): Dirent[] {
  return isReadable(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
}
