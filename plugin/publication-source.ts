import { type Catalogue, catalogueOf } from "./bibliography/catalogue.js";
import { preparePublishing } from "./bibliography/publish.js";
import type { EleventyConfig } from "./eleventy.js";
import { type Publications, publicationFiles, readPublications } from "./publications.js";
import type { Site } from "./site.js";

/** The site's publications, read anew with each build. */
export interface PublicationSource {
  readonly current: Publications;
  /** The same for the list and the pages; made when it is first asked for. */
  readonly catalogue: Catalogue;
}

/** Reads the site's publications before each build, and has a serving Eleventy watch their files. */
export function addPublications(eleventyConfig: EleventyConfig, site: Site): PublicationSource {
  let current: Publications = { files: [], all: [], byId: new Map() };
  let catalogue: Catalogue | undefined;
  preparePublishing(eleventyConfig);
  eleventyConfig.on("eleventy.before", async () => {
    current = await readPublications(eleventyConfig, site);
    catalogue = undefined;
  });
  for (const file of publicationFiles(eleventyConfig, site)) eleventyConfig.addWatchTarget(file);
  return {
    get current() {
      return current;
    },
    get catalogue() {
      catalogue ??= catalogueOf(current.all, site.themePages.publication, site.strings);
      return catalogue;
    },
  };
}
