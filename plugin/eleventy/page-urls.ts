import type { EleventyConfig } from "./api.js";
import { addPreprocessor } from "./preprocessors.js";
import { isThemeTemplate } from "./virtual-templates.js";

/**
 * Calls a function with the URL of each page of a build, as soon as it is known: before the theme's own pages, which come last.
 * The first incremental build of Eleventy 3 after a full one keeps the data of pages that did not change, with their URLs, and
 * transforms none of them.
 */
export function onPageUrl(eleventyConfig: EleventyConfig, note: (url: string) => void): void {
  eleventyConfig.addUrlTransform(({ url }) => {
    note(url);
    return undefined;
  });
  addPreprocessor(eleventyConfig, "indigo-kept-urls", "*", (data) => {
    if (typeof data.page.url === "string" && !isThemeTemplate(data)) note(data.page.url);
    return undefined;
  });
}
