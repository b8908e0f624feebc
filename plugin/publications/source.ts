import type { EleventyConfig } from "../eleventy/api.js";
import { onBuildStart } from "../eleventy/build-start.js";
import { lateCopies } from "../eleventy/late-copies.js";
import { watchFiles } from "../eleventy/watched-files.js";
import type { Strings } from "../i18n/strings/types.js";
import type { Site } from "../options/site.js";
import { type Catalogue, catalogueOf } from "./list/catalogue.js";
import { type Publications, publicationFiles, readPublications } from "./read.js";

/** The site's publications, read again for each build. The BibTeX source of one entry is in bibtex/source.ts. */
export interface PublicationSource {
  readonly current: Publications;
  /** The publications for their list and pages, in the site's main language; made on first use. */
  readonly catalogue: Catalogue;
  /** Returns the catalogue with the UI strings of another language; cached. */
  catalogueIn(strings: Strings): Catalogue;
}

/** Reads the site's publications before each build, and makes Eleventy watch their files. */
export function addPublications(eleventyConfig: EleventyConfig, site: Site): PublicationSource {
  let current: Publications = { files: [], all: [], byId: new Map(), placeOf: () => "" };
  const catalogues = new Map<Strings, Catalogue>();
  const copies = lateCopies(eleventyConfig);
  onBuildStart(eleventyConfig, async () => {
    current = await readPublications(eleventyConfig, site, copies);
    catalogues.clear();
  });
  watchFiles(eleventyConfig, "build", publicationFiles(eleventyConfig, site));
  return {
    get current() {
      return current;
    },
    get catalogue() {
      return this.catalogueIn(site.strings);
    },
    catalogueIn(strings) {
      let catalogue = catalogues.get(strings);
      if (!catalogue) {
        catalogue = catalogueOf(current.all, site.themePages.publication, strings);
        catalogues.set(strings, catalogue);
      }
      return catalogue;
    },
  };
}
