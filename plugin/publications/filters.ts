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
import type { PublicationConnections } from "./list/connections.js";
import { nameFromText } from "./people/names.js";
import { personFinder } from "./people/same-person.js";
import { authorShower, unmarked } from "./people/shown-authors.js";
import type { Publication } from "./publication.js";
import type { PublicationSource } from "./source.js";

/**
 * Adds the filters of publications: `indigoAuthors`, `indigoBibtex`, `indigoCitations`, `indigoHighwire`,
 * `indigoScholarly` and `indigoPublished`. Each takes a publication.
 */
export function addPublicationFilters(
  eleventyConfig: EleventyConfig,
  languages: PageLanguages,
  source: PublicationSource,
  connections: PublicationConnections,
): void {
  const { main, absoluteUrl } = languages;
  const { author, coauthors, url: siteUrl } = main.site;
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
