import path from "node:path";
import { type Execution, executionOf } from "../../eleventy/executed-files.js";
import { readText } from "../../utils/read-text.js";
import { systemReason } from "../../utils/system-errors.js";
import { filesThrough, type SiteFile } from "./files.js";
import type { JekyllSite } from "./jekyll-site.js";

/** The folder for files that must not be run. Its underscore excludes it from the site. */
export const notRunFolder = "_indigo-not-run";

/** A file that Eleventy would execute, although Jekyll does not, or that npm would follow. */
export interface NotRunFile extends Execution {
  file: string;
  /** Its path in the new site. With another extension no layout or `include` of `_config.yml` brings it back to life. */
  to: string;
}

/** Returns the files of a site that must not be run, and symbolic links to such files. */
export function notRunFiles({ folder, files }: Pick<JekyllSite, "folder" | "files">): NotRunFile[] {
  const taken = new Set(files.map(({ file }) => file));
  return files.flatMap((entry) => {
    const execution = executionIn(folder, entry);
    if (!execution) return [];
    let to = `${notRunFolder}/${entry.file}.disabled`;
    while (taken.has(to)) to += "-2";
    return [{ file: entry.file, to, ...execution }];
  });
}

/** Reads a file; empty if a symbolic link leads to one that can't be read. */
function textIn(folder: string, name: string): string {
  try {
    return readText(path.join(folder, name));
  } catch (error) {
    if (systemReason(error) === undefined) throw error;
    return "";
  }
}

function executionIn(folder: string, { file, link }: SiteFile): Execution | undefined {
  const of = (name: string): Execution | undefined => executionOf(name, () => textIn(folder, name));
  if (!link) return of(file);
  // Nothing outside the site is read.
  if (link.leadsOut) return undefined;
  for (const name of filesThrough(folder, file)) {
    const execution = of(name);
    if (!execution) continue;
    const target = name === file ? link.target : `${link.target}, in which ${name} would be run`;
    return { ...execution, why: `${execution.why} (a symbolic link to ${target})` };
  }
  // A broken link may lead somewhere later.
  return executionOf(file, () => "");
}
