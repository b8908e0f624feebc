import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type ConfigFile, readConfigFile } from "../../jekyll/config/index.js";
import { excluder, hasFrontMatter, type JekyllSource, readRubyYaml, readSource } from "../../jekyll/index.js";
import { IndigoError } from "../../utils/errors.js";
import { isBinary } from "../../utils/file-kinds.js";
import { readText } from "../../utils/read-text.js";
import { siteFolder } from "../build/build-site.js";
import { filesOf, type SiteFile, type SkippedFile } from "./files.js";
import { isIndigo } from "./theme.js";

/** A Jekyll site before the migration. */
export interface JekyllSite {
  folder: string;
  files: SiteFile[];
  /** What can be neither read nor copied. */
  skipped: SkippedFile[];
  /** All keys of its `_config.yml`. */
  config: Record<string, unknown>;
  /** The same file as the plugin reads it. */
  settings: ConfigFile;
  /** Files with front matter: path to data and body. */
  documents: ReadonlyMap<string, { data: Record<string, unknown>; body: string }>;
  /** Returns whether Jekyll excludes a file. */
  isExcluded(file: string): boolean;
  /** Whether its theme is Indigo. */
  isIndigo: boolean;
}

/**
 * Reads a Jekyll site.
 *
 * @param isForced - Whether to accept a site of another theme.
 * @throws IndigoError if the folder does not exist, is not a Jekyll site, has another theme or is migrated already.
 */
export function readJekyllSite(siteArgument: string, isForced: boolean): JekyllSite {
  const folder = siteFolder(siteArgument);
  const names = readdirSync(folder);
  const config = "_config.yml";
  const eleventyConfig = names.find((name) => /^(\.eleventy|eleventy\.config)\.\w+$/i.test(name));
  if (eleventyConfig)
    throw new IndigoError(`"${siteArgument}" is already an Eleventy site: it has ${eleventyConfig}.`);
  if (!names.includes(config))
    throw new IndigoError(
      `"${siteArgument}" is not a Jekyll site: it has no ${config}. Name the folder of the site.`,
    );

  const { files, skipped } = filesOf(folder);
  assertReadable(config, files, skipped);
  const values = readConfig(folder, config);
  const hasIndigo = isIndigo(folder, files);
  if (!hasIndigo && !isForced) {
    const theme = values.theme ?? values.remote_theme;
    throw new IndigoError(
      `the theme of "${siteArgument}" is not Indigo${typeof theme === "string" ? ` but ${theme}` : ""}. Its content can be migrated, its appearance cannot: continue with "--force".`,
    );
  }
  const settings = atSite(folder, () => readConfigFile(config, "the command line"));
  const { isExcluded } = excluder(settings.values);
  const documents = readDocuments(folder, files, isExcluded);
  return { folder, files, skipped, config: values, settings, documents, isExcluded, isIndigo: hasIndigo };
}

/** @throws IndigoError for a file that is skipped, or a symbolic link out of the site. */
function assertReadable(name: string, files: readonly SiteFile[], skipped: readonly SkippedFile[]): void {
  const reason = skipped.find(({ file }) => file === name);
  if (reason) throw new IndigoError(`${name} ${reason.why}.`);
  if (files.find(({ file }) => file === name)?.link?.leadsOut)
    throw new IndigoError(`${name} is a symbolic link out of the site: replace it by the file itself.`);
}

/** Reads a file of the site; empty if it does not exist, can't be read or is outside the site. */
export function textOf({ folder, files }: Pick<JekyllSite, "folder" | "files">, name: string): string {
  const entry = files.find(({ file }) => file === name);
  if (!entry || entry.link?.leadsOut) return "";
  try {
    return readFileSync(path.join(folder, name), "utf8");
  } catch {
    // A broken link, or a link to a folder.
    return "";
  }
}

function readConfig(folder: string, file: string): Record<string, unknown> {
  const value = readRubyYaml(readText(path.join(folder, file)), file).value ?? {};
  if (typeof value === "object" && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new IndigoError(`${file} must be a list of keys and values, such as "title: Home".`);
}

/** Runs work in the site's folder, so that messages have the same paths as in a build. */
function atSite<T>(folder: string, work: () => T): T {
  const before = process.cwd();
  process.chdir(folder);
  try {
    return work();
  } finally {
    process.chdir(before);
  }
}

/**
 * Reads the files with front matter, and all posts. What Jekyll can't read is reported by the build of the new site.
 *
 * @throws IndigoError for front matter that exceeds a limit, in files that Jekyll builds.
 */
function readDocuments(
  folder: string,
  files: readonly SiteFile[],
  isExcluded: (file: string) => boolean,
): JekyllSite["documents"] {
  const documents = new Map<string, { data: Record<string, unknown>; body: string }>();
  for (const { file, link } of files) {
    const isPost = /(^|\/)_(posts|drafts)\//.test(file);
    if (link || isBinary(file) || !(isPost || hasFrontMatter(path.join(folder, file)))) continue;
    const source = readDocument(folder, file, isExcluded(file));
    if (source && (isPost || source.end !== undefined)) documents.set(file, source);
  }
  return documents;
}

function readDocument(folder: string, file: string, isExcluded: boolean): JekyllSource | undefined {
  try {
    return readSource(path.join(folder, file), file);
  } catch (error) {
    // An excluded file is not a page: it may have anything in its first lines.
    if (isExcluded && error instanceof IndigoError) return undefined;
    throw error;
  }
}
