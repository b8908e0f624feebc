import type { Content } from "./content.js";
import type { NavigationItem } from "./schemas/navigation.js";
import type { Site } from "./site.js";

const aboutPage = "/about/";

/** The About page, where the site has one or says that it does. */
export function aboutUrl(site: Site, { urls }: Content): string | undefined {
  return (site.about ?? urls.has(aboutPage)) ? aboutPage : undefined;
}

/** The links on every page: the author's, else those to what the site has, and the résumé at the end. */
export function navigation(site: Site, content: Content): NavigationItem[] {
  const { strings } = site;
  const usual = [
    { label: strings.home, url: "/", isThere: true },
    { label: strings.blog, url: "/blog/", isThere: site.blog ?? content.blog.length > 0 },
    { label: strings.projects, url: "/projects/", isThere: site.projects ?? content.projects.length > 0 },
    { label: strings.publications, url: "/publications/", isThere: content.urls.has("/publications/") },
    { label: strings.search, url: "/search/", isThere: site.search && content.urls.has("/search/") },
    { label: strings.about, url: aboutPage, isThere: aboutUrl(site, content) !== undefined },
  ].filter(({ isThere }) => isThere);
  return [...(site.navigation ?? usual), ...(site.resume ? [site.resume] : [])];
}

/**
 * The entries of a navigation without the one that leads to the page itself.
 *
 * @param url - The page's address as Eleventy gives it: from the root, `false` for a page that is not written.
 */
export function otherPages(
  items: readonly NavigationItem[],
  url: string | false | undefined,
): NavigationItem[] {
  const plain = (address: string): string => address.replace(/\/(index\.html)?$/, "");
  return items.filter((item) => !url || plain(item.url) !== plain(url));
}
