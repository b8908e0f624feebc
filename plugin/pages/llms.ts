import type { Post } from "../content/index.js";
import { type PageName, pageNames, pageRoutes, type Route, routeUrl } from "../options/routes.js";
import type { CatalogueEntry } from "../publications/index.js";
import type { Edition, Editions } from "../site/index.js";

/** A link of the file, with what it leads to. */
interface FileLink {
  title: string;
  /** From the site's root. */
  url: string;
  notes?: string | undefined;
}

/** The most posts and publications that the file lists. It is an overview; the sitemap and the downloads have all. */
const maxEntries = 50;

/**
 * Returns the file `llms.txt` of the site in one of its languages: its name and description, and links to its pages, newest
 * posts and publications, in Markdown.
 *
 * @see https://llmstxt.org/#format
 */
export function llmsText(edition: Edition, { all, absoluteUrl }: Editions): string {
  const { site } = edition;
  const { strings } = site;
  const summary = site.description ?? site.bio;
  const others = all.filter((other) => other !== edition);
  const sections: [heading: string, links: FileLink[]][] = [
    [strings.pages, pagesOf(edition)],
    [strings.blog, postsOf(edition)],
    [strings.publications, publicationsOf(edition)],
    [
      strings.languages,
      others.map((other) => ({
        title: other.site.title,
        url: routeUrl("llms", other.site.root),
        notes: other.site.language,
      })),
    ],
    // This heading is part of the format: what can be skipped.
    ["Optional", filesOf(edition)],
  ];
  const link = ({ title, url, notes }: FileLink): string =>
    `- [${text(title)}](${absoluteUrl(url).replaceAll("(", "%28").replaceAll(")", "%29")})${notes ? `: ${text(notes)}` : ""}\n`;
  return [
    `# ${text(site.title)}\n`,
    ...(summary ? [`> ${text(summary)}\n`] : []),
    ...sections.flatMap(([heading, links]) =>
      links.length > 0 ? [`## ${text(heading)}\n\n${links.map(link).join("")}`] : [],
    ),
  ].join("\n");
}

/** Returns the theme's pages in the order of the navigation, and the site's own by URL, each once. */
function pagesOf({ site, index, language }: Edition): FileLink[] {
  const content = index.contentIn(language);
  const own = new Map(
    content.pages.flatMap(({ url, data }): [string, FileLink][] => {
      const isListed = typeof url === "string" && /(\/|\.html)$/.test(url) && data.sitemap !== false;
      return isListed && url !== routeUrl("notFound")
        ? [[url, { title: textOf(data.title) ?? url, url, notes: textOf(data.description) }]]
        : [];
    }),
  );
  const listed = pageNames
    .map((name): [PageName, Route] => [name, pageRoutes[name]])
    .filter(
      ([name, { inSitemap, perLanguage }]) =>
        inSitemap && name !== "publication" && (!language || perLanguage),
    )
    .sort(([, a], [, b]) => (a.navOrder ?? 0) - (b.navOrder ?? 0));
  const ofTheme = listed.flatMap(([name, { title, label }]): FileLink[] => {
    const url = routeUrl(name, site.root);
    const word = title ?? label;
    if (!content.urls.has(url)) return [];
    const ownPage = own.get(url);
    own.delete(url);
    return [
      ownPage?.title && ownPage.title !== url ? ownPage : { title: word ? site.strings[word] : url, url },
    ];
  });
  return [...ofTheme, ...[...own.values()].sort((a, b) => (a.url < b.url ? -1 : 1))];
}

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() ? value : undefined;

/** Returns the newest posts. */
const postsOf = ({ index, language, dates }: Edition): FileLink[] =>
  index
    .contentIn(language)
    .posts.filter(({ hidden, data }: Post) => !hidden && data.sitemap !== false)
    .slice(0, maxEntries)
    .map(({ title, url, date, description }) => ({
      title,
      url,
      notes: [dates.iso(date), description].filter(Boolean).join(". "),
    }));

/** Returns the selected publications, and others from the newest on. Their pages are in the main language only. */
function publicationsOf({ publications, language, index }: Edition): FileLink[] {
  if (language) return [];
  const year = ({ publication }: CatalogueEntry): number => publication.year ?? Number.POSITIVE_INFINITY;
  return publications.catalogue.entries
    .filter(({ url }) => url !== undefined && index.urls.has(url))
    .toSorted(
      (a, b) => Number(b.publication.selected) - Number(a.publication.selected) || compare(year(b), year(a)),
    )
    .slice(0, maxEntries)
    .map(({ publication, url = "" }) => ({
      title: publication.title,
      url,
      notes: [publication.authorNames.join(", "), publication.venueLine].filter(Boolean).join(". "),
    }));
}

const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

/** Returns the files that have everything: the sitemap, the feed, and the publications as data. */
function filesOf({ site, index, language }: Edition): FileLink[] {
  const files: [name: Parameters<typeof routeUrl>[0], title: string][] = [
    ["feed", site.strings.feed],
    ["publicationsBibtex", `${site.strings.publications} (BibTeX)`],
    ["publicationsCsl", `${site.strings.publications} (CSL-JSON)`],
    ["sitemap", "Sitemap"],
  ];
  return files.flatMap(([name, title]) => {
    const url = routeUrl(name, site.root);
    return index.urls.has(url) && (!language || name === "feed") ? [{ title, url }] : [];
  });
}

/** Returns a text for Markdown: in one line, with its characters of markup escaped. */
const text = (value: string): string =>
  value
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/[\\`*_[\]<>#]/g, "\\$&");
