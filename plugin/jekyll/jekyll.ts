import path from "node:path";
import type { Citing } from "../citations/index.js";
import type { BuildIndex } from "../content/index.js";
import type { EleventyConfig } from "../eleventy/api.js";
import { parseJson } from "../eleventy/data-limits.js";
import { dropGlobalData } from "../eleventy/dropped-data.js";
import { addFrontMatterLanguages } from "../eleventy/front-matter-languages.js";
import { isServed } from "../eleventy/run-mode.js";
import { warnerOnce } from "../eleventy/warnings.js";
import { highlightFigure } from "../markdown/index.js";
import type { DollarFormulas } from "../options/markdown.js";
import type { Site } from "../options/site.js";
import type { PublicationSource } from "../publications/index.js";
import type { RenderPartial } from "../templates/partials.js";
import { templateName } from "../utils/errors.js";
import { isInsideReally } from "../utils/real-path.js";
import {
  type CollectionSettings,
  encodedPath,
  layoutTest,
  readCollections,
  readFileName,
} from "./collections/index.js";
import type { IndigoConfig } from "./config/index.js";
import { addFiles, addSources, isJekyllFile, isReserved, statOf, templateTexts } from "./files/index.js";
import { addFileDates, addFrontMatter } from "./front-matter/index.js";
import { addKramdown } from "./kramdown/index.js";
import { addFrameIncludes, addJekyllLiquid } from "./liquid/index.js";
import { collectionDocuments, liveSite } from "./live/index.js";
import { mathJaxSettings } from "./mathjax/index.js";
import { addSassPages, sassCompiler } from "./sass/index.js";
import { addScholarTags } from "./scholar/index.js";
import { readRubyYaml } from "./yaml/index.js";

/**
 * Adds support for the content of a Jekyll site: files and their names, front matter, the variables `site` and `page`,
 * kramdown's Markdown, and Jekyll's Liquid. Other sites do not load this module.
 */
export function addJekyll(
  eleventyConfig: EleventyConfig,
  site: Site,
  { index, publications, citing }: { index: BuildIndex; publications: PublicationSource; citing: Citing },
  renderPartial: RenderPartial,
): void {
  const config: Pick<IndigoConfig, "baseurl" | "exclude" | "include" | "future"> & CollectionSettings =
    site.jekyllSettings;
  const isServing = isServed();

  // Files
  const { isExcluded, isNotCopied } = addFiles(eleventyConfig, config);
  addDataFiles(eleventyConfig);

  // Front matter
  addFrontMatterLanguages(eleventyConfig, (file) => isJekyllFile(eleventyConfig, file));
  const sources = addSources(eleventyConfig, layoutTest(eleventyConfig, site));
  const { sourceOf } = sources;
  addFileDates(eleventyConfig, site, sourceOf, isExcluded);
  const publishing = { drafts: isServing, future: config.future === true || site.futurePosts, isExcluded };
  const documents = collectionDocuments(eleventyConfig, site, publishing, sourceOf);
  const live = liveSite(eleventyConfig, site, index, documents, isNotCopied);
  addFrontMatter(eleventyConfig, site, publishing, sources, documents, live);
  // The permalink is the path of the file.
  eleventyConfig.addUrlTransform(({ url }) => (/\s/.test(url) ? encodedPath(url) : undefined));
  eleventyConfig.addGlobalData("jekyll", {
    environment: isServing ? "development" : "production",
    version: "4.3.1",
  });

  // Text
  const sass = sassCompiler(eleventyConfig, site.jekyllSettings, warnerOnce(eleventyConfig));
  addSassPages(eleventyConfig, sass, (inputPath) => sourceOf(inputPath)?.body);
  addKramdown(eleventyConfig, site.jekyllSettings, dollarFormulas(eleventyConfig, site));
  addFrameIncludes(eleventyConfig);
  addJekyllLiquid(eleventyConfig, {
    ...urlLookups(eleventyConfig, site, index),
    url: site.url ?? "",
    baseurl: config.baseurl ?? "",
    timeZone: site.timeZone,
    renderPartial,
    highlightFigure,
    compileSass: sass.compile,
  });
  addScholarTags(eleventyConfig, { settings: site.jekyllSettings.scholar, publications, citing });
}

/** Returns whether `$…$` is a formula: by the option, else by the settings of MathJax in the site's own templates. */
function dollarFormulas(eleventyConfig: EleventyConfig, { writing: { math } }: Site): DollarFormulas {
  if (math === false) return false;
  const { dollars } = math === true ? {} : math;
  return dollars ?? mathJaxSettings(templateTexts(eleventyConfig)).dollars;
}

/**
 * Makes Eleventy read data files in YAML, with the line in messages. Data files that are symbolic links out of the input folder
 * are empty; see `addLinks`. Other files than those of the data folder are no data of pages, although Eleventy takes
 * `about.json` and `_posts/_posts.json` for that: Jekyll publishes them.
 */
function addDataFiles(eleventyConfig: EleventyConfig): void {
  const { input, data: folder } = eleventyConfig.directories;
  const addFormat = (extensions: string, parse: (source: string, file: string) => unknown): void =>
    eleventyConfig.addDataExtension(extensions, (source, file) => {
      const name = nameWithin(folder, file);
      if (name === undefined && !/\.11tydata\.\w+$/.test(file)) return {};
      return isInsideReally(input, file) ? parse(source, file) : {};
    });
  // First, so that JSON takes precedence over YAML as without this.
  addFormat("json", (source, file) => parseJson(source, file));
  addFormat("yaml,yml", (source, file) => readRubyYaml(source, templateName(file)).value ?? null);
  // Eleventy and the theme give these names a meaning in each page; Jekyll has them in `site.data` only.
  dropGlobalData(
    eleventyConfig,
    (file) => /\.(json|ya?ml)$/.test(file) && isReserved(nameWithin(folder, file) ?? ""),
  );
}

/** Returns the name of a data file, or of the folder that it is in, in the data folder; undefined for a file outside. */
function nameWithin(folder: string, file: string): string | undefined {
  const relative = path.relative(folder, file);
  if (relative === "" || relative.startsWith("..") || path.isAbsolute(relative)) return undefined;
  const [first = ""] = relative.split(path.sep);
  return first === relative ? path.parse(first).name : first;
}

/** Returns the functions that find the URLs of posts and files, by their names in Jekyll's tags. */
function urlLookups({ directories }: EleventyConfig, site: Site, index: BuildIndex) {
  const collections = readCollections(site.jekyllSettings);
  const relative = (inputPath: string): string =>
    collections.relative(
      path.posix.relative(path.posix.normalize(directories.input), path.posix.normalize(inputPath)),
    );
  // By the path in `_posts`, with and without the folder of `_posts`.
  const posts = (): [name: string, url: string][] => {
    const named = index.content.posts.map(({ inputPath, url }) => ({ file: relative(inputPath), url }));
    const nameOf = (file: string): string => readFileName(file)?.name ?? "";
    const isTop = ({ file }: { file: string }): boolean => file.startsWith("_posts/");
    return [
      ...named.filter(isTop).map(({ file, url }): [string, string] => [nameOf(file), url]),
      ...named.map(({ file, url }): [string, string] => [
        file.replace(/_posts\/.*$/, "") + nameOf(file),
        url,
      ]),
      ...named.map(({ file, url }): [string, string] => [nameOf(file), url]),
    ];
  };
  return {
    postUrl: (postName: string) => posts().find(([name]) => name === postName)?.[1],
    postNames: () => [...new Set(posts().map(([name]) => name))],
    fileUrl: (file: string) => {
      const { posts: all, pages } = index.content;
      const item = [...all, ...pages].find(
        ({ inputPath }) => relative(inputPath) === file.replace(/^\//, ""),
      );
      if (typeof item?.url === "string") return item.url;
      return unbuiltUrl(directories.input, file.replace(/^\//, ""));
    },
  };
}

/**
 * Returns the URL of a file that Eleventy does not build: a file that is copied, or a document of a collection in a folder such
 * as `_recipes/`, which has its URL in Jekyll even if it is not written.
 */
function unbuiltUrl(input: string, file: string): string | undefined {
  if (file.split("/").includes("..") || !statOf(path.join(input, file))?.isFile()) return undefined;
  const [, collection, stem] = /^_([^/]+)\/(.+)\.(?:md|markdown|html)$/.exec(file) ?? [];
  if (collection !== undefined) return `/${collection}/${stem}.html`;
  return file.startsWith("_") ? undefined : `/${file}`;
}
