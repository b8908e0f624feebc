import { addAccountFilters } from "./accounts/filters.js";
import { addFavicons, addScripts, addStyles, resolveAppearance } from "./appearance/index.js";
import { addCitations, addPostCitations } from "./citations/index.js";
import {
  addConnectionFilters,
  addEntryPages,
  connectionsOf,
  publicationConnections,
} from "./connections/index.js";
import { addPostFilters, addPublishing, indexBuild } from "./content/index.js";
import type { EleventyConfig } from "./eleventy/api.js";
import { addDataLimits } from "./eleventy/data-limits.js";
import { addDuplicateCheck } from "./eleventy/duplicate-urls.js";
import { addHtmlDepthLimit } from "./eleventy/html-depth.js";
import { addOutputCheck } from "./eleventy/output-check.js";
import { addPathPrefix } from "./eleventy/path-prefix.js";
import { removeStaleFiles } from "./eleventy/stale-files.js";
import { addVirtualFormat } from "./eleventy/virtual-templates.js";
import { warnerOnce } from "./eleventy/warnings.js";
import { watchTheme } from "./eleventy/watch-theme.js";
import { addWellFormedOutput } from "./eleventy/well-formed-output.js";
import { addDateParsing } from "./i18n/dates.js";
import { addLanguageFilters } from "./i18n/filters.js";
import { addImages } from "./images/index.js";
import { addHighlighting, addMarkdown, addWritingShortcodes, fenceReader } from "./markdown/index.js";
import { addNavigationFilters } from "./navigation/index.js";
import { addNotebooks } from "./notebooks/index.js";
import type { IndigoOptions } from "./options/options.js";
import { addArchives, addHome, addPageFilters, addPages, addRedirects, addSearch } from "./pages/index.js";
import { packageManifest } from "./paths.js";
import {
  addPublicationDownloads,
  addPublicationFilters,
  addPublicationShortcodes,
  addPublications,
  collectPageSelections,
  listOfWorks,
  publicationSelector,
} from "./publications/index.js";
import {
  addCalendars,
  addFolderPages,
  addSectionFilters,
  addSectionShortcodes,
  addSections,
} from "./sections/index.js";
import { addEditions, resolveSite } from "./site/index.js";
import { addFrameHint } from "./templates/frame-hint.js";
import { addLayouts } from "./templates/layouts.js";
import { partialRenderer } from "./templates/partials.js";

export type { EleventyConfig } from "./eleventy/api.js";
export type { IndigoOptions } from "./options/options.js";
export type { Site } from "./options/site.js";
export type { Publication } from "./publications/index.js";

/**
 * Adds the theme Indigo to an Eleventy site: layouts, pages, styles, shortcodes and filters.
 *
 * @example
 * import indigo from "eleventy-plugin-indigo";
 *
 * export default function (eleventyConfig) {
 *   eleventyConfig.addPlugin(indigo, { title: "Edward Hu", url: "https://example.org" });
 * }
 *
 * @param options - See {@link IndigoOptions}; none is required.
 * @throws IndigoError for unknown or invalid options, with file, name and expected value.
 */
export default async function indigo(
  eleventyConfig: EleventyConfig,
  options: IndigoOptions = {},
): Promise<void> {
  eleventyConfig.versionCheck(packageManifest.peerDependencies["@11ty/eleventy"] ?? "");

  // Data
  const site = resolveSite(eleventyConfig, options);
  const index = indexBuild(eleventyConfig, site);
  const publishing = addPublishing(eleventyConfig, site, index);
  const publications = addPublications(eleventyConfig, site);
  const sections = addSections(eleventyConfig, site, index);
  const connections = connectionsOf(eleventyConfig, site, { index, publications, sections });
  addDuplicateCheck(eleventyConfig);
  addOutputCheck(eleventyConfig);
  addDataLimits(eleventyConfig);

  // Stylesheets, scripts and icons
  addVirtualFormat(eleventyConfig);
  removeStaleFiles(eleventyConfig);
  const appearance = await resolveAppearance(eleventyConfig, site);
  const files = {
    appearance,
    stylesheets: await addStyles(eleventyConfig, appearance, site),
    ...addScripts(eleventyConfig, site),
    icons: await addFavicons(eleventyConfig, site, appearance),
  };

  // Layouts and their data
  const editions = addEditions(eleventyConfig, site, { index, publications, sections }, files);
  connections.useLanguages(editions.all.map((edition) => edition.site));
  const warn = warnerOnce(eleventyConfig);
  addLayouts(eleventyConfig, warn);
  addFrameHint(eleventyConfig, warn);
  addAccountFilters(eleventyConfig, site);
  addLanguageFilters(eleventyConfig, editions);
  addPostFilters(eleventyConfig, editions, publishing);
  addNavigationFilters(eleventyConfig);
  const select = publicationSelector(publications, site, () => connections.relations);
  const worksOf = listOfWorks(publications, select);
  sections.showWorks(worksOf);
  const lists = collectPageSelections(eleventyConfig, publications, site.strings, select);
  addPublicationFilters(
    eleventyConfig,
    editions,
    publications,
    publicationConnections(connections),
    select,
    lists,
  );
  addSectionFilters(eleventyConfig, editions, sections);

  // Pages and files
  addPages(eleventyConfig, editions);
  addArchives(eleventyConfig, editions);
  addEntryPages(eleventyConfig, connections);
  addCalendars(eleventyConfig, site, index, sections);
  addPublicationDownloads(eleventyConfig, site, index, publications, lists);
  await addSearch(eleventyConfig, site);

  // Shortcodes
  const renderPartial = partialRenderer(eleventyConfig, warn);
  addRedirects(eleventyConfig, editions, renderPartial);
  addHome(eleventyConfig, editions, { worksOf, relations: connections.sectionRelations }, renderPartial);
  addPublicationShortcodes(eleventyConfig, publications, editions, renderPartial, select);
  addSectionShortcodes(eleventyConfig, editions, sections, renderPartial, connections.sectionRelations);
  addWritingShortcodes(eleventyConfig);

  // Dates, code, Markdown and images
  if (site.highlight)
    addHighlighting(eleventyConfig, site.jekyll ? undefined : fenceReader(eleventyConfig, site));
  const citing = addCitations(eleventyConfig, publications, editions);
  const connectionsOfPages = addConnectionFilters(eleventyConfig, editions, connections, citing);
  addPageFilters(eleventyConfig, editions, connectionsOfPages, publishing, renderPartial);
  addPostCitations(eleventyConfig, editions, citing);
  // Before Jekyll, which leaves its extension alone.
  addNotebooks(eleventyConfig, site);
  if (site.jekyll) {
    const { addJekyll } = await import("./jekyll/index.js");
    addJekyll(eleventyConfig, site, { index, publications, citing }, renderPartial);
  }
  // After the dates of Jekyll, which it keeps.
  addDateParsing(eleventyConfig, site);
  addFolderPages(eleventyConfig, sections);
  addMarkdown(eleventyConfig, editions, index, (key, page) => citing.get(key, page) !== undefined);
  await addImages(eleventyConfig, site, index);

  // Links and other changes of HTML
  addPathPrefix(eleventyConfig, site);
  addHtmlDepthLimit(eleventyConfig);

  // Characters
  addWellFormedOutput(eleventyConfig);

  // Development of the theme
  watchTheme(eleventyConfig);
}

// Eleventy identifies the plugin by this name and ignores every `addPlugin` after the first.
Object.assign(indigo, { eleventyPackage: "eleventy-plugin-indigo", eleventyPluginOptions: { unique: true } });

// For `require`, which Node.js allows for modules since 20.19.
export { indigo as "module.exports" };
