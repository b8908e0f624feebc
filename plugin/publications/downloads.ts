import type { BuildIndex } from "../content/index.js";
import type { EleventyConfig, TemplateData } from "../eleventy/api.js";
import { addThemeTemplate, type ThemeTemplate } from "../eleventy/virtual-templates.js";
import { type RouteName, routes, routeUrl } from "../options/routes.js";
import type { Site } from "../options/site.js";
import { toBibtexFile, toCslFile } from "./cite/export.js";
import type { CatalogueEntry } from "./list/catalogue.js";
import type { PageSelections } from "./list/page-selections.js";
import type { PublicationSource } from "./source.js";

/** The text of each download that is the same for the whole list. */
const texts = {
  publicationsBibtex: ({ current }) => toBibtexFile(current.all),
  publicationsCsl: ({ current }) => toCslFile(current.all),
  publicationFilters: (_, pages) => pages.styles().css,
} as const satisfies Partial<Record<RouteName, (source: PublicationSource, pages: PageSelections) => string>>;

/**
 * Adds the downloads of the list of publications: all entries as BibTeX and CSL-JSON, each entry as BibTeX, a feed, and the
 * styles of the list's filters. A file of the author's own with the same URL takes precedence.
 */
export function addPublicationDownloads(
  eleventyConfig: EleventyConfig,
  site: Site,
  index: BuildIndex,
  source: PublicationSource,
  pages: PageSelections,
): void {
  const { publication: hasPages, publications: hasList } = site.themePages;
  const add = (name: RouteName, template: string, theme: Omit<ThemeTemplate, "url" | "template">): void => {
    const url = routeUrl(name);
    addThemeTemplate(eleventyConfig, {
      url,
      template,
      ...theme,
      isNeeded: () => !index.isTaken(url) && source.current.all.length > 0 && theme.isNeeded?.() !== false,
    });
  };
  if (hasList) {
    for (const [name, textOf] of Object.entries(texts)) {
      // Written once a build, although both functions need it.
      let text = "";
      // `safe`: none of these is HTML.
      add(name as keyof typeof texts, "{{ text | safe }}", {
        isNeeded: () => {
          text = textOf(source, pages);
          return text !== "";
        },
        prepare: (data) => {
          data.text = text;
        },
      });
    }
    if (site.url) {
      let entries: CatalogueEntry[] = [];
      add("publicationsFeed", routes.publicationsFeed.template ?? "", {
        isNeeded: () => {
          entries = newest(source.catalogue.entries);
          return entries.length > 0;
        },
        prepare: (data) => {
          data.entries = entries;
        },
      });
    }
  }
  if (hasPages) {
    // `safe`: it is not HTML.
    add("publicationBibtex", "{{ entry.publication | indigoBibtex | safe }}\n", {
      prepare: (data) => paginate(data, source.catalogue.entries),
    });
  }
}

function paginate(data: TemplateData, entries: CatalogueEntry[]): void {
  data.citations = entries;
  data.pagination = { data: "citations", size: 1, alias: "entry" };
  data.permalink = ({ entry }: { entry: CatalogueEntry }) =>
    routeUrl("publicationBibtex").replace("ID", entry.anchor);
}

const maxFeedEntries = 20;

const newest = (entries: readonly CatalogueEntry[]): CatalogueEntry[] =>
  entries
    .filter(({ publication }) => publication.year !== undefined)
    .toSorted((a, b) => publishedOn(b.publication).getTime() - publishedOn(a.publication).getTime())
    .slice(0, maxFeedEntries);

/** Returns the date of a publication; the first month or day, if these are unknown. */
export function publishedOn({ year = 1970, month = 1, day = 1 }: CatalogueEntry["publication"]): Date {
  return new Date(Date.UTC(year, month - 1, day));
}
