import type { EleventyConfig } from "../eleventy/api.js";
import { warnerOnce } from "../eleventy/warnings.js";
import { feedDate } from "../i18n/dates.js";
import type { PageLanguages } from "../options/page-language.js";
import { type BuildCache, openBuildCache } from "../utils/build-cache.js";
import { isExternal } from "../utils/schema-values.js";
import { toBibtex } from "./cite/export.js";
import { highwireTags } from "./cite/highwire.js";
import { citationsOf, referenceVersion } from "./cite/references.js";
import { scholarlyData } from "./cite/schema-org.js";
import { type Signpost, signposts } from "./cite/signposting.js";
import { downloadsOf, publishedOn } from "./downloads.js";
import type { CatalogueEntry } from "./list/catalogue.js";
import { authorShower } from "./people/shown-authors.js";
import type { Publication } from "./publication.js";
import type { PublicationSource } from "./source.js";

/**
 * Adds the filters of publications: `indigoAuthors`, `indigoBibtex`, `indigoCitations`, `indigoHighwire`,
 * `indigoScholarly` and `indigoPublished`, which each take a publication, and `indigoSignposts`, which takes the entry of one.
 */
export function addPublicationFilters(
  eleventyConfig: EleventyConfig,
  languages: PageLanguages,
  source: PublicationSource,
): void {
  const { main, absoluteUrl } = languages;
  const { author, coauthors, social, url: siteUrl } = main.site;
  const authorsOf = authorShower({ self: [author.name, ...author.names], coauthors });
  const ownUrl = social.find(({ service }) => service === "orcid")?.url ?? author.url;
  eleventyConfig.addFilter("indigoAuthors", authorsOf);
  eleventyConfig.addFilter("indigoBibtex", toBibtex);
  addCitations(eleventyConfig, source);
  eleventyConfig.addFilter("indigoHighwire", (publication: Publication) =>
    highwireTags(publication, {
      ownFile: (url) => {
        const full = isExternal(url) ? url : absoluteUrl(url);
        return siteUrl && full.startsWith(`${siteUrl}/`) ? full : undefined;
      },
    }),
  );
  eleventyConfig.addFilter("indigoScholarly", (publication: Publication, url: string) =>
    scholarlyData(publication, absoluteUrl(url)),
  );
  eleventyConfig.addFilter("indigoSignposts", (entry: CatalogueEntry): Signpost[] => {
    const { shown, folded } = authorsOf(entry.publication);
    return signposts(entry.publication, {
      page: absoluteUrl(entry.url ?? ""),
      downloads: downloadsOf(entry).map(({ url, type }) => ({ url: absoluteUrl(url), type })),
      authors: [...shown, ...folded].flatMap(({ isSelf, url }) => (isSelf ? ownUrl : url) ?? []),
      fullUrl: (url) => (isExternal(url) ? url : absoluteUrl(url)),
    });
  });
  eleventyConfig.addFilter("indigoPublished", (publication: Publication) =>
    feedDate(publishedOn(publication)),
  );
}

function addCitations(eleventyConfig: EleventyConfig, source: PublicationSource): void {
  const warn = warnerOnce(eleventyConfig);
  // The first reference opens it, so that a site without publications does not.
  let kept: BuildCache | undefined;
  eleventyConfig.addFilter("indigoCitations", (publication: Publication) => {
    kept ??= openBuildCache("references", referenceVersion());
    return citationsOf(publication, kept, (style, reason) =>
      warn(
        `publication "${publication.id}" in ${source.current.placeOf(publication.id)} has no reference in ${style} style: citeproc can't format it (${reason}). Look for a field with an odd value.`,
      ),
    );
  });
  // An incremental build does not ask for every reference.
  eleventyConfig.on("eleventy.after", ({ incremental }) => (incremental ? undefined : kept?.save()));
}
