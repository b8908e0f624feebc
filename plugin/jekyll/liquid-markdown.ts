import type { EleventyConfig } from "../eleventy.js";

/** What Eleventy hands to plugins before it renders, as far as it leads to an engine. */
interface ExtensionMap {
  readonly engineManager: { getEngine(name: string, map: ExtensionMap): Promise<unknown> };
}

/**
 * Renders Markdown as Eleventy does it in the site's own pages, with the author's amendments to the library and those
 * of the theme.
 */
export function markdownRenderer(eleventyConfig: EleventyConfig): (source: string) => Promise<string> {
  let extensions: ExtensionMap | undefined;
  let library: { render(source: string): string } | undefined;
  eleventyConfig.on("eleventy.extensionmap", (map: unknown) => {
    extensions = map as ExtensionMap;
  });
  eleventyConfig.amendLibrary("md", (markdown) => {
    library = markdown;
  });
  return async (source) => {
    // Eleventy makes the library for the first page in Markdown, which may not be there or come later.
    if (!library) await extensions?.engineManager.getEngine("md", extensions);
    return library?.render(source) ?? source;
  };
}
