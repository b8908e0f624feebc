import type { BuildIndex } from "../content/index.js";
import type { EleventyConfig } from "../eleventy/api.js";
import { type LateFile, writeLate } from "../eleventy/late-files.js";
import { addThemeTemplate, type ThemeTemplate } from "../eleventy/virtual-templates.js";
import { type RouteName, routes, routeUrl } from "../options/routes.js";
import type { Site } from "../options/site.js";
import { toBibtexFile, toCslFile, toRisFile } from "./cite/export.js";
import type { CatalogueEntry } from "./list/catalogue.js";
import type { PageSelections } from "./list/page-selections.js";
import type { Publication } from "./publication.js";
import type { PublicationSource } from "./source.js";

/** The text of each download of the whole list. */
const texts = {
  publicationsBibtex: ({ current }) => toBibtexFile(current.all),
  publicationsRis: ({ current }) => toRisFile(current.all),
  publicationsCsl: ({ current }) => toCslFile(current.all),
} as const satisfies Partial<Record<RouteName, (source: PublicationSource) => string>>;

/** The formats of the downloads of one publication, by their routes. */
const formats = {
  publicationBibtex: { write: toBibtexFile, type: "application/x-bibtex" },
  publicationRis: { write: toRisFile, type: "application/x-research-info-systems" },
  publicationCsl: { write: toCslFile, type: "application/vnd.citationstyles.csl+json" },
} as const satisfies Partial<Record<RouteName, Format>>;

interface Format {
  write(publications: readonly Publication[]): string;
  /** Its media type. @see https://signposting.org/FAIR/#level1 */
  type: string;
}

/** The names of these routes. */
const formatNames = Object.keys(formats) as (keyof typeof formats)[];

const downloadUrl = (name: keyof typeof formats, { anchor }: CatalogueEntry): string =>
  routeUrl(name).replace("ID", anchor);

/** Returns the downloads of one publication, with their media types. */
export const downloadsOf = (entry: CatalogueEntry): { url: string; type: string }[] =>
  formatNames.map((name) => ({ url: downloadUrl(name, entry), type: formats[name].type }));

/**
 * Adds the downloads of the list of publications: all entries, and each by itself, as BibTeX, RIS and CSL-JSON; a feed; and
 * the styles of the list's filters. A file of the author's own with the same URL takes precedence.
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
          text = textOf(source);
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
  writeLate(eleventyConfig, () => {
    const url = routeUrl("publicationFilters");
    const text = pages.linkedStyles();
    return text && !index.isTaken(url) ? [{ url, text }] : [];
  });
  if (hasPages) {
    writeLate(eleventyConfig, () =>
      formatNames.flatMap((name) =>
        source.catalogue.entries.flatMap((entry): LateFile[] => {
          const url = downloadUrl(name, entry);
          if (index.isTaken(url)) return [];
          return [
            {
              url,
              get text() {
                return formats[name].write([entry.publication]);
              },
            },
          ];
        }),
      ),
    );
  }
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
