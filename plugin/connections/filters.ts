import type { Citing } from "../citations/index.js";
import type { EleventyConfig } from "../eleventy/api.js";
import { onBuildStart } from "../eleventy/build-start.js";
import { addFilter } from "../eleventy/filters.js";
import type { PageLanguages } from "../options/page-language.js";
import type { Entry } from "../sections/index.js";
import type { Connections } from "./connections.js";
import { type ConnectionsOfPages, shownConnections } from "./shown.js";
import { entryConnections } from "./structured-data.js";
import { connectedTalk } from "./talks.js";
import { sectionKinds } from "./things.js";

/**
 * Adds the filters of connections: `indigoConnections` returns what a page is connected to, from Eleventy's `page`, and
 * `indigoTalk` a talk of the section with its speakers and the link to its paper.
 */
export function addConnectionFilters(
  eleventyConfig: EleventyConfig,
  languages: PageLanguages,
  connections: Connections,
  citing: Citing,
): ConnectionsOfPages {
  const shown = shownConnections(connections, citing);
  onBuildStart(eleventyConfig, shown.reset);
  connections.content.sections.describeConnections((section, id, site) => {
    const kind = sectionKinds.find((name) => name === section);
    const thing = kind && connections.graph.get(kind, id);
    return thing ? entryConnections(thing, connections, site, languages.absoluteUrl) : {};
  });
  addFilter(eleventyConfig, "indigoConnections", function (page: { url?: string | false } | undefined) {
    return page?.url ? shown.of(page.url, languages.of(this).site) : undefined;
  });
  addFilter(eleventyConfig, "indigoTalk", function (entry: Entry) {
    return connectedTalk(entry, connections, languages.of(this).site);
  });
  return shown;
}
