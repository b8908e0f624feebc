import path from "node:path";
import type { BuildIndex } from "../content/index.js";
import type { EleventyConfig } from "../eleventy/api.js";
import { parseJson } from "../eleventy/data-limits.js";
import { addFrontMatterLanguages } from "../eleventy/front-matter-languages.js";
import { highlightFigure } from "../markdown/index.js";
import type { Site } from "../options/site.js";
import type { RenderPartial } from "../templates/partials.js";
import { readData } from "../utils/data-file.js";
import { templateName } from "../utils/errors.js";
import { isInsideReally } from "../utils/real-path.js";
import type { IndigoConfig } from "./config/schema.js";
import { readFileName } from "./documents.js";
import { addFiles, isJekyllFile } from "./files.js";
import { addFileDates, addFrontMatter } from "./front-matter.js";
import { addKramdown } from "./kramdown/index.js";
import { addFrameIncludes, addJekyllLiquid } from "./liquid/index.js";
import { liveSite } from "./live-site.js";

/**
 * Adds support for the content of a Jekyll site: files and their names, front matter, the variables `site` and `page`,
 * kramdown's Markdown, and Jekyll's Liquid. Other sites do not load this module.
 */
export function addJekyll(
  eleventyConfig: EleventyConfig,
  site: Site,
  index: BuildIndex,
  renderPartial: RenderPartial,
): void {
  const config: Pick<IndigoConfig, "baseurl" | "exclude" | "include" | "future"> = site.jekyllSettings;
  const isServed = process.env.ELEVENTY_RUN_MODE !== "build";

  // Files
  addFiles(eleventyConfig, config);
  addDataFiles(eleventyConfig);

  // Front matter
  addFileDates(eleventyConfig, site);
  const live = liveSite(eleventyConfig, site, index);
  addFrontMatterLanguages(eleventyConfig, isJekyllFile);
  addFrontMatter(eleventyConfig, site, { drafts: isServed, future: config.future === true }, live);
  eleventyConfig.addGlobalData("jekyll", {
    environment: isServed ? "development" : "production",
    version: "4.3.1",
  });

  // Text
  addKramdown(eleventyConfig);
  addFrameIncludes(eleventyConfig);
  addJekyllLiquid(eleventyConfig, {
    ...urlLookups(eleventyConfig, index),
    url: site.url ?? "",
    baseurl: config.baseurl ?? "",
    timeZone: site.timeZone,
    renderPartial,
    highlightFigure,
  });
}

/**
 * Makes Eleventy read data files in YAML, with the line in messages. Data files that are symbolic links out of the input folder
 * are empty; see `addLinks`.
 */
function addDataFiles(eleventyConfig: EleventyConfig): void {
  const { input } = eleventyConfig.directories;
  const addFormat = (extensions: string, parse: (source: string, file: string) => unknown): void =>
    eleventyConfig.addDataExtension(extensions, (source, file) =>
      isInsideReally(input, file) ? parse(source, file) : {},
    );
  // First, so that JSON takes precedence over YAML as without this.
  addFormat("json", (source, file) => parseJson(source, file));
  addFormat("yaml,yml", (source, file) => readData(source, templateName(file)).value ?? null);
}

/** Returns the functions that find the URLs of posts and files, by their names in Jekyll's tags. */
function urlLookups({ directories }: EleventyConfig, index: BuildIndex) {
  const relative = (inputPath: string): string =>
    path.posix.relative(path.posix.normalize(directories.input), path.posix.normalize(inputPath));
  const posts = (): [name: string, url: string][] =>
    index.content.posts.map(({ inputPath, url }) => [readFileName(relative(inputPath))?.name ?? "", url]);
  return {
    postUrl: (postName: string) => posts().find(([name]) => name === postName)?.[1],
    postNames: () => posts().map(([name]) => name),
    fileUrl: (file: string) => {
      const { posts: all, pages } = index.content;
      const item = [...all, ...pages].find(
        ({ inputPath }) => relative(inputPath) === file.replace(/^\//, ""),
      );
      return typeof item?.url === "string" ? item.url : undefined;
    },
  };
}
