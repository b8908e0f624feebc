import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { type ConfigFile, readConfigFile } from "../../jekyll/config/index.js";
import { readDataFile } from "../../utils/data-file.js";
import { IndigoError } from "../../utils/errors.js";
import { siteFolder } from "../build/build-site.js";
import { excluder } from "./exclusion.js";
import { filesOf, type SiteFile } from "./files.js";
import { type FrontMatter, readFrontMatter } from "./front-matter.js";
import { isIndigo } from "./theme.js";

/** A site of Jekyll's as it is before it is migrated. */
export interface JekyllSite {
  folder: string;
  files: SiteFile[];
  /** Every key of its `_config.yml`. */
  config: Record<string, unknown>;
  /** The same as the plugin reads it. */
  settings: ConfigFile;
  /** What starts with front matter, by its path. */
  documents: ReadonlyMap<string, { data: Record<string, unknown>; body: string }>;
  /** Whether Jekyll passes a file over. */
  isLeftOut(file: string): boolean;
  /** Whether it is made with Indigo. */
  isIndigo: boolean;
}

/** What may start with front matter; pictures and the like need not be read. */
const textual =
  /\.(md|markdown|mkd|mkdn|mkdown|html?|xml|txt|json|webmanifest|css|scss|sass|js|coffee|svg)$/i;

/**
 * Reads a site of Jekyll's.
 *
 * @param isForced - Takes a site of another theme as well.
 * @throws IndigoError where the folder is not there, is no site of Jekyll's, is made with another theme or migrated already,
 * or where a file in it cannot be read: every such file is named.
 */
export function readJekyllSite(given: string, isForced: boolean): JekyllSite {
  const folder = siteFolder(given);
  const names = readdirSync(folder);
  const config = "_config.yml";
  const eleventys = names.find((name) => /^(\.eleventy|eleventy\.config)\.\w+$/.test(name));
  if (eleventys) throw new IndigoError(`"${given}" is a site of Eleventy's already: it has ${eleventys}.`);
  if (!names.includes(config))
    throw new IndigoError(`"${given}" is no site of Jekyll's: it has no ${config}.`);

  const values = readConfig(folder, config);
  const files = filesOf(folder);
  const made = isIndigo(folder, files);
  if (!made && !isForced) {
    const theme = values.theme ?? values.remote_theme;
    throw new IndigoError(
      `"${given}" is not made with the theme Indigo${typeof theme === "string" ? ` but with ${theme}` : ""}. Its content may migrate and its look will not; "--force" goes on.`,
    );
  }
  const settings = atSite(folder, () => readConfigFile(config, "the command line"));
  const isLeftOut = excluder(settings.values.exclude ?? [], settings.values.include ?? []);
  const documents = readDocuments(folder, files, isLeftOut);
  return { folder, files, config: values, settings, documents, isLeftOut, isIndigo: made };
}

function readConfig(folder: string, file: string): Record<string, unknown> {
  const value = atSite(folder, () => readDataFile(file).value) ?? {};
  if (typeof value === "object" && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new IndigoError(`${file} must be a group of named values.`);
}

/** Messages name files from the site's folder, in which a build runs too. */
function atSite<T>(folder: string, work: () => T): T {
  const before = process.cwd();
  process.chdir(folder);
  try {
    return work();
  } finally {
    process.chdir(before);
  }
}

function readDocuments(
  folder: string,
  files: readonly SiteFile[],
  isLeftOut: (file: string) => boolean,
): JekyllSite["documents"] {
  const documents = new Map<string, { data: Record<string, unknown>; body: string }>();
  const problems: string[] = [];
  for (const { file, link } of files) {
    if (link || !textual.test(file) || !existsSync(path.join(folder, file))) continue;
    const read: FrontMatter = readFrontMatter(folder, file);
    if (!read) continue;
    if ("problem" in read) {
      // What Jekyll takes for no page may start as it likes.
      if (!isLeftOut(file)) problems.push(read.problem);
    } else documents.set(file, read);
  }
  if (problems.length > 0) {
    throw new IndigoError(
      "nothing was changed, since these files cannot be read; mend them first:",
      ...problems.map((problem) => `  ${problem}`),
    );
  }
  return documents;
}
