import type { EleventyConfig } from "../eleventy/api.js";
import { addFilter } from "../eleventy/filters.js";
import { callingPage } from "../eleventy/template-context.js";
import { feedDate } from "../i18n/dates.js";
import type { PageLanguages } from "../options/page-language.js";
import { venueList } from "../options/venues.js";
import { orcidUrl } from "../utils/json-ld.js";
import { isExternal } from "../utils/schema-values.js";
import { toBibtex } from "./cite/export.js";
import { highwireTags } from "./cite/highwire.js";
import { type ScholarlyContext, scholarlyData } from "./cite/schema-org.js";
import { type Signpost, signposts } from "./cite/signposting.js";
import { downloadsOf, publishedOn } from "./downloads.js";
import type { CatalogueEntry } from "./list/catalogue.js";
import type { PublicationConnections } from "./list/connections.js";
import { addListFilters } from "./list/filters.js";
import type { PageSelections } from "./list/page-selections.js";
import type { Selector } from "./list/selector.js";
import { nameFromText } from "./people/names.js";
import type { PersonName } from "./people/person-name.js";
import { isSamePerson, personFinder } from "./people/same-person.js";
import { authorShower, unmarked } from "./people/shown-authors.js";
import type { Publication } from "./publication.js";
import type { PublicationSource } from "./source.js";

/**
 * Adds the filters of publications: `indigoAuthors`, `indigoVenue`, `indigoBibtex`, `indigoHighwire`, `indigoScholarly` and
 * `indigoPublished`, each of which takes a publication; `indigoSignposts`, which takes the entry of one; and those of lists.
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
  addFilter(eleventyConfig, "indigoAuthors", function (publication: Publication) {
    return showAuthors(publication, callingPage(this)?.url);
  });
  const venueByName = new Map(venueList(venues).map((venue) => [venue.name.toLowerCase(), venue]));
  // The line with its venue and year, and a badge if it has a short name.
  addFilter(eleventyConfig, "indigoVenue", ({ abbr, venue, year, status, venueLine }: Publication) => {
    if (!abbr) return { line: venueLine };
    const { className, url } = venueByName.get(abbr.toLowerCase()) ?? {};
    // A venue whose badge is its name is not shown twice.
    const line = venue.toLowerCase() === abbr.toLowerCase() ? (year ?? status) : venueLine;
    return { label: abbr, className, url, line };
  });
  addFilter(eleventyConfig, "indigoBibtex", toBibtex);
  addFilter(eleventyConfig, "indigoHighwire", (publication: Publication) =>
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
  const fullUrl = (url: string): string => (isExternal(url) ? url : absoluteUrl(url));
  const knownAuthor = (name: PersonName): ReturnType<NonNullable<ScholarlyContext["author"]>> => {
    const { nodeUrl, pageUrl, orcid } = connections.author(name) ?? {};
    const coauthor = coauthorOf(unmarked(name));
    const page = pageUrl ?? coauthor?.url;
    return {
      id: nodeUrl && absoluteUrl(nodeUrl),
      url: page && fullUrl(page),
      orcid: orcid ?? coauthor?.orcid,
    };
  };
  addFilter(eleventyConfig, "indigoScholarly", (publication: Publication, url: string) =>
    scholarlyData(publication, absoluteUrl(url), {
      author: knownAuthor,
      connections: connections.describe(publication, absoluteUrl),
    }),
  );
  const ownForms = [author.name, ...author.names].map(nameFromText);
  const authorUrl = (name: PersonName): string | undefined => {
    const { url, orcid = name.orcid } = knownAuthor(name);
    if (orcid !== undefined) return orcidUrl(orcid);
    const isOwner = ownForms.some((form) => isSamePerson(form, unmarked(name)));
    return url ?? (isOwner ? author.url && fullUrl(author.url) : undefined);
  };
  addFilter(eleventyConfig, "indigoSignposts", (entry: CatalogueEntry): Signpost[] =>
    signposts(entry.publication, {
      page: absoluteUrl(entry.url ?? ""),
      downloads: downloadsOf(entry).map(({ url, type }) => ({ url: absoluteUrl(url), type })),
      authors: entry.publication.authors.flatMap((name) => authorUrl(name) ?? []),
      fullUrl,
    }),
  );
  addFilter(eleventyConfig, "indigoPublished", (publication: Publication) =>
    feedDate(publishedOn(publication)),
  );
}
