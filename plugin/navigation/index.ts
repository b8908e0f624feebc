import type { EleventyConfig } from "../eleventy/api.js";
import { otherPages } from "./navigation.js";

export { aboutUrl, navigation } from "./navigation.js";

/** Adds the filter `indigoOtherPages`: the entries of a navigation without the one that links the page itself. */
export function addNavigationFilters(eleventyConfig: EleventyConfig): void {
  eleventyConfig.addFilter("indigoOtherPages", otherPages);
}
