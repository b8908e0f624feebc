import type { z } from "zod";
import { feedPath } from "../accounts/schema.js";
import type { Strings } from "../i18n/strings/types.js";
import type { ArchiveKind } from "./archives.js";
import {
  type SectionName,
  type SectionPageName,
  sectionPageNames,
  sectionPages,
  sectionSetting,
  type sections,
} from "./sections.js";

/** The name of a UI string that is one text. */
type StringName = { [Key in keyof Strings]: Strings[Key] extends string ? Key : never }[keyof Strings];

/** A page or file that the theme creates, with its URL. */
export interface Route {
  /** URL from the root of its language, without a slash at its start. `ID` stands for the id of a publication or an entry. */
  path: string;
  /** Whether each of the site's languages has one. @default only the main language */
  perLanguage?: boolean;
  /** The layout of a page. */
  layout?: string;
  /** Nunjucks source of a file. */
  template?: string;
  /** The UI string that is the page's title. */
  title?: StringName;
  /** The UI string that is the text of links to it. @default title */
  label?: StringName;
  /** Its position in the default navigation, lowest first; see {@link ownPagesOrder}. @default none */
  navOrder?: number;
  /** Whether it is in the navigation only if the option `navigation` names it. */
  onlyIfNamed?: boolean;
  /** Whether the sitemap has it. */
  inSitemap?: boolean;
  /** Whether it may be divided into several pages: `blog/`, `blog/2/` … */
  isPaginated?: boolean;
}

/** Position of the site's own pages in the default navigation: after lower numbers and before higher ones. */
export const ownPagesOrder = 80;

/** The theme's pages, without those of sections. */
const ownRoutes = {
  home: { path: "", layout: "home", label: "home", perLanguage: true, navOrder: 10, inSitemap: true },
  blog: {
    path: "blog/",
    layout: "blog",
    title: "blog",
    perLanguage: true,
    navOrder: 20,
    inSitemap: true,
    isPaginated: true,
  },
  projects: {
    path: "projects/",
    layout: "projects",
    title: "projects",
    perLanguage: true,
    navOrder: 30,
    inSitemap: true,
  },
  tags: {
    path: "tags/",
    layout: "tags",
    title: "tags",
    perLanguage: true,
    navOrder: 50,
    onlyIfNamed: true,
    inSitemap: true,
  },
  publications: {
    path: "publications/",
    layout: "publications-page",
    title: "publications",
    perLanguage: true,
    navOrder: 40,
    inSitemap: true,
  },
  publication: { path: "publications/ID/", layout: "publication", inSitemap: true },
  search: { path: "search/", layout: "search", title: "search", perLanguage: true, navOrder: 90 },
  notFound: { path: "404.html", layout: "not-found", title: "notFound" },
  feed: { path: feedPath.slice(1), template: '{% include "indigo/feeds/feed.njk" %}', perLanguage: true },
  sitemap: { path: "sitemap.xml", template: '{% include "indigo/feeds/sitemap.njk" %}' },
  robots: { path: "robots.txt", template: '{% include "indigo/feeds/robots.njk" %}' },
  // `safe`: it is not HTML.
  llms: { path: "llms.txt", template: "{{ page | indigoLlms | safe }}", perLanguage: true },
} as const satisfies Record<string, Route>;

/** The pages of sections. */
const sectionRoutes = Object.fromEntries(
  sectionPageNames.map((name): [string, Route] => [
    name,
    { path: `${name}/`, layout: "section", title: name, inSitemap: true, ...sectionPages[name] },
  ]),
) as Record<SectionPageName, Route>;

/** All pages that the theme creates. The option `pages` turns each off by its name. */
export const pageRoutes = { ...ownRoutes, ...sectionRoutes };

/** The name of a page that the theme creates. */
export type PageName = keyof typeof pageRoutes;

/** The names of the pages that the theme creates. */
export const pageNames = Object.keys(pageRoutes) as PageName[];

/** Pages and files that no option turns off. */
const otherRoutes = {
  /** A page of the site, which the theme links. */
  about: { path: "about/", label: "about", perLanguage: true, navOrder: 95 },
  // In addition to the list of publications.
  publicationsBibtex: { path: "publications.bib" },
  publicationsRis: { path: "publications.ris" },
  publicationsCsl: { path: "publications.json" },
  publicationsFeed: {
    path: "publications.xml",
    template: '{% include "indigo/feeds/publications-feed.njk" %}',
  },
  publicationFilters: { path: "assets/indigo-filters.css" },
  publicationBibtex: { path: "publications/ID/citation.bib" },
  publicationRis: { path: "publications/ID/citation.ris" },
  publicationCsl: { path: "publications/ID/citation.json" },
  // The calendars of sections, which the option `sections` asks for.
  talksCalendar: { path: "talks.ics" },
  talkCalendar: { path: "talks/ID.ics" },
  courseCalendar: { path: "teaching/ID.ics" },
  // The pages of entries of data files, which the option `sections` asks for.
  person: { path: "people/ID/", layout: "page" },
  project: { path: "projects/ID/", layout: "page" },
  // The archives of posts, which the option `archives` asks for; each has a feed at `feed.xml` in it.
  yearArchive: { path: "years/ID/", layout: "archive", perLanguage: true },
  categoryArchive: { path: "categories/ID/", layout: "archive", perLanguage: true },
  tagArchive: { path: "tags/ID/", layout: "archive", perLanguage: true },
  seriesArchive: { path: "series/ID/", layout: "archive", perLanguage: true },
} as const satisfies Record<string, Route>;

/** Returns the route of the pages that the theme creates for the entries of a section. */
export const entryRoute = (section: SectionName): "person" | "project" =>
  section === "projects" ? "project" : "person";

/** The routes of the kinds of archives. */
export const archiveRoutes = {
  years: "yearArchive",
  categories: "categoryArchive",
  tags: "tagArchive",
  series: "seriesArchive",
} as const satisfies Record<ArchiveKind, keyof typeof otherRoutes>;

/** All routes that the theme creates or links. */
export const routes: Readonly<Record<PageName | keyof typeof otherRoutes, Route>> = {
  ...pageRoutes,
  ...otherRoutes,
};

/** The name of a route. */
export type RouteName = keyof typeof routes;

/**
 * Returns the URL of a route from the site's root.
 *
 * @param root - The root of a language: `/`, or `/fr/` for an additional language.
 */
export function routeUrl(name: RouteName, root = "/"): string {
  const { path, perLanguage } = routes[name];
  return (perLanguage ? root : "/") + path;
}

/** Returns the URL of every route; see {@link routeUrl}. */
export const routeUrls = (root: string): Readonly<Record<RouteName, string>> =>
  Object.fromEntries(Object.keys(routes).map((name) => [name, routeUrl(name as RouteName, root)])) as Record<
    RouteName,
    string
  >;

/** The pages that a navigation can name, in the order of the default navigation. */
export type NavigationPage =
  | Exclude<PageName, "publication" | "notFound" | "feed" | "sitemap" | "robots" | "llms">
  | "about";

/** The names of the pages that a navigation can name, in the order of the default navigation. */
export const navigationPages = (Object.keys(routes) as RouteName[])
  .filter((name) => routes[name].navOrder !== undefined)
  .sort((a, b) => (routes[a].navOrder ?? 0) - (routes[b].navOrder ?? 0)) as NavigationPage[];

/**
 * Returns a function that tests whether a URL is one of the theme's pages that the sitemap has.
 *
 * @param roots - The root of each language: `/`, `/fr/`.
 * @param themeSections - The option `sections`, which may ask for pages of entries.
 * @param archives - The kinds of archives of the site.
 */
export function sitemapTest(
  roots: readonly string[],
  themeSections: z.output<typeof sections>,
  archives: readonly ArchiveKind[],
): (url: string) => boolean {
  const withEntryPages = (Object.keys(themeSections) as SectionName[]).filter(
    (name) => sectionSetting(themeSections[name])?.pages,
  );
  const paths = [
    ...archives.map((kind): Route => ({ ...routes[archiveRoutes[kind]], isPaginated: true })),
    ...Object.values<Route>(pageRoutes).filter(({ inSitemap }) => inSitemap),
    ...withEntryPages.map((name) => routes[entryRoute(name)]),
  ].map(({ path, isPaginated }) => path.replace("ID", "[^/]+") + (isPaginated ? "(\\d+/)?" : ""));
  const pattern = new RegExp(`^(${paths.join("|")})$`);
  return (url) => roots.some((root) => url.startsWith(root) && pattern.test(url.slice(root.length)));
}
