import path from "node:path";
import type { EleventyConfig } from "../eleventy/api.js";
import { addFrontMatterReader } from "../eleventy/front-matter-reader.js";
import type { Warn } from "../eleventy/warnings.js";
import { templateName } from "../utils/errors.js";
import { startOfFile } from "../utils/read-text.js";
import { isJekyllFile } from "./files.js";
import { isReadable, statOf } from "./links.js";
import { globals } from "./own-data.js";
import { type JekyllSource, readSource } from "./source.js";

/** Returns the front matter and the text of a file; undefined if Jekyll can't read it. */
export type SourceOf = (inputPath: string) => JekyllSource | undefined;

/**
 * Makes Eleventy read front matter as Jekyll does, and warns of each file whose front matter Jekyll ignores.
 *
 * @param warn - Prints each warning once a build.
 * @param hasLayout - Returns whether Jekyll puts the layout of its front matter around a file. Eleventy reads others as well,
 * which may not exist.
 * @returns A function that returns the source of a file, read once a build.
 */
export function addSources(
  eleventyConfig: EleventyConfig,
  warn: Warn,
  hasLayout: (file: string, layout: unknown) => boolean,
): SourceOf {
  const sources = new Map<string, JekyllSource | undefined>();
  eleventyConfig.on("eleventy.before", () => sources.clear());
  const sourceOf: SourceOf = (inputPath) => {
    const key = path.posix.normalize(inputPath);
    if (sources.has(key)) return sources.get(key);
    const file = templateName(inputPath);
    const source = readSource(inputPath, file);
    sources.set(key, source);
    if (!source) warn(`${file} is not UTF-8, so that Jekyll does not read it: convert it to UTF-8.`);
    if (source?.problem) warn(`${source.problem}; the file is shown without its front matter.`);
    return source;
  };
  addFrontMatterReader(eleventyConfig, (file) => {
    // A virtual template has no file. Opening a named pipe would wait for a writer.
    if (!isJekyllFile(eleventyConfig, file) || !statOf(file)?.isFile() || !isReadable(file)) return undefined;
    const language = languageOf(file);
    if (language)
      warn(
        `${templateName(file)} has front matter in the language "${language}", which Jekyll does not read: write it in YAML.`,
      );
    const { data = {}, end } = sourceOf(file) ?? {};
    // A copy, since Eleventy converts `tags`. Without what Eleventy and the theme call so; pages have it in `page`.
    return {
      data: Object.fromEntries(
        Object.entries(data).filter(
          ([key]) => !isTaken(key) && (key !== "layout" || hasLayout(file, data.layout)),
        ),
      ),
      end,
    };
  });
  return sourceOf;
}

const isTaken = (key: string): boolean =>
  key !== "eleventyComputed" && (globals.has(key) || key === "content");

/** Returns the language that a file declares for its front matter; undefined for text such as `--- # note` or `----`. */
function languageOf(file: string): string | undefined {
  const [, language] = /^\uFEFF?---[^\S\n]*([a-z]+)\s*\n/i.exec(startOfFile(file, 64).toString("utf8")) ?? [];
  const name = language?.toLowerCase();
  return name === "js" ? "javascript" : name;
}
