import { isPublished } from "./assets.js";
import { checkAuthors } from "./authors.js";
import { Content } from "./content.js";
import type { CollectionItem, EleventyConfig } from "./eleventy.js";
import { IndigoError } from "./errors.js";
import type { Site } from "./site.js";
import { virtualExtension } from "./virtual.js";

/** What is known of the site's content while it is built. */
export interface BuildIndex {
  /** The addresses of all pages seen so far; complete for the theme's own pages, which come last. */
  readonly urls: ReadonlySet<string>;
  /** Whether a page seen so far, or a file that is copied, has this address. */
  isTaken(url: string): boolean;
  /** The content, indexed when it is first asked for. Only for pages being rendered and for the theme's own pages. */
  readonly content: Content;
}

/** Starts an index anew with each build, and lets it see the address of every page, in collections or not. */
export function indexBuild(eleventyConfig: EleventyConfig, site: Site): BuildIndex {
  const urls = new Set<string>();
  let all: readonly CollectionItem[] | undefined;
  let content: Content | undefined;
  eleventyConfig.on("eleventy.before", () => {
    urls.clear();
    all = undefined;
    content = undefined;
  });
  eleventyConfig.addUrlTransform(({ url }) => {
    urls.add(url);
    return undefined;
  });
  eleventyConfig.addPreprocessor("indigo-index", virtualExtension, ({ collections }) => {
    all ??= collections.all;
    return undefined;
  });
  return {
    urls,
    isTaken: (url) =>
      urls.has(url) || isPublished(eleventyConfig, `${url.slice(1)}${url.endsWith("/") ? "index.html" : ""}`),
    get content() {
      if (!all)
        throw new IndigoError(
          "the content of the site is not known yet; ask for it in a layout or a page's text.",
        );
      if (!content) {
        content = new Content(all, urls, site);
        checkAuthors(content.posts, site, (message) => eleventyConfig.logger.log(message));
      }
      return content;
    },
  };
}
