import type { EleventyConfig } from "../eleventy/api.js";
import { warnerOnce } from "../eleventy/warnings.js";
import { feedDate } from "../i18n/dates.js";
import type { PageLanguages } from "../options/page-language.js";
import { venueList } from "../options/venues.js";
import { type BuildCache, openBuildCache } from "../utils/build-cache.js";
import { isExternal } from "../utils/schema-values.js";
import { toBibtex } from "./cite/export.js";
import { highwireTags } from "./cite/highwire.js";
import { citationsOf, referenceVersion } from "./cite/references.js";
import { scholarlyData } from "./cite/schema-org.js";
import { publishedOn } from "./downloads.js";
import { addListFilters } from "./list/filters.js";
import type { Selector } from "./list/selector.js";
import { authorShower } from "./people/shown-authors.js";
import type { Publication } from "./publication.js";
import type { PublicationSource } from "./source.js";

/**
 * Adds the filters of publications: `indigoAuthors`, `indigoVenue`, `indigoBibtex`, `indigoCitations`, `indigoHighwire`,
 * `indigoScholarly` and `indigoPublished`, each of which takes a publication, and those of lists.
 */
export function addPublicationFilters(
  eleventyConfig: EleventyConfig,
  languages: PageLanguages,
  source: PublicationSource,
  select: Selector,
): void {
  addListFilters(eleventyConfig, languages, source, select);
  const { main, absoluteUrl } = languages;
  const { author, coauthors, venues, url: siteUrl } = main.site;
  eleventyConfig.addFilter(
    "indigoAuthors",
    authorShower({ self: [author.name, ...author.names], coauthors }),
  );
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
