import type { EleventyConfig } from "../../eleventy/api.js";
import { markdownLibrary } from "../../eleventy/markdown-library.js";

/** Renders Markdown as Eleventy does it in the site's own pages. */
export function markdownRenderer(eleventyConfig: EleventyConfig): (source: string) => Promise<string> {
  const library = markdownLibrary(eleventyConfig);
  return async (source) => (await library())?.render(source) ?? source;
}
