import type { EleventyConfig } from "../eleventy/api.js";
import { feedDate } from "../i18n/dates.js";
import type { PageLanguages } from "../options/page-language.js";
import { isExternal } from "../utils/schema-values.js";
import { toBibtex } from "./cite/export.js";
import { highwireTags } from "./cite/highwire.js";
import { scholarlyData } from "./cite/schema-org.js";
import { publishedOn } from "./downloads.js";
import { authorShower } from "./people/shown-authors.js";
import type { Publication } from "./publication.js";

/**
 * Adds the filters of publications: `indigoAuthors`, `indigoBibtex`, `indigoHighwire`,
 * `indigoScholarly` and `indigoPublished`. Each takes a publication.
 */
export function addPublicationFilters(eleventyConfig: EleventyConfig, languages: PageLanguages): void {
  const { main, absoluteUrl } = languages;
  const { author, coauthors, url: siteUrl } = main.site;
  eleventyConfig.addFilter(
    "indigoAuthors",
    authorShower({ self: [author.name, ...author.names], coauthors }),
  );
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
