import type { EleventyConfig } from "../eleventy/api.js";
import { callingPage } from "../eleventy/template-context.js";
import { warnerOnce } from "../eleventy/warnings.js";
import { feedDate } from "../i18n/dates.js";
import type { PageLanguages } from "../options/page-language.js";
import { type BuildCache, openBuildCache } from "../utils/build-cache.js";
import { isExternal } from "../utils/schema-values.js";
import { toBibtex } from "./cite/export.js";
import { highwireTags } from "./cite/highwire.js";
import { citationsOf, referenceVersion } from "./cite/references.js";
import { scholarlyData } from "./cite/schema-org.js";
import { publishedOn } from "./downloads.js";
import type { PersonName } from "./people/person-name.js";
import { authorShower } from "./people/shown-authors.js";
import type { Publication } from "./publication.js";
import type { PublicationSource } from "./source.js";

/** Finds the pages of authors who are among the site's people. */
export interface AuthorPages {
  /** Returns the URL of the page of an author, if they have one. Only while pages are rendered. */
  pageOf(author: PersonName): string | undefined;
}

/**
 * Adds the filters of publications: `indigoAuthors`, `indigoBibtex`, `indigoCitations`, `indigoHighwire`,
 * `indigoScholarly` and `indigoPublished`. Each takes a publication.
 */
export function addPublicationFilters(
  eleventyConfig: EleventyConfig,
  languages: PageLanguages,
  source: PublicationSource,
  authors: AuthorPages,
): void {
  const { main, absoluteUrl } = languages;
  const { author, coauthors, url: siteUrl } = main.site;
  const showAuthors = authorShower({
    self: [author.name, ...author.names],
    coauthors,
    pageOf: (name) => authors.pageOf(name),
  });
  eleventyConfig.addFilter("indigoAuthors", function (publication: Publication) {
    return showAuthors(publication, callingPage(this)?.url);
  });
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
