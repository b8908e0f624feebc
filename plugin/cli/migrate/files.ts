import { accessSync, constants, lstatSync, readdirSync, readlinkSync, type Stats, statSync } from "node:fs";
import path from "node:path";
import { isInsideReally, realPathInside } from "../../utils/real-path.js";
import { systemReason } from "../../utils/system-errors.js";

/** A file of a site. */
export interface SiteFile {
  /** Its path relative to the site's folder, with slashes. */
  file: string;
  /** The target of a symbolic link, and whether it is outside the site. */
  link?: { target: string; leadsOut: boolean };
}

/** A file or folder of a site that can't be read or copied, and the reason. */
export interface SkippedFile {
  file: string;
  why: string;
}

/** Folders that are not part of the site: of git, of npm, and the output of Jekyll and Sass. */
const foreign = new Set([".git", "node_modules", "_site", ".sass-cache", ".jekyll-cache", ".bundle"]);

/** Returns whether a folder at the top of a site is not part of the site. Some disks ignore letter case. */
export const isForeign = (name: string): boolean => foreign.has(name.toLowerCase());

/** Returns whether a folder anywhere in a site is not part of the site. */
export const isForeignAnywhere = (name: string): boolean => /^(node_modules|\.git)$/i.test(name);

/**
 * Lists every file of a site, and what can be neither read nor copied. Symbolic links are not followed, so that nothing
 * outside the site is read.
 */
export function filesOf(folder: string): { files: SiteFile[]; skipped: SkippedFile[] } {
  const files: SiteFile[] = [];
  const skipped: SkippedFile[] = [];
  const skip = (file: string, error: unknown): void => {
    const why = systemReason(error);
    if (why === undefined) throw error;
    skipped.push({ file, why: `can't be read: ${why}` });
  };
  const visit = (within: string): void => {
    for (const name of readdirSync(path.join(folder, within)).sort()) {
      if ((within === "" && isForeign(name)) || isForeignAnywhere(name)) continue;
      const file = path.posix.join(within, name);
      const full = path.join(folder, file);
      try {
        const stat = lstatSync(full);
        if (stat.isSymbolicLink()) files.push({ file, link: linkAt(folder, file) });
        else if (stat.isDirectory()) visit(file);
        else if (stat.isFile()) {
          accessSync(full, constants.R_OK);
          files.push({ file });
        } else skipped.push({ file, why: `is ${kindOf(stat)}` });
      } catch (error) {
        skip(file, error);
      }
    }
  };
  visit("");
  return { files, skipped };
}

/** Returns what a file is that is neither a regular file nor a folder nor a link. */
const kindOf = (stat: Stats): string =>
  stat.isFIFO() ? "a named pipe" : stat.isSocket() ? "a socket" : "a device";

function linkAt(folder: string, file: string): { target: string; leadsOut: boolean } {
  const full = path.join(folder, file);
  const target = readlinkSync(full);
  const isBroken = statSync(full, { throwIfNoEntry: false }) === undefined;
  // The target of a broken link is used as written.
  const isInside = isBroken
    ? isWithin(folder, path.resolve(path.dirname(full), target))
    : isInsideReally(folder, full);
  return { target, leadsOut: path.isAbsolute(target) || !isInside };
}

const isWithin = (folder: string, file: string): boolean =>
  file === folder || file.startsWith(folder + path.sep);

/** Lists the files in a folder that a symbolic link leads to, as if they were in a folder in place of the link. */
export function filesThrough(folder: string, link: string): string[] {
  const files: string[] = [];
  const seen = new Set<string>();
  const visit = (file: string, depth: number): void => {
    const full = path.join(folder, file);
    const real = realPathInside(folder, full);
    if (real === undefined) return;
    const stat = statSync(full);
    if (stat.isFile()) files.push(file);
    // Links may form loops, or lead to the same folder many times. Its name matters near the top: _data/layout/.
    const id = depth <= 2 ? file : real;
    if (!stat.isDirectory() || seen.has(id)) return;
    seen.add(id);
    for (const name of readdirSync(full).sort()) {
      if (!isForeignAnywhere(name)) visit(path.posix.join(file, name), depth + 1);
    }
  };
  visit(link, 0);
  return files;
}
