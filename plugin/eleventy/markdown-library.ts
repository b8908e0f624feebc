import type MarkdownIt from "markdown-it";
import type { EleventyConfig } from "./api.js";

/** The argument of the event `eleventy.extensionmap`, which gives access to the template engines. */
interface ExtensionMap {
  readonly engineManager: { getEngine(name: string, map: ExtensionMap): Promise<unknown> };
}

/**
 * Finds the markdown-it instance that renders the site's pages, with the amendments of the site and of the theme. Call it
 * in the configuration phase.
 *
 * @returns A function that returns the instance during a build.
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
    // Eleventy creates it for the first Markdown page, which may be missing or come later.
    if (!library) await extensions?.engineManager.getEngine("md", extensions);
    return library;
  };
}

/** Makes Eleventy create a template engine before it renders pages, even if no page uses it. */
export function loadEngine(eleventyConfig: EleventyConfig, name: string): void {
  eleventyConfig.on("eleventy.extensionmap", (map: unknown) => {
    const extensions = map as ExtensionMap;
    void extensions.engineManager.getEngine(name, extensions);
  });
}
