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

/** Renders texts that are templates as those of Markdown pages are: permalinks and computed data. */
export interface TemplateStrings {
  /** Sets Eleventy's resolved config, which has the engine of Markdown pages. */
  setConfig(config: { markdownTemplateEngine?: string | false }): void;
  /** Returns a function that renders a text with the data of a page. */
  compile(source: string, inputPath: string): Promise<(data: object) => unknown>;
}

/** Finds the template engine of the site's Markdown pages. Call it in the configuration phase. */
export function templateStrings(eleventyConfig: EleventyConfig): TemplateStrings {
  let extensions: ExtensionMap | undefined;
  let name: string | false = "liquid";
  eleventyConfig.on("eleventy.extensionmap", (map: unknown) => {
    extensions = map as ExtensionMap;
  });
  return {
    setConfig({ markdownTemplateEngine = name }) {
      name = markdownTemplateEngine;
    },
    async compile(source, inputPath) {
      const engine = name === false ? undefined : await extensions?.engineManager.getEngine(name, extensions);
      const { compile } = (engine ?? {}) as {
        compile?(source: string, inputPath: string): Promise<(data: object) => unknown>;
      };
      return compile ? compile.call(engine, source, inputPath) : () => source;
    },
  };
}

/** Makes Eleventy create a template engine before it renders pages, even if no page uses it. */
export function loadEngine(eleventyConfig: EleventyConfig, name: string): void {
  eleventyConfig.on("eleventy.extensionmap", (map: unknown) => {
    const extensions = map as ExtensionMap;
    void extensions.engineManager.getEngine(name, extensions);
  });
}
