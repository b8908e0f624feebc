import { feedPath } from "../accounts/schema.js";
import type { Strings } from "../i18n/strings/types.js";
import { type SectionPageName, sectionPageNames, sectionPages } from "./sections.js";

/** The name of a UI string that is one text. */
type Word = { [Key in keyof Strings]: Strings[Key] extends string ? Key : never }[keyof Strings];

/** A page or file that the theme makes, and what follows from its URL. */
export interface Route {
  /** URL from where its language starts, without a slash at its start. `ID` stands for the id of a publication. */
  path: string;
  /** Whether each of the site's languages has one. @default only the main language */
  perLanguage?: boolean;
  /** The layout of a page. */
  layout?: string;
  /** Nunjucks source of a file. */
  template?: string;
  /** The UI string that is the page's title. */
  title?: Word;
  /** The UI string that is the text of links to it. @default title */
  label?: Word;
  /** Its place in the navigation, from the lowest number on; see {@link ownPagesOrder}. @default none */
  navOrder?: number;
  /** Whether it stands in the navigation only if the author names it there. */
  onlyIfNamed?: boolean;
  /** Whether search engines should know of it. */
  inSitemap?: boolean;
  /** Whether it may be divided into several pages: `blog/`, `blog/2/` … */
  isPaginated?: boolean;
}

/** Pages of the author's own stand in the default navigation after lower numbers and before higher ones. */
export const ownPagesOrder = 80;

/** The pages of the theme's own, without those of sections. */
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
} as const satisfies Record<string, Route>;

/** The pages of sections. */
const sectionRoutes = Object.fromEntries(
  sectionPageNames.map((name): [string, Route] => [
    name,
    { path: `${name}/`, layout: "section", title: name, inSitemap: true, ...sectionPages[name] },
  ]),
) as Record<SectionPageName, Route>;

/** Every page that the theme makes; the option `pages` turns each off by its name. */
export const pageRoutes = { ...ownRoutes, ...sectionRoutes };

/** The name of a page that the theme makes. */
export type PageName = keyof typeof pageRoutes;

/** The names of the pages that the theme makes. */
export const pageNames = Object.keys(pageRoutes) as PageName[];

/** Pages and files without an option of their own. */
const otherRoutes = {
  /** The author's own page, which the theme links. */
  about: { path: "about/", label: "about", perLanguage: true, navOrder: 95 },
  // In addition to the list of publications.
  publicationsBibtex: { path: "publications.bib" },
  publicationsCsl: { path: "publications.json" },
  publicationsFeed: {
    path: "publications.xml",
    template: '{% include "indigo/feeds/publications-feed.njk" %}',
  },
  publicationFilters: { path: "assets/indigo-filters.css" },
  publicationBibtex: { path: "publications/ID/citation.bib" },
} as const satisfies Record<string, Route>;

/** Every URL that the theme makes or links by itself. */
export const routes: Readonly<Record<PageName | keyof typeof otherRoutes, Route>> = {
  ...pageRoutes,
  ...otherRoutes,
};

/** The name of a route. */
export type RouteName = keyof typeof routes;

/**
 * Returns the URL of a route from the site's root.
 *
 * @param root - Where the pages of a language start: `/`, or `/fr/` for a further language.
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
  | Exclude<PageName, "publication" | "notFound" | "feed" | "sitemap" | "robots">
  | "about";

/** The names of those pages. */
export const navigationPages = (Object.keys(routes) as RouteName[])
  .filter((name) => routes[name].navOrder !== undefined)
  .sort((a, b) => (routes[a].navOrder ?? 0) - (routes[b].navOrder ?? 0)) as NavigationPage[];

/**
 * Makes a test for URLs of pages that the theme makes and search engines should know of.
 *
 * @param roots - Where the pages of each language start: `/`, `/fr/`.
 */
export function sitemapTest(roots: readonly string[]): (url: string) => boolean {
  const paths = Object.values<Route>(pageRoutes)
    .filter(({ inSitemap }) => inSitemap)
    .map(({ path, isPaginated }) => path.replace("ID", "[^/]+") + (isPaginated ? "(\\d+/)?" : ""));
  const pattern = new RegExp(`^(${paths.join("|")})$`);
  return (url) => roots.some((root) => url.startsWith(root) && pattern.test(url.slice(root.length)));
}
