import type { Content } from "../content/index.js";
import type { Warn } from "../eleventy/warnings.js";
import type { NavigationEntry, NavigationItem } from "../options/navigation.js";
import { type NavigationPage, navigationPages, ownPagesOrder, routes, routeUrl } from "../options/routes.js";
import type { Site } from "../options/site.js";
import { type PageNavigation, pageNavigationOf } from "./page-navigation.js";

/** Returns the URL of the About page, if the site has one or the option `about` is true. */
export function aboutUrl(site: Site, { urls }: Content): string | undefined {
  const url = routeUrl("about", site.root);
  return (site.about ?? urls.has(url)) ? url : undefined;
}

/** The navigation in each language and the printed warnings, by the content of a build. */
const cache = new WeakMap<Content, { bySite: Map<Site, NavigationItem[]>; printed: Set<string> }>();

/**
 * Returns the links at the top of every page: those of the option `navigation`, else the pages that the site has; pages
 * with `nav` in their front matter; and the résumé. Memoized for each build.
 *
 * @param warn - Warns of a page in the option `navigation` that the site does not have.
 * @throws IndigoError for an invalid `nav` of a page.
 */
export function navigation(site: Site, content: Content, warn: Warn): NavigationItem[] {
  const { bySite, printed } = cache.get(content) ?? { bySite: new Map(), printed: new Set() };
  cache.set(content, { bySite, printed });
  const cached = bySite.get(site);
  if (cached) return cached;
  const own = pageNavigationOf(content.withField("nav"), site.language);
  const warnOnce = (message: string): void => {
    if (!printed.has(message)) warn(message);
    printed.add(message);
  };
  const items = site.navigation
    ? configuredItems(site.navigation, site, content, own, warnOnce)
    : defaultItems(site, content, own);
  if (site.resume) items.push(site.resume);
  bySite.set(site, items);
  return items;
}

/** Returns the items of the option `navigation`, followed by pages with `nav` that it does not have. */
function configuredItems(
  entries: readonly NavigationEntry[],
  site: Site,
  { urls }: Content,
  own: PageNavigation,
  warn: Warn,
): NavigationItem[] {
  const itemsOf = (entry: NavigationEntry): NavigationItem[] => {
    const { page, label, url, items } = typeof entry === "string" ? { page: entry } : entry;
    if (items && label !== undefined) {
      const inner = items.flatMap(itemsOf);
      return inner[0] ? [{ label, url: inner[0].url, items: inner }] : [];
    }
    if (!page) return label !== undefined && url !== undefined ? [{ label, url }] : [];
    const pageUrl = urlOf(page, site);
    if (!urls.has(pageUrl)) {
      warn(`the navigation names "${page}", but the site has no ${pageUrl}; the link is left out.`);
      return [];
    }
    return [{ label: label ?? own.labels.get(pageUrl) ?? labelOf(page, site), url: pageUrl }];
  };
  const items = entries.flatMap(itemsOf);
  const taken = new Set(items.flatMap((item) => item.items ?? item).map(({ url }) => normalizeUrl(url)));
  return [...items, ...own.items.filter(({ url }) => !taken.has(normalizeUrl(url)))];
}

/** Returns the theme's pages that the site has, with the pages with `nav` among them. */
function defaultItems(site: Site, content: Content, own: PageNavigation): NavigationItem[] {
  const isShown: Partial<Record<NavigationPage, boolean>> = {
    home: true,
    blog: site.blog ?? content.blog.length > 0,
    projects:
      site.projects ??
      (content.projects.length > 0 ||
        (Boolean(site.themeSections?.projects) && content.urls.has(urlOf("projects", site)))),
    // Without the option, a page at that URL is one of the site.
    ...(!site.search && { search: false }),
    about: aboutUrl(site, content) !== undefined,
  };
  const shown = navigationPages.flatMap((page) => {
    const { navOrder = 0, onlyIfNamed } = routes[page];
    const url = urlOf(page, site);
    if (onlyIfNamed || !(isShown[page] ?? content.urls.has(url)) || own.hidden.has(url)) return [];
    return [{ label: own.labels.get(url) ?? labelOf(page, site), url, navOrder }];
  });
  const items = (wanted: (navOrder: number) => boolean): NavigationItem[] =>
    shown.filter(({ navOrder }) => wanted(navOrder)).map(({ label, url }) => ({ label, url }));
  const urls = new Set(shown.map(({ url }) => url));
  return [
    ...items((navOrder) => navOrder < ownPagesOrder),
    ...own.items.filter(({ url }) => !urls.has(url)),
    ...items((navOrder) => navOrder >= ownPagesOrder),
  ];
}

/** Returns the URL of a page in the site's language, whether or not the page exists. */
const urlOf = (page: NavigationPage, { root }: Site): string => root + routes[page].path;

function labelOf(page: NavigationPage, { strings }: Site): string {
  const { label, title } = routes[page];
  const name = label ?? title;
  return name === undefined ? page : strings[name];
}

/** Returns a URL in the form in which those of one page are equal: Jekyll links `/about`, and writes `/about.html`. */
const normalizeUrl = (url: string): string => url.replace(/(\/|(^|\/)index)?(\.html)?$/, "");

/**
 * Returns the items of a navigation without the one that links the page itself, and without groups of nothing else.
 *
 * @param url - Eleventy's `page.url`: from the root, or `false` for a page that is not written.
 */
export function otherPages(
  items: readonly NavigationItem[],
  url: string | false | undefined,
): NavigationItem[] {
  return items.flatMap((item) => {
    if (!item.items) return isPage(item, url) ? [] : [item];
    const inner = otherPages(item.items, url);
    return inner.length > 0 ? [{ ...item, items: inner }] : [];
  });
}

/** Returns whether an item of a navigation links the page itself. */
export const isPage = (item: NavigationItem, url: string | false | undefined): boolean =>
  Boolean(url) && normalizeUrl(item.url) === normalizeUrl(String(url));
