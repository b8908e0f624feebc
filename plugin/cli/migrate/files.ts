import { lstatSync, readdirSync, readlinkSync, realpathSync } from "node:fs";
import path from "node:path";

/** A file of a site. */
export interface SiteFile {
  /** Its path relative to the site's folder, with slashes. */
  file: string;
  /** The target of a symbolic link, and whether it is outside the site. */
  link?: { target: string; leadsOut: boolean };
}

/** Folders that are not part of the site: of git, of npm, and the output of Jekyll and Sass. */
const foreign = new Set([".git", "node_modules", "_site", ".sass-cache", ".jekyll-cache", ".bundle"]);

/** Returns whether a folder at the top of a site is not part of the site. */
export const isForeign = (name: string): boolean => foreign.has(name);

/** Lists every file of a site. Symbolic links are not followed, so that nothing outside the site is read. */
export function filesOf(folder: string): SiteFile[] {
  const files: SiteFile[] = [];
  const visit = (within: string): void => {
    for (const name of readdirSync(path.join(folder, within)).sort()) {
      if ((within === "" && isForeign(name)) || name === "node_modules" || name === ".git") continue;
      const file = path.posix.join(within, name);
      const stat = lstatSync(path.join(folder, file));
      if (stat.isSymbolicLink()) files.push({ file, link: linkAt(folder, file) });
      else if (stat.isDirectory()) visit(file);
      else if (stat.isFile()) files.push({ file });
    }
  };
  visit("");
  return files;
}

function linkAt(folder: string, file: string): { target: string; leadsOut: boolean } {
  const full = path.join(folder, file);
  const target = readlinkSync(full);
  const root = realpathSync(folder);
  let end = path.resolve(path.dirname(full), target);
  try {
    end = realpathSync(full);
  } catch {
    // A broken link: use its target as written.
  }
  return { target, leadsOut: path.isAbsolute(target) || (end !== root && !end.startsWith(root + path.sep)) };
}
