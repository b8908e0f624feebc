import { indexBuild } from "./build-index.js";
import { addDateParsing } from "./dates.js";
import { addDuplicateCheck } from "./duplicates.js";
import { addEditions } from "./editions.js";
import type { EleventyConfig } from "./eleventy.js";
import { addFavicons } from "./favicons.js";
import { addFilters } from "./filters.js";
import { addHighlighting } from "./highlight.js";
import { addImageSizes } from "./image-sizes.js";
import { addLayouts } from "./layouts.js";
import { resolveLook } from "./look.js";
import { addMarkdown } from "./markdown/index.js";
import type { IndigoOptions } from "./options.js";
import { addOutputCheck } from "./output-folder.js";
import { addPages } from "./pages.js";
import { partialRenderer } from "./partials.js";
import { watchTheme } from "./paths.js";
import { addPathPrefix } from "./prefix.js";
import { addPublicationFiles } from "./publication-files.js";
import { addPublications } from "./publication-source.js";
import { addSearch } from "./search.js";
import { addFolderPages } from "./sections/folder-pages.js";
import { addSectionShortcodes } from "./sections/shortcodes.js";
import { addSections } from "./sections/source.js";
import { addPublicationShortcodes } from "./shortcodes.js";
import { resolveSite } from "./site.js";
import { addCommentsScript, addSearchScript, addStyles } from "./styles.js";
import { addThemeScript } from "./theme-switch.js";
import { addVirtualFormat } from "./virtual.js";
import { addWritingShortcodes } from "./writing.js";

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
  const index = indexBuild(eleventyConfig, site);
  const publications = addPublications(eleventyConfig, site);
  const sections = addSections(eleventyConfig, site, index);
  addDuplicateCheck(eleventyConfig);
  addOutputCheck(eleventyConfig);

  // Output files
  addVirtualFormat(eleventyConfig);
  const look = await resolveLook(eleventyConfig, site);
  const stylesheets = await addStyles(eleventyConfig, look, site);
  const themeScript = addThemeScript(eleventyConfig, site);
  const commentsScript = addCommentsScript(eleventyConfig, site);
  const searchScript = addSearchScript(eleventyConfig, site);
  const icons = await addFavicons(eleventyConfig, site, look);

  // Layouts and the pages made with them
  const files = { look, stylesheets, themeScript, commentsScript, searchScript, icons };
  const editions = addEditions(eleventyConfig, site, { index, publications, sections }, files);
  addLayouts(eleventyConfig);
  addFilters(eleventyConfig, editions, sections);
  addPages(eleventyConfig, editions, { index, publications, sections });
  addPublicationFiles(eleventyConfig, site, index, publications);
  await addSearch(eleventyConfig, site);

  // Shortcodes
  const renderPartial = partialRenderer(eleventyConfig);
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
