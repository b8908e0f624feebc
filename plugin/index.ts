export type { Site } from "./options/site.js";
export type { Publication } from "./publications/publication.js";

import { resolveLook } from "./appearance/appearance.js";
import { addFavicons } from "./appearance/favicons.js";
import { addScripts } from "./appearance/scripts.js";
import { addStyles } from "./appearance/stylesheets.js";
import { indexBuild } from "./content/build-index.js";
import type { EleventyConfig } from "./eleventy/api.js";
import { addDuplicateCheck } from "./eleventy/duplicate-urls.js";
import { addOutputCheck } from "./eleventy/output-check.js";
import { addPathPrefix } from "./eleventy/path-prefix.js";
import { addVirtualFormat } from "./eleventy/virtual-templates.js";
import { warnOnce } from "./eleventy/warn-once.js";
import { watchTheme } from "./eleventy/watch-theme.js";
import { addDateParsing } from "./i18n/dates.js";
import { addImageSizes } from "./images/dimensions.js";
import { addHighlighting } from "./markdown/highlight.js";
import { addMarkdown } from "./markdown/index.js";
import { addWritingShortcodes } from "./markdown/shortcodes.js";
import type { IndigoOptions } from "./options/options.js";
import { addFilters } from "./pages/filters.js";
import { addPages } from "./pages/index.js";
import { addSearch } from "./pages/search-index.js";

import { addPublicationFiles } from "./publications/downloads.js";
import { addPublications } from "./publications/index.js";
import { addPublicationShortcodes } from "./publications/shortcodes.js";
import { addFolderPages } from "./sections/folder-pages.js";
import { addSections } from "./sections/index.js";
import { addSectionShortcodes } from "./sections/shortcodes.js";
import { addEditions } from "./site/editions.js";
import { resolveSite } from "./site/resolve.js";
import { addLayouts } from "./templates/layouts.js";
import { partialRenderer } from "./templates/partials.js";

export type { EleventyConfig } from "./eleventy/api.js";
export type { IndigoOptions } from "./options/options.js";

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
  const index = indexBuild(eleventyConfig, site);
  const publications = addPublications(eleventyConfig, site);
  const sections = addSections(eleventyConfig, site, index);
  addDuplicateCheck(eleventyConfig);
  addOutputCheck(eleventyConfig);

  // Output files
  addVirtualFormat(eleventyConfig);
  const look = await resolveLook(eleventyConfig, site);
  const stylesheets = await addStyles(eleventyConfig, look, site);
  const scripts = addScripts(eleventyConfig, site);
  const icons = await addFavicons(eleventyConfig, site, look);

  // Layouts and the pages made with them
  const files = { look, stylesheets, ...scripts, icons };
  const editions = addEditions(eleventyConfig, site, { index, publications, sections }, files);
  const warn = warnOnce(eleventyConfig);
  addLayouts(eleventyConfig, warn);
  addFilters(eleventyConfig, editions, sections);
  addPages(eleventyConfig, editions, { index, publications, sections });
  addPublicationFiles(eleventyConfig, site, index, publications);
  await addSearch(eleventyConfig, site);

  // Shortcodes
  const renderPartial = partialRenderer(eleventyConfig, warn);
  addPublicationShortcodes(eleventyConfig, publications, editions, renderPartial);
  addSectionShortcodes(eleventyConfig, editions, sections, renderPartial);
  addWritingShortcodes(eleventyConfig);

  // Text
  addDateParsing(eleventyConfig, site);
  if (site.highlight) addHighlighting(eleventyConfig);
  if (site.jekyll) {
    const { addJekyll } = await import("./jekyll/index.js");
    addJekyll(eleventyConfig, site, index, renderPartial);
  }
  addFolderPages(eleventyConfig, sections);
  await addMarkdown(eleventyConfig, editions, index);

  // Pictures
  addImageSizes(eleventyConfig, site);

  // Links
  addPathPrefix(eleventyConfig, site);

  // Work on the theme itself
  watchTheme(eleventyConfig);
}
