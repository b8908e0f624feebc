import type { EleventyConfig } from "../eleventy/api.js";
import { callingPage } from "../eleventy/template-context.js";
import { feedDate } from "../i18n/dates.js";
import type { PageLanguages } from "../options/page-language.js";
import { venueList } from "../options/venues.js";
import { isExternal } from "../utils/schema-values.js";
import { toBibtex } from "./cite/export.js";
import { highwireTags } from "./cite/highwire.js";
import { scholarlyData } from "./cite/schema-org.js";
import { publishedOn } from "./downloads.js";
import { addListFilters } from "./list/filters.js";
import type { Selector } from "./list/selector.js";
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
 * Adds the filters of publications: `indigoAuthors`, `indigoVenue`, `indigoBibtex`, `indigoHighwire`, `indigoScholarly` and
 * `indigoPublished`, each of which takes a publication, and those of lists.
 */
export function addPublicationFilters(
  eleventyConfig: EleventyConfig,
  languages: PageLanguages,
  source: PublicationSource,
  authors: AuthorPages,
  select: Selector,
): void {
  addListFilters(eleventyConfig, languages, source, select);
  const { main, absoluteUrl } = languages;
  const { author, coauthors, venues, url: siteUrl } = main.site;
  const showAuthors = authorShower({
    self: [author.name, ...author.names],
    coauthors,
    pageOf: (name) => authors.pageOf(name),
  });
  eleventyConfig.addFilter("indigoAuthors", function (publication: Publication) {
    return showAuthors(publication, callingPage(this)?.url);
  });
  const venueByName = new Map(venueList(venues).map((venue) => [venue.name.toLowerCase(), venue]));
  // The line with its venue and year, and a badge if it has a short name.
  eleventyConfig.addFilter("indigoVenue", ({ abbr, venue, year, status, venueLine }: Publication) => {
    if (!abbr) return { line: venueLine };
    const { className, url } = venueByName.get(abbr.toLowerCase()) ?? {};
    // A venue whose badge is its name is not shown twice.
    const line = venue.toLowerCase() === abbr.toLowerCase() ? (year ?? status) : venueLine;
    return { label: abbr, className, url, line };
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
