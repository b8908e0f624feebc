import type { EleventyConfig } from "../eleventy/api.js";
import { addFilter } from "../eleventy/filters.js";
import { isPage, otherPages } from "./navigation.js";

export { aboutUrl, navigation } from "./navigation.js";

/**
 * Adds filters of navigations: `indigoOtherPages` returns the entries without the one that links the page itself, `indigoIsPage`
 * whether an entry links it.
 */
export function addNavigationFilters(eleventyConfig: EleventyConfig): void {
  addFilter(eleventyConfig, "indigoOtherPages", otherPages);
  addFilter(eleventyConfig, "indigoIsPage", isPage);
}
