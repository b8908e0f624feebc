import type { BuildIndex } from "../content/build-index.js";
import type { EleventyConfig, TemplateData } from "../eleventy/api.js";
import { afterAllPages, virtualExtension } from "../eleventy/virtual-templates.js";
import type { Site } from "../options/site.js";
import { toBibtexFile, toCslFile } from "./cite/export.js";
import type { PublicationSource } from "./index.js";
import type { CatalogueEntry } from "./list/catalogue.js";

/** Data under which a virtual template says which of these files it is. */
const key = "indigoPublicationFile";

/** Files beside the list of publications, by their address. */
const files: Record<string, (source: PublicationSource) => string> = {
  "/publications.bib": ({ current }) => toBibtexFile(current.all),
  "/publications.json": ({ current }) => toCslFile(current.all),
  "/assets/indigo-filters.css": ({ catalogue }) => catalogue.styles,
};

const citation = "/publications/ID/citation.bib";
const feed = "/publications.xml";

/**
 * Makes what readers and programs take from the list of publications: all of it as BibTeX and CSL-JSON, each entry as
 * BibTeX, a feed, and the styles of the list's filters. A file of the author's own of the same address takes its place.
 */
export function addPublicationFiles(
  eleventyConfig: EleventyConfig,
  site: Site,
  index: BuildIndex,
  source: PublicationSource,
): void {
  const { publication: hasPages, publications: hasList } = site.themePages;
  // `safe`: none of these is HTML.
  if (hasList) for (const url of Object.keys(files)) addFile(eleventyConfig, url, "{{ text | safe }}");
  if (hasPages) addFile(eleventyConfig, citation, "{{ entry.publication | indigoBibtex | safe }}\n");
  if (hasList && site.url)
    addFile(eleventyConfig, feed, '{% include "indigo/feeds/publications-feed.njk" %}');

  eleventyConfig.addPreprocessor("indigo-publication-files", virtualExtension, (data) => {
    const url = data[key];
    if (typeof url !== "string") return undefined;
    if (index.isTaken(url) || source.current.all.length === 0) return false;
    const text = files[url]?.(source);
    if (text === "") return false;
    data.text = text;
    if (url === feed) {
      const entries = newest(source.catalogue.entries);
      if (entries.length === 0) return false;
      data.entries = entries;
    }
    if (url === citation) paginate(data, source.catalogue.entries);
    return undefined;
  });
}

function addFile(eleventyConfig: EleventyConfig, url: string, template: string): void {
  const name = url.slice(1).replaceAll(/[/.]/g, "-");
  eleventyConfig.addTemplate(`${name}.${virtualExtension}`, template, {
    ...afterAllPages,
    [key]: url,
    permalink: url,
    layout: false,
  });
}

function paginate(data: TemplateData, entries: CatalogueEntry[]): void {
  data.citations = entries;
  data.pagination = { data: "citations", size: 1, alias: "entry" };
  data.permalink = ({ entry }: { entry: CatalogueEntry }) => `/publications/${entry.anchor}/citation.bib`;
}

const feedAtMost = 20;

const newest = (entries: readonly CatalogueEntry[]): CatalogueEntry[] =>
  entries
    .filter(({ publication }) => publication.year !== undefined)
    .toSorted((a, b) => publishedOn(b.publication).getTime() - publishedOn(a.publication).getTime())
    .slice(0, feedAtMost);

/** The day on which a publication appeared, as far as it is known. */
export function publishedOn({ year = 1970, month = 1, day = 1 }: CatalogueEntry["publication"]): Date {
  return new Date(Date.UTC(year, month - 1, day));
}
