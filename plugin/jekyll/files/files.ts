import { lstatSync, readdirSync } from "node:fs";
import path from "node:path";
import { addedExtensions } from "../../eleventy/added-extensions.js";
import type { EleventyConfig } from "../../eleventy/api.js";
import { executingKey } from "../../eleventy/executed-files.js";
import { warner } from "../../eleventy/warnings.js";
import { watchFiles } from "../../eleventy/watched-files.js";
import { isBinary } from "../../utils/file-kinds.js";
import { startOfFile } from "../../utils/read-text.js";
import {
  type CollectionSettings,
  insideOutput,
  isCoffeeScript,
  outputExtension,
  readCollections,
} from "../collections/index.js";
import type { IndigoConfig } from "../config/index.js";
import { readSource } from "../read/index.js";
import { type Exclusion, excluder } from "./exclusion.js";
import { addLinks, globCharacters, isReadable, statOf } from "./links.js";
import { regularFiles } from "./regular-files.js";

/** Returns whether a file becomes HTML, by its extension. */
export const isPage = (file: string): boolean => outputExtension(path.extname(file)) === ".html";

/** Templates and data files of Eleventy, which Jekyll does not know. */
const eleventyOnly = /\.(njk|liquid|11ty\.[cm]?[jt]s|11tydata\.[cm]?js(on)?)$/;

/** The extensions that the site's own config gives to Eleventy. */
const ownExtensions = new WeakMap<EleventyConfig, readonly string[]>();

/**
 * Returns whether a file is a page or text file for Jekyll, by its extension: any text with an extension, but for what Eleventy
 * reads in its own way, such as a Nunjucks template.
 */
export function isJekyllFile(eleventyConfig: EleventyConfig, file: string): boolean {
  if (!/\.[\w-]+$/.test(file) || eleventyOnly.test(file) || isBinary(file)) return false;
  return ownExtensions.get(eleventyConfig)?.some((extension) => file.endsWith(`.${extension}`)) !== true;
}

/**
 * Returns whether a file starts with front matter in YAML. Without it, or with front matter in another language, Jekyll
 * copies the file.
 */
export function hasFrontMatter(file: string): boolean {
  // Opening a named pipe would wait for a writer.
  if (!statOf(file)?.isFile() || !isReadable(file)) return false;
  const start = startOfFile(file, 256);
  return /^\uFEFF?---\s*\n/.test(start.toString("utf8"));
}

/**
 * Makes Eleventy build the files that Jekyll builds, and copy those that Jekyll copies: every other file, unless a name in its
 * path starts with `_` or `.`, or `exclude` lists it. `include` overrides both.
 *
 * @returns What Jekyll excludes.
 */
export function addFiles(
  eleventyConfig: EleventyConfig,
  config: Pick<IndigoConfig, "exclude" | "include"> & CollectionSettings,
): Exclusion {
  const { input, output } = eleventyConfig.directories;
  const exclusion = excluder(config, path.posix.relative(input, output));
  const isExcluded = exclusion.isNotCopied;
  const collections = readCollections(config);
  const isBuilt = (file: string): boolean => isBuiltBy(eleventyConfig, file);
  ownExtensions.set(
    eleventyConfig,
    addedExtensions(eleventyConfig).filter((extension) => !isPage(`a.${extension}`)),
  );
  eleventyConfig.addTemplateFormats("markdown");
  eleventyConfig.addExtension("markdown", { key: "md" });
  eleventyConfig.ignores.add(path.posix.join(output, "**"));

  const { partly } = addLinks(
    eleventyConfig,
    (file) => isExcluded(file) && !isRead(file) && (!collections.find(file) || exclusion.isExcluded(file)),
    (file) => !isExcluded(file) && !isBuilt(path.join(input, file)),
  );
  for (const entry of readdirSync(input, { withFileTypes: true })) {
    const file = path.posix.join(input, entry.name);
    if (isExcluded(entry.name)) {
      if (exclusion.isExcluded(entry.name)) {
        if (!entry.isDirectory()) eleventyConfig.ignores.add(file);
        // A symbolic link may lead to a folder.
        if (!entry.isFile()) eleventyConfig.ignores.add(`${file}/**`);
      }
      continue;
    }
    if (entry.isDirectory()) {
      if (partly.includes(entry.name)) continue;
      const filter = (inner: string): boolean =>
        !isExcluded(path.posix.join(entry.name, inner)) &&
        isRegular(path.join(file, inner)) &&
        !isBuilt(path.join(file, inner));
      eleventyConfig.addPassthroughCopy({ [file]: entry.name }, { filter });
    } else if (entry.isFile() && isReadable(file) && !isBuilt(file))
      eleventyConfig.addPassthroughCopy({ [file]: entry.name });
  }
  ignoreInside(eleventyConfig, exclusion);
  addTextFormats(eleventyConfig, exclusion);
  addMarkdownFormats(eleventyConfig, input, exclusion);
  return exclusion;
}

/**
 * Keeps Eleventy from reading what is excluded in folders of the site, such as `vendor/bundle`: its files may be in another
 * encoding, and many.
 */
function ignoreInside({ directories, ignores }: EleventyConfig, { isExcluded }: Exclusion): void {
  const { input } = directories;
  const visit = (within: string): void => {
    const folder = path.join(input, within);
    if (!isReadable(folder)) return;
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const file = path.posix.join(within, entry.name);
      if (!isExcluded(file)) {
        if (entry.isDirectory()) visit(file);
      } else if (within !== "" && (entry.isDirectory() || isPage(file))) {
        const pattern = path.posix.join(input, file).replaceAll(globCharacters, "?");
        ignores.add(entry.isDirectory() ? `${pattern}/**` : pattern);
      }
    }
  };
  visit("");
}

/** Returns whether Eleventy reads a file or folder although Jekyll does not publish it. */
const isRead = (file: string): boolean => {
  const [first = "", ...rest] = file.split("/");
  return /^_(posts|drafts|layouts|includes|data)$/.test(first) && !rest.some((part) => part.startsWith("."));
};

/** Returns whether a path is a folder or a readable file itself, and not a symbolic link, a named pipe or the like. */
function isRegular(file: string): boolean {
  const stat = statOf(file, lstatSync);
  return stat?.isDirectory() === true || (stat?.isFile() === true && isReadable(file));
}

/** Returns whether Eleventy builds a file, rather than copying it. */
export const isBuiltBy = (eleventyConfig: EleventyConfig, file: string): boolean =>
  isJekyllFile(eleventyConfig, file) || isWithoutFormat(file)
    ? hasFrontMatter(file)
    : eleventyOnly.test(file);

/** Returns whether a file has no extension that Eleventy could have as a format, such as `_redirects` or `.htaccess`. */
const isWithoutFormat = (file: string): boolean => !/[^/]\.[\w-]+$/.test(file);

/** Adds the formats of those text files that have front matter, so that Eleventy reads no others. */
function addTextFormats(eleventyConfig: EleventyConfig, { isExcluded }: Exclusion): void {
  const { input } = eleventyConfig.directories;
  const warn = warner(eleventyConfig);
  const formats = new Set<string>();
  for (const file of regularFiles(input, isExcluded)) {
    const full = path.posix.join(input, file);
    if (isWithoutFormat(file) && hasFrontMatter(full)) addWithoutFormat(eleventyConfig, file, full);
    if (isPage(file) || !isJekyllFile(eleventyConfig, file) || !hasFrontMatter(full)) continue;
    if (isCoffeeScript(file))
      warn(`${file} is left out: CoffeeScript is not compiled. Replace it by the compiled JavaScript.`);
    else formats.add(path.extname(file).slice(1));
  }
  for (const format of formats) {
    eleventyConfig.addTemplateFormats(format);
    const outputFileExtension = outputExtension(`.${format}`).slice(1);
    eleventyConfig.addExtension(format, { key: "liquid", outputFileExtension });
  }
}

/** Adds a file without extension that has front matter. It is read when the config is. */
function addWithoutFormat(eleventyConfig: EleventyConfig, file: string, full: string): void {
  const source = readSource(full, file);
  if (!source || source.data.published === false || executingKey(source.data) !== undefined) return;
  const { permalink, layout } = source.data;
  watchFiles(eleventyConfig, "configuration", [full]);
  eleventyConfig.addTemplate(`${file}.liquid`, source.body, {
    permalink: insideOutput(typeof permalink === "string" ? permalink : `/${file}`),
    layout: typeof layout === "string" && layout !== "none" ? layout : false,
    eleventyAllowMissingExtension: true,
    // Makes Eleventy render it after all pages, which it may list.
    eleventyImport: { collections: ["all"] },
    eleventyExcludeFromCollections: true,
  });
}

/** Adds the extensions of Markdown that the site has, in their letter case. */
function addMarkdownFormats(eleventyConfig: EleventyConfig, folder: string, { isExcluded }: Exclusion): void {
  const extensions = new Set(
    regularFiles(folder, isExcluded)
      .filter((file) => isPage(file) && !file.endsWith(".html"))
      .map((file) => path.extname(file)),
  );
  for (const extension of extensions) {
    if (extension === ".md" || extension === ".markdown") continue;
    eleventyConfig.addTemplateFormats(extension.slice(1));
    eleventyConfig.addExtension(extension.slice(1), { key: "md" });
  }
}
