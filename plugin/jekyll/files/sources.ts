import path from "node:path";
import type { EleventyConfig } from "../../eleventy/api.js";
import { onBuildStart } from "../../eleventy/build-start.js";
import { addFrontMatterReader } from "../../eleventy/front-matter-reader.js";
import { warnerOnce } from "../../eleventy/warnings.js";
import { templateName } from "../../utils/errors.js";
import { startOfFile } from "../../utils/read-text.js";
import { type JekyllSource, readSource } from "../read/index.js";
import { isJekyllFile } from "./files.js";
import { layoutProblems } from "./layouts.js";
import { isReadable, statOf } from "./links.js";
import { globals } from "./own-data.js";

/** Returns the front matter and the text of a file; undefined if Jekyll can't read it. */
export type SourceOf = (inputPath: string) => JekyllSource | undefined;

/** What {@link addSources} returns. */
export interface Sources {
  /** Reads a file, once a build. */
  sourceOf: SourceOf;
  /** Removes the layout of a file from its data if Jekyll ignores it, with a warning. */
  dropUnknownLayout(inputPath: string, data: Record<string, unknown>): void;
}

/**
 * Makes Eleventy read front matter as Jekyll does, and warns of each file whose front matter Jekyll ignores.
 *
 * @param hasLayout - Returns whether Jekyll puts the layout of its front matter around a file. Eleventy reads others as well,
 * which may not exist.
 * @returns The functions that it uses itself.
 */
export function addSources(
  eleventyConfig: EleventyConfig,
  hasLayout: (file: string, layout: unknown) => boolean,
): Sources {
  const warn = warnerOnce(eleventyConfig);
  const sources = new Map<string, JekyllSource | undefined>();
  onBuildStart(eleventyConfig, () => sources.clear());
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
  const problemOf = layoutProblems(eleventyConfig, (file) => sourceOf(file)?.data.layout);
  const dropUnknownLayout = (inputPath: string, data: Record<string, unknown>): void => {
    const problem = problemOf(inputPath, data.layout);
    if (problem === undefined) return;
    delete data.layout;
    if (problem !== "") warn(`the layout of ${templateName(inputPath)} ${problem}; it is shown without.`);
  };
  addFrontMatterReader(eleventyConfig, (file) => {
    // A virtual template has no file. Opening a named pipe would wait for a writer.
    if (!isJekyllFile(eleventyConfig, file) || !statOf(file)?.isFile() || !isReadable(file)) return undefined;
    const language = languageOf(file);
    if (language)
      warn(
        `${templateName(file)} has front matter in the language "${language}", which Jekyll does not read: write it in YAML.`,
      );
    const { data: written = {}, end } = sourceOf(file) ?? {};
    const data = { ...written };
    if (hasLayout(file, data.layout)) dropUnknownLayout(file, data);
    else delete data.layout;
    // A copy, since Eleventy converts `tags`. Without what Eleventy and the theme call so; pages have it in `page`.
    return { data: Object.fromEntries(Object.entries(data).filter(([key]) => !isTaken(key))), end };
  });
  return { sourceOf, dropUnknownLayout };
}

const isTaken = (key: string): boolean =>
  !key.endsWith("Computed") && (globals.has(key) || key === "content");

/** Returns the language that a file declares for its front matter; undefined for text such as `--- # note` or `----`. */
function languageOf(file: string): string | undefined {
  const [, language] = /^\uFEFF?---[^\S\n]*([a-z]+)\s*\n/i.exec(startOfFile(file, 64).toString("utf8")) ?? [];
  const name = language?.toLowerCase();
  return name === "js" ? "javascript" : name;
}
