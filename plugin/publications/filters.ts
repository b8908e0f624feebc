import type { EleventyConfig } from "../eleventy/api.js";
import { callingPage } from "../eleventy/template-context.js";
import { feedDate } from "../i18n/dates.js";
import type { PageLanguages } from "../options/page-language.js";
import { isExternal } from "../utils/schema-values.js";
import { toBibtex } from "./cite/export.js";
import { highwireTags } from "./cite/highwire.js";
import { scholarlyData } from "./cite/schema-org.js";
import { publishedOn } from "./downloads.js";
import type { PersonName } from "./people/person-name.js";
import { authorShower } from "./people/shown-authors.js";
import type { Publication } from "./publication.js";

/** Finds the pages of authors who are among the site's people. */
export interface AuthorPages {
  /** Returns the URL of the page of an author, if they have one. Only while pages are rendered. */
  pageOf(author: PersonName): string | undefined;
}

/**
 * Adds the filters of publications: `indigoAuthors`, `indigoBibtex`, `indigoHighwire`,
 * `indigoScholarly` and `indigoPublished`. Each takes a publication.
 */
export function addPublicationFilters(
  eleventyConfig: EleventyConfig,
  languages: PageLanguages,
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
