import type { Content } from "../content/index.js";
import type { Warn } from "../eleventy/warnings.js";
import type { NavigationEntry, NavigationItem } from "../options/navigation.js";
import { type NavigationPage, navigationPages, ownPagesOrder, routes, routeUrl } from "../options/routes.js";
import type { Site } from "../options/site.js";
import { type PageNavigation, pageNavigationOf } from "./page-navigation.js";

/** The About page, where the site has one or says that it does. */
export function aboutUrl(site: Site, { urls }: Content): string | undefined {
  const url = routeUrl("about", site.root);
  return (site.about ?? urls.has(url)) ? url : undefined;
}

/** What is made once a build: the navigation in each language, and what the author was told. */
const made = new WeakMap<Content, { bySite: Map<Site, NavigationItem[]>; printed: Set<string> }>();

/**
 * The links on every page: the author's, else those to what the site has; pages whose front matter says `nav`; and the
 * résumé at the end. Made once a build, however many pages ask.
 *
 * @param warn - Takes what the author should know: a page in the option `navigation` which the site has not got.
 * @throws IndigoError for a wrong `nav` in a page.
 */
export function navigation(site: Site, content: Content, warn: Warn): NavigationItem[] {
  const known = made.get(content) ?? { bySite: new Map(), printed: new Set() };
  made.set(content, known);
  const ready = known.bySite.get(site);
  if (ready) return ready;
  const own = pageNavigationOf(content.withField("nav"), site.language);
  const warnOnce = (message: string): void => {
    if (!known.printed.has(message)) warn(message);
    known.printed.add(message);
  };
  const items = site.navigation
    ? chosen(site.navigation, site, content, own, warnOnce)
    : usual(site, content, own);
  if (site.resume) items.push(site.resume);
  known.bySite.set(site, items);
  return items;
}

/** The author's list, and behind it pages that ask for a place and have none in it. */
function chosen(
  entries: readonly NavigationEntry[],
  site: Site,
  { urls }: Content,
  own: PageNavigation,
  warn: Warn,
): NavigationItem[] {
  const items = entries.flatMap((entry): NavigationItem[] => {
    const { page, label, url } = typeof entry === "string" ? { page: entry } : entry;
    if (!page) return label !== undefined && url !== undefined ? [{ label, url }] : [];
    const address = urlOf(page, site);
    if (!urls.has(address)) {
      warn(`the navigation names "${page}", but the site has no ${address}; the link is left out.`);
      return [];
    }
    return [{ label: label ?? own.labels.get(address) ?? labelOf(page, site), url: address }];
  });
  const taken = new Set(items.map(({ url }) => plain(url)));
  return [...items, ...own.items.filter(({ url }) => !taken.has(plain(url)))];
}

/** What the site has of the theme's pages, with the author's own in between. */
function usual(site: Site, content: Content, own: PageNavigation): NavigationItem[] {
  const isThere: Partial<Record<NavigationPage, boolean>> = {
    home: true,
    blog: site.blog ?? content.blog.length > 0,
    projects: site.projects ?? content.projects.length > 0,
    // Without the option, a page at that URL is the author's own.
    ...(!site.search && { search: false }),
    about: aboutUrl(site, content) !== undefined,
  };
  const shown = navigationPages.flatMap((page) => {
    const { navOrder = 0, onlyIfNamed } = routes[page];
    const url = urlOf(page, site);
    if (onlyIfNamed || !(isThere[page] ?? content.urls.has(url)) || own.hidden.has(url)) return [];
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

/** The URL of a page in the site's language, whether or not it has one in that. */
const urlOf = (page: NavigationPage, { root }: Site): string => root + routes[page].path;

function labelOf(page: NavigationPage, { strings }: Site): string {
  const { label, title } = routes[page];
  const word = label ?? title;
  return word === undefined ? page : strings[word];
}

const plain = (address: string): string => address.replace(/\/(index\.html)?$/, "");

/**
 * The entries of a navigation without the one that leads to the page itself.
 *
 * @param url - The page's address as Eleventy gives it: from the root, `false` for a page that is not written.
 */
export function otherPages(
  items: readonly NavigationItem[],
  url: string | false | undefined,
): NavigationItem[] {
  return items.filter((item) => !url || plain(item.url) !== plain(url));
}
