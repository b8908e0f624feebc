import { dateToRfc3339, getNewestCollectionItemDate } from "@11ty/eleventy-plugin-rss";
import { rootUrl } from "./assets.js";
import type { EleventyConfig } from "./eleventy.js";
import { icon } from "./icons.js";
import { otherPages } from "./navigation.js";
import { absoluteUrl, prefixOf } from "./prefix.js";
import type { Site } from "./site.js";

/** Adds the filters that the layouts use, all under names that start with `indigo`, so as not to take an author's. */
export function addFilters(eleventyConfig: EleventyConfig, site: Site): void {
  const pathPrefix = prefixOf(eleventyConfig);
  eleventyConfig.addFilter("indigoIcon", icon);
  eleventyConfig.addFilter("indigoRootUrl", rootUrl);
  eleventyConfig.addFilter("indigoAbsoluteUrl", (url: string) =>
    absoluteUrl(url, site.url ?? "", pathPrefix),
  );
  eleventyConfig.addFilter("indigoOtherPages", otherPages);
  eleventyConfig.addFilter("indigoPageClass", pageClass);
  eleventyConfig.addFilter("indigoHasHeading", hasHeading);
  eleventyConfig.addFilter("indigoNewestDate", getNewestCollectionItemDate);
  eleventyConfig.addFilter("indigoFeedDate", dateToRfc3339);
}

/** The class that a page's styles hang on: the name of its file, without blanks. `about` for `about.md`. */
export function pageClass(page: { fileSlug?: string }): string {
  return (page.fileSlug ?? "").replace(/\s+/gu, "-");
}

/** Whether rendered content brings a heading of the first level. */
export function hasHeading(content: unknown): boolean {
  return /<h1[\s>]/i.test(String(content ?? ""));
}
