import type { EleventyConfig } from "../eleventy/api.js";
import { addThemeTemplate } from "../eleventy/virtual-templates.js";
import { entryRoute, routes } from "../options/routes.js";
import { sectionSetting } from "../options/sections.js";
import type { Entry } from "../sections/index.js";
import type { Connections } from "./connections.js";

/**
 * Creates a page for each person or project of a data file, where the option `sections` asks for it, except those that the
 * site has at the same URL.
 */
export function addEntryPages(
  eleventyConfig: EleventyConfig,
  { site, content: { sections, index } }: Connections,
): void {
  for (const section of ["people", "projects"] as const) {
    if (!sectionSetting(site.themeSections[section])?.pages) continue;
    const name = entryRoute(section);
    const { layout = "page", path } = routes[name];
    let entries: readonly Entry[] = [];
    addThemeTemplate(eleventyConfig, {
      url: `/${path}`,
      name: `indigo-${name}`,
      layout,
      // `safe`: the author's Markdown, rendered by the site's own library.
      template: "{{ sectionEntry.wholeHtml | safe }}",
      data: { indigoPage: name },
      isNeeded() {
        const groups = sections.hasEntryPages(section) ? (sections.of(site).find(section)?.groups ?? []) : [];
        entries = groups
          .flatMap((group) => group.entries as readonly Entry[])
          .filter(({ pageUrl }) => pageUrl !== undefined && !index.isTaken(pageUrl));
        return entries.length > 0;
      },
      prepare(data) {
        data.sectionEntries = entries;
        data.pagination = {
          data: "sectionEntries",
          size: 1,
          alias: "sectionEntry",
          addAllPagesToCollections: false,
        };
        data.permalink = ({ sectionEntry }: { sectionEntry: Entry }) => sectionEntry.pageUrl;
        data.eleventyComputed = {
          title: ({ sectionEntry }: { sectionEntry?: Entry }) => sectionEntry?.title,
        };
      },
    });
  }
}
