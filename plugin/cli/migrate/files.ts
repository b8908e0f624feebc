import { lstatSync, readdirSync, readlinkSync, realpathSync } from "node:fs";
import path from "node:path";

/** A file of a site, by its path from the site's folder with slashes. */
export interface SiteFile {
  file: string;
  /** Of a symbolic link where it leads to, and whether that is out of the site. */
  link?: { target: string; leadsOut: boolean };
}

/** What is no part of the site: git's, npm's, and what Jekyll and Sass make. */
const left = new Set([".git", "node_modules", "_site", ".sass-cache", ".jekyll-cache", ".bundle"]);

/** Whether a folder at the top of a site is no part of it. */
export const isLeft = (name: string): boolean => left.has(name);

/** Every file of a site. Links are not followed, so that nothing outside is read. */
export function filesOf(folder: string): SiteFile[] {
  const found: SiteFile[] = [];
  const visit = (within: string): void => {
    for (const name of readdirSync(path.join(folder, within)).sort()) {
      if ((within === "" && isLeft(name)) || name === "node_modules" || name === ".git") continue;
      const file = path.posix.join(within, name);
      const stat = lstatSync(path.join(folder, file));
      if (stat.isSymbolicLink()) found.push({ file, link: linkAt(folder, file) });
      else if (stat.isDirectory()) visit(file);
      else if (stat.isFile()) found.push({ file });
    }
  };
  visit("");
  return found;
}

function linkAt(folder: string, file: string): { target: string; leadsOut: boolean } {
  const full = path.join(folder, file);
  const target = readlinkSync(full);
  const root = realpathSync(folder);
  let end = path.resolve(path.dirname(full), target);
  try {
    end = realpathSync(full);
  } catch {
    // A link to nothing leads to where it says.
  }
  return { target, leadsOut: path.isAbsolute(target) || (end !== root && !end.startsWith(root + path.sep)) };
}
