import path from "node:path";
import type { CollectionItem, EleventyConfig } from "../eleventy/api.js";
import { onBuildStart } from "../eleventy/build-start.js";
import { allItems } from "../eleventy/collections.js";
import { onPageUrl } from "../eleventy/page-urls.js";
import { isPublished } from "../eleventy/site-files.js";
import { onPagesKnown } from "../eleventy/virtual-templates.js";
import { warnerOnce } from "../eleventy/warnings.js";
import { languageOf } from "../i18n/locale.js";
import type { Site } from "../options/site.js";
import { IndigoError } from "../utils/errors.js";
import { Content } from "./content.js";
import { updateFinder } from "./updates.js";
import { authorReader } from "./written-authors.js";

/** An index of the site's content during a build. */
export interface BuildIndex {
  /** Returns the additional language of a template; `undefined` for the main language. */
  languageOf(inputPath: string, lang: unknown): string | undefined;
  /** The URLs of all pages processed so far. Complete for the theme's own pages, which come last. */
  readonly urls: ReadonlySet<string>;
  /** Returns whether a page processed so far, or a copied file, has this URL. */
  isTaken(url: string): boolean;
  /** The content, indexed at first use. Only available in templates being rendered and in the theme's own pages. */
  readonly content: Content;
  /** Returns the content in one of the site's languages; `undefined` is the main language. */
  contentIn(language: string | undefined): Content;
}

/** Creates an index that is reset before each build, with the URL of every page, in collections or not. */
export function indexBuild(eleventyConfig: EleventyConfig, site: Site): BuildIndex {
  const urls = new Set<string>();
  let all: readonly CollectionItem[] | undefined;
  let content: Content | undefined;
  const languages = Object.keys(site.languages);
  const parts = new Map<string | undefined, Content>();
  let siteWide: Record<string, unknown> = {};
  // Jekyll does not validate front matter.
  const warn = site.jekyll ? warnerOnce(eleventyConfig) : undefined;
  const findUpdate = updateFinder(eleventyConfig, site);
  const readAuthors = authorReader(warnerOnce(eleventyConfig));
  onBuildStart(eleventyConfig, () => {
    urls.clear();
    all = undefined;
    content = undefined;
    parts.clear();
  });
  onPageUrl(eleventyConfig, (url) => urls.add(url));
  onPagesKnown(eleventyConfig, (data) => {
    all ??= allItems(data);
    siteWide = data;
  });
  const allOrThrow = (): readonly CollectionItem[] => {
    if (!all)
      throw new IndigoError(
        "the content of the site is not available yet. Use it in a layout or in the text of a page.",
      );
    return all;
  };
  return {
    languageOf(inputPath, lang) {
      if (languages.length === 0) return undefined;
      return languageOf(path.posix.relative(eleventyConfig.directories.input, inputPath), lang, languages);
    },
    urls,
    isTaken: (url) =>
      urls.has(url) || isPublished(eleventyConfig, `${url.slice(1)}${url.endsWith("/") ? "index.html" : ""}`),
    get content() {
      content ??= new Content(allOrThrow(), urls, site, siteWide, warn, findUpdate, readAuthors);
      return content;
    },
    contentIn(language) {
      const whole = this.content;
      if (languages.length === 0) return whole;
      let part = parts.get(language);
      if (!part) {
        const isIn = ({ inputPath, data }: CollectionItem) =>
          this.languageOf(inputPath, data.lang) === language;
        part = new Content(allOrThrow().filter(isIn), urls, site, siteWide, warn, findUpdate, readAuthors);
        parts.set(language, part);
      }
      return part;
    },
  };
}
