import type { EleventyConfig } from "../eleventy/api.js";
import { rootUrl } from "../eleventy/site-files.js";
import { icon } from "./icon.js";

/** Adds the filters of social links: `indigoIcon` (the name of an icon) and `indigoRootUrl` (a file of the site). */
export function addAccountFilters(eleventyConfig: EleventyConfig): void {
  eleventyConfig.addFilter("indigoIcon", icon);
  eleventyConfig.addFilter("indigoRootUrl", rootUrl);
}
