import type { EleventyConfig } from "../../eleventy/api.js";
import { markdownLibrary } from "../../eleventy/markdown-library.js";

/** Returns a function that renders Markdown as Eleventy renders the site's pages. */
export function markdownRenderer(eleventyConfig: EleventyConfig): (source: string) => Promise<string> {
  const library = markdownLibrary(eleventyConfig);
  return async (source) => (await library())?.render(source) ?? source;
}
