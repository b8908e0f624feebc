import type MarkdownIt from "markdown-it";
import type { EleventyConfig } from "./api.js";

/** What Eleventy hands to plugins before it renders, as far as it leads to an engine. */
interface ExtensionMap {
  readonly engineManager: { getEngine(name: string, map: ExtensionMap): Promise<unknown> };
}

/**
 * Finds the library that renders Markdown in the site's own pages, with the author's amendments and those of the theme.
 * Call it while Eleventy is configured.
 *
 * @returns A function that gives the library once Eleventy builds.
 */
export function markdownLibrary(eleventyConfig: EleventyConfig): () => Promise<MarkdownIt | undefined> {
  let extensions: ExtensionMap | undefined;
  let library: MarkdownIt | undefined;
  eleventyConfig.on("eleventy.extensionmap", (map: unknown) => {
    extensions = map as ExtensionMap;
  });
  eleventyConfig.amendLibrary("md", (markdown) => {
    library = markdown;
  });
  return async () => {
    // Eleventy makes the library for the first page in Markdown, which may not be there or come later.
    if (!library) await extensions?.engineManager.getEngine("md", extensions);
    return library;
  };
}
