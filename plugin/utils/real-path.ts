import { realpathSync } from "node:fs";
import path from "node:path";

/**
 * Returns the path of a file relative to a folder, with slashes, after all symbolic links in both are resolved.
 *
 * @returns Undefined for a file outside the folder, for a broken link and for a loop of links.
 */
export function realPathInside(folder: string, file: string): string | undefined {
  let within: string;
  try {
    within = path.relative(realpathSync(folder), realpathSync(file));
  } catch {
    return undefined;
  }
  if (within === ".." || within.startsWith(`..${path.sep}`) || path.isAbsolute(within)) return undefined;
  return within.split(path.sep).join("/");
}

/** Returns whether a file, or the folder itself, is inside a folder after all symbolic links are resolved. */
export const isInsideReally = (folder: string, file: string): boolean =>
  realPathInside(folder, file) !== undefined;
