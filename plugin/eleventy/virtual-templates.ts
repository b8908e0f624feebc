import type { EleventyConfig } from "./api.js";

/** The format of the theme's own virtual templates. */
export const virtualExtension = "indigo";

/**
 * Makes `.indigo`, the format of the theme's own virtual templates, mean Nunjucks. A format of its own, so that they
 * work whatever `templateFormats` an author has chosen, and never share a path with a file of the author's.
 */
export function addVirtualFormat(eleventyConfig: EleventyConfig): void {
  eleventyConfig.addTemplateFormats(virtualExtension);
  eleventyConfig.addExtension(virtualExtension, { key: "njk" });
}

/**
 * Adds a file to the output that is no page of the site.
 *
 * @param permalink - Its address from the site's root.
 * @param template - Nunjucks source.
 * @param data - What the template reads beside global data.
 */
export function addOutputFile(
  eleventyConfig: EleventyConfig,
  permalink: string,
  template: string,
  data: Record<string, unknown> = {},
): void {
  const name = permalink.replace(/^\//, "").replaceAll(/[/.]/g, "-");
  eleventyConfig.addTemplate(`${name}.${virtualExtension}`, template, {
    ...afterAllPages,
    ...data,
    permalink,
    layout: false,
  });
}

/** Data that makes Eleventy come to a template when the addresses and the content of all others are known. */
export const afterAllPages = {
  eleventyImport: { collections: ["all"] },
  eleventyExcludeFromCollections: true,
};
