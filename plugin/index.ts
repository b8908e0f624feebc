import type { EleventyConfig } from "./eleventy.js";
import { addFeed } from "./feed.js";
import { addFilters } from "./filters.js";
import { addLayouts } from "./layouts.js";
import { addNavigation } from "./navigation.js";
import type { IndigoOptions } from "./options.js";
import { partialRenderer } from "./partials.js";
import { watchTheme } from "./paths.js";
import { addPathPrefix } from "./prefix.js";
import { addPublicationShortcodes } from "./shortcodes.js";
import { resolveSite } from "./site.js";
import { addStyles } from "./styles.js";
import { addVirtualFormat } from "./virtual.js";

export type { EleventyConfig } from "./eleventy.js";
export type { IndigoOptions } from "./options.js";
export type { Publication } from "./schemas/publication.js";
export type { Site } from "./site.js";

/**
 * The theme Indigo as an Eleventy plugin.
 *
 * @example
 * import indigo from "eleventy-plugin-indigo";
 *
 * export default function (eleventyConfig) {
 *   eleventyConfig.addPlugin(indigo, { title: "Edward Hu", url: "https://example.org" });
 * }
 *
 * @param options - See {@link IndigoOptions}; none is required.
 * @throws IndigoError for options that are unknown or wrong, with file, name and what was expected.
 */
export default async function indigo(
  eleventyConfig: EleventyConfig,
  options: IndigoOptions = {},
): Promise<void> {
  eleventyConfig.versionCheck(">=3.1");

  // Data
  const site = resolveSite(eleventyConfig, options);
  eleventyConfig.addGlobalData("site", site);
  addNavigation(eleventyConfig, site);

  // Layouts
  addVirtualFormat(eleventyConfig);
  addLayouts(eleventyConfig);
  addFilters(eleventyConfig, site);

  // Output files
  const stylesheet = await addStyles(eleventyConfig, site);
  addFeed(eleventyConfig, site);
  eleventyConfig.addGlobalData("indigo", { stylesheet, year: new Date().getFullYear() });

  // Shortcodes
  addPublicationShortcodes(eleventyConfig, partialRenderer(eleventyConfig));

  // Links
  addPathPrefix(eleventyConfig);

  // Work on the theme itself
  watchTheme(eleventyConfig);
}
