import path from "node:path";
import type { CollectionItem, EleventyConfig } from "../eleventy/api.js";
import { allItems } from "../eleventy/collections.js";
import { isPublished } from "../eleventy/site-files.js";
import { virtualExtension } from "../eleventy/virtual-templates.js";
import { warner } from "../eleventy/warnings.js";
import { languageOf } from "../i18n/locale.js";
import type { Site } from "../options/site.js";
import { IndigoError } from "../utils/errors.js";
import { validateAuthors } from "./authors.js";
import { Content } from "./content.js";

/** What is known of the site's content while it is built. */
export interface BuildIndex {
  /** The further language of the site that a template is in; `undefined` means the main one. */
  languageOf(inputPath: string, lang: unknown): string | undefined;
  /** The addresses of all pages seen so far; complete for the theme's own pages, which come last. */
  readonly urls: ReadonlySet<string>;
  /** Whether a page seen so far, or a file that is copied, has this address. */
  isTaken(url: string): boolean;
  /** The content, indexed when it is first asked for. Only for pages being rendered and for the theme's own pages. */
  readonly content: Content;
  /** What of it is in one of the site's languages; `undefined` means the main one. */
  contentIn(language: string | undefined): Content;
}

/** Starts an index anew with each build, and lets it see the address of every page, in collections or not. */
export function indexBuild(eleventyConfig: EleventyConfig, site: Site): BuildIndex {
  const urls = new Set<string>();
  let all: readonly CollectionItem[] | undefined;
  let content: Content | undefined;
  const languages = Object.keys(site.languages);
  const parts = new Map<string | undefined, Content>();
  let siteWide: Record<string, unknown> = {};
  eleventyConfig.on("eleventy.before", () => {
    urls.clear();
    all = undefined;
    content = undefined;
    parts.clear();
  });
  eleventyConfig.addUrlTransform(({ url }) => {
    urls.add(url);
    return undefined;
  });
  eleventyConfig.addPreprocessor("indigo-index", virtualExtension, (data) => {
    all ??= allItems(data);
    siteWide = data;
    return undefined;
  });
  const known = (): readonly CollectionItem[] => {
    if (!all)
      throw new IndigoError(
        "the content of the site is not known yet; ask for it in a layout or a page's text.",
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
      if (!content) {
        content = new Content(known(), urls, site, siteWide);
        validateAuthors(content.posts, site, warner(eleventyConfig));
      }
      return content;
    },
    contentIn(language) {
      const whole = this.content;
      if (languages.length === 0) return whole;
      let part = parts.get(language);
      if (!part) {
        const isIn = ({ inputPath, data }: CollectionItem) =>
          this.languageOf(inputPath, data.lang) === language;
        part = new Content(known().filter(isIn), urls, site, siteWide);
        parts.set(language, part);
      }
      return part;
    },
  };
}
