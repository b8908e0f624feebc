import type { EleventyConfig } from "../eleventy/api.js";
import { shareImages } from "../images/index.js";
import { type Editions, translationsOf } from "../site/index.js";
import { classes, hasClass, hasHeading } from "../utils/markup.js";
import { isExternal } from "../utils/schema-values.js";
import { describe } from "./head.js";
import { isSearchable } from "./search-index.js";
import { styleLinks } from "./stylesheet-links.js";

/** Adds the filters of a page's frame: its head, its class, its styles, and what it is in other languages. */
export function addPageFilters(eleventyConfig: EleventyConfig, editions: Editions): void {
  const shareImage = shareImages(eleventyConfig);
  eleventyConfig.addFilter("indigoAbsoluteUrl", editions.absoluteUrl);
  eleventyConfig.addFilter("indigoPageClass", pageClass);
  eleventyConfig.addFilter("indigoHasHeading", hasHeading);
  eleventyConfig.addFilter("indigoHasNews", hasNews);
  eleventyConfig.addFilter("indigoStyleLinks", function (content, facts) {
    return styleLinks(content, facts, editions.of(this).data.indigo.stylesheets);
  });
  eleventyConfig.addFilter("indigoIsSearchable", function (page, wanted: unknown) {
    return isSearchable(wanted, editions.of(this).data.indigo.content.post(page.url));
  });
  eleventyConfig.addFilter("indigoDescribe", function (page, facts) {
    return describe({ ...facts, url: page.url || "/" }, editions.of(this), editions.absoluteUrl, shareImage);
  });
  eleventyConfig.addFilter("indigoTranslations", (page, key) => translationsOf(page, key, editions));
  eleventyConfig.addFilter("indigoGoatCounter", (code: string) =>
    isExternal(code) ? code : `https://${code}.goatcounter.com/count`,
  );
}

/** The class that a page's styles hang on: the name of its file, without spaces. `about` for `about.md`. */
function pageClass(page: { fileSlug?: string }): string {
  return (page.fileSlug ?? "").replace(/\s+/gu, "-");
}

/** Whether rendered content shows news. */
function hasNews(content: unknown): boolean {
  return hasClass(String(content ?? ""), `${classes.sectionEntries} news`);
}
