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
import type { PublicationConnections } from "./list/connections.js";
import { addListFilters } from "./list/filters.js";
import type { PageSelections } from "./list/page-selections.js";
import type { Selector } from "./list/selector.js";
import { nameFromText } from "./people/names.js";
import { personFinder } from "./people/same-person.js";
import { authorShower, unmarked } from "./people/shown-authors.js";
import type { Publication } from "./publication.js";
import type { PublicationSource } from "./source.js";

/**
 * Adds the filters of publications: `indigoAuthors`, `indigoVenue`, `indigoBibtex`, `indigoHighwire`, `indigoScholarly` and
 * `indigoPublished`, each of which takes a publication, and those of lists.
 */
export function addPublicationFilters(
  eleventyConfig: EleventyConfig,
  languages: PageLanguages,
  source: PublicationSource,
  connections: PublicationConnections,
  select: Selector,
  pages: PageSelections,
): void {
  addListFilters(eleventyConfig, languages, source, select, pages);
  const { main, absoluteUrl } = languages;
  const { author, coauthors, venues, url: siteUrl } = main.site;
  const showAuthors = authorShower({
    self: [author.name, ...author.names],
    coauthors: Object.fromEntries(
      Object.entries(coauthors).flatMap(([name, { url }]) => (url ? [[name, url]] : [])),
    ),
    pageOf: (name) => connections.author(name)?.pageUrl,
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
  const coauthorOf = personFinder(
    Object.entries(coauthors).map(([name, coauthor]) => [nameFromText(name), coauthor]),
  );
  eleventyConfig.addFilter("indigoScholarly", (publication: Publication, url: string) =>
    scholarlyData(publication, absoluteUrl(url), {
      author(name) {
        const { nodeUrl, pageUrl, orcid } = connections.author(name) ?? {};
        const coauthor = coauthorOf(unmarked(name));
        const page = pageUrl ?? coauthor?.url;
        return {
          id: nodeUrl && absoluteUrl(nodeUrl),
          url: page && (isExternal(page) ? page : absoluteUrl(page)),
          orcid: orcid ?? coauthor?.orcid,
        };
      },
      connections: connections.describe(publication, absoluteUrl),
    }),
  );
  eleventyConfig.addFilter("indigoPublished", (publication: Publication) =>
    feedDate(publishedOn(publication)),
  );
}
