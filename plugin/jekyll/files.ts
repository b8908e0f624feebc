import { lstatSync, readdirSync } from "node:fs";
import path from "node:path";
import type { EleventyConfig } from "../eleventy/api.js";
import { startOfFile } from "../utils/read-text.js";
import type { IndigoConfig } from "./config/schema.js";
import { type Exclusion, excluder } from "./exclusion.js";
import { addLinks, isReadable, statOf } from "./links.js";

/** The extensions of pages, which Eleventy builds by default. */
const pageExtensions = new Set([".md", ".markdown", ".html"]);

/** The extensions of text files that Jekyll builds if they have front matter, and copies otherwise. */
const textExtensions = new Set([".xml", ".txt", ".json", ".webmanifest"]);

/** Templates and data files of Eleventy, which Jekyll does not know. */
const eleventyOnly = /\.(njk|liquid|11ty\.[cm]?[jt]s|11tydata\.[cm]?js(on)?)$/;

/** Returns whether a file is a page or text file for Jekyll, by its extension; a Nunjucks template is not. */
export function isJekyllFile(file: string): boolean {
  const extension = path.extname(file);
  return pageExtensions.has(extension) || textExtensions.has(extension);
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
  config: Pick<IndigoConfig, "exclude" | "include">,
): Exclusion {
  const { input, output } = eleventyConfig.directories;
  const exclusion = excluder(config, path.posix.relative(input, output));
  const isExcluded = exclusion.isNotCopied;
  eleventyConfig.addTemplateFormats("markdown");
  eleventyConfig.addExtension("markdown", { key: "md" });
  eleventyConfig.ignores.add(path.posix.join(output, "**"));

  const { partly } = addLinks(
    eleventyConfig,
    (file) => isExcluded(file) && !isRead(file),
    (file) => !isExcluded(file) && !isBuilt(path.join(input, file)),
  );
  for (const entry of readdirSync(input, { withFileTypes: true })) {
    const file = path.posix.join(input, entry.name);
    if (isExcluded(entry.name)) {
      if (!/^_(posts|drafts)$/.test(entry.name)) {
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
  addTextFormats(eleventyConfig, input, isExcluded);
  return exclusion;
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
const isBuilt = (file: string): boolean =>
  isJekyllFile(file) ? hasFrontMatter(file) : eleventyOnly.test(file);

/** Adds the formats of those text files that have front matter, so that Eleventy reads no others. */
function addTextFormats(
  eleventyConfig: EleventyConfig,
  folder: string,
  isExcluded: (name: string) => boolean,
): void {
  const formats = new Set<string>();
  const visit = (within: string): void => {
    if (!isReadable(path.join(folder, within))) return;
    for (const entry of readdirSync(path.join(folder, within), { withFileTypes: true })) {
      const name = path.posix.join(within, entry.name);
      if (isExcluded(name)) continue;
      if (entry.isDirectory()) visit(name);
      else if (textExtensions.has(path.extname(name)) && isBuilt(path.join(folder, name))) {
        formats.add(path.extname(name).slice(1));
      }
    }
  };
  visit("");
  for (const format of formats) {
    eleventyConfig.addTemplateFormats(format);
    eleventyConfig.addExtension(format, { key: "liquid", outputFileExtension: format });
  }
}
