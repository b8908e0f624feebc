import { closeSync, openSync, readdirSync, readSync } from "node:fs";
import path from "node:path";
import type { EleventyConfig } from "../eleventy/api.js";
import type { IndigoConfig } from "./config/schema.js";

/** Endings that Eleventy builds by itself. */
const pageEndings = new Set([".md", ".markdown", ".html"]);

/** Text that Jekyll builds where it starts with front matter, and copies otherwise. */
const textEndings = new Set([".xml", ".txt", ".json", ".webmanifest"]);

/** Templates and data that Eleventy alone reads. */
const eleventysOwn = /\.(njk|liquid|11ty\.[cm]?[jt]s|11tydata\.[cm]?js(on)?)$/;

/** What Jekyll leaves out unless it is told otherwise, and what Eleventy needs beside it. */
const left = [
  "Gemfile",
  "Gemfile.lock",
  "node_modules",
  "vendor",
  "package.json",
  "package-lock.json",
  "pnpm-lock.yaml",
  "yarn.lock",
  "tsconfig.json",
];

/** Whether Jekyll would read a file, and not Eleventy alone, such as a template in Nunjucks. */
export function isJekylls(file: string): boolean {
  const ending = path.extname(file);
  return pageEndings.has(ending) || textEndings.has(ending);
}

/** Whether a file starts with front matter, without which Jekyll takes it for no page. */
export function hasFrontMatter(file: string): boolean {
  const start = Buffer.alloc(8);
  const descriptor = openSync(file, "r");
  try {
    readSync(descriptor, start, 0, start.length, 0);
  } finally {
    closeSync(descriptor);
  }
  return /^\uFEFF?---\s/.test(start.toString("utf8"));
}

/**
 * Has Eleventy build what Jekyll builds, and copy what Jekyll copies: every other file whose path has no name that starts
 * with `_` or `.`, unless `exclude` names it; `include` brings such names back.
 */
export function addFiles(
  eleventyConfig: EleventyConfig,
  config: Pick<IndigoConfig, "exclude" | "include">,
): void {
  const { input, output } = eleventyConfig.directories;
  const isLeftOut = excluder(config, path.posix.relative(input, output));
  eleventyConfig.addTemplateFormats("markdown");
  eleventyConfig.addExtension("markdown", { key: "md" });
  eleventyConfig.ignores.add(path.posix.join(output, "**"));

  const found = readdirSync(input, { withFileTypes: true });
  for (const entry of found) {
    const file = path.posix.join(input, entry.name);
    if (isLeftOut(entry.name)) {
      if (!/^_(posts|drafts)$/.test(entry.name))
        eleventyConfig.ignores.add(entry.isDirectory() ? `${file}/**` : file);
      continue;
    }
    if (entry.isDirectory()) {
      const filter = (inner: string): boolean =>
        !isLeftOut(path.posix.join(entry.name, inner)) && !isBuilt(path.join(file, inner));
      eleventyConfig.addPassthroughCopy({ [file]: entry.name }, { filter });
    } else if (!isBuilt(file)) eleventyConfig.addPassthroughCopy({ [file]: entry.name });
  }
  addTextFormats(eleventyConfig, input, isLeftOut);
}

function excluder(
  { exclude, include }: Pick<IndigoConfig, "exclude" | "include">,
  output: string,
): (name: string) => boolean {
  const names = new Set([...left, ...(exclude ?? []), output].map(trimmed));
  const kept = (include ?? [".htaccess"]).map(trimmed);
  return (name) => {
    if (name === "" || kept.some((start) => name === start || name.startsWith(`${start}/`))) return false;
    if (names.has(name) || names.has(path.posix.basename(name))) return true;
    return (
      name.split("/").some((part) => /^[._#]|~$/.test(part)) ||
      /(^|\/)(eleventy\.config|\.eleventy)\.\w+$/.test(name)
    );
  };
}

const trimmed = (name: string): string => name.replaceAll(/^\.?\/|\/$/g, "");

const isBuilt = (file: string): boolean => (isJekylls(file) ? hasFrontMatter(file) : eleventysOwn.test(file));

/** Text files are templates only where the site has such a file with front matter. */
function addTextFormats(
  eleventyConfig: EleventyConfig,
  folder: string,
  isLeftOut: (name: string) => boolean,
): void {
  const formats = new Set<string>();
  const visit = (within: string): void => {
    for (const entry of readdirSync(path.join(folder, within), { withFileTypes: true })) {
      const name = path.posix.join(within, entry.name);
      if (isLeftOut(name)) continue;
      if (entry.isDirectory()) visit(name);
      else if (textEndings.has(path.extname(name)) && isBuilt(path.join(folder, name))) {
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
