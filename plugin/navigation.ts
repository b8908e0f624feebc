import type { EleventyConfig } from "./eleventy.js";
import type { NavigationItem } from "./schemas/navigation.js";
import type { Site } from "./site.js";

/** What the layouts need to know of the site's pages, found once a build. */
export interface PageIndex {
  navigation: NavigationItem[];
  /** The About page, where the site has one. */
  about?: string;
}

const about = "/about/";

/** Offers the site's navigation to the layouts as `collections.indigo`. */
export function addNavigation(eleventyConfig: EleventyConfig, site: Site): void {
  eleventyConfig.addCollection("indigo", (api) => {
    const hasAbout = api.getAll().some((page) => page.url === about);
    return { navigation: navigation(site, hasAbout), ...(hasAbout && { about }) } satisfies PageIndex;
  });
}

function navigation(site: Site, hasAbout: boolean): NavigationItem[] {
  const usual = [
    { label: site.strings.home, url: "/" },
    ...(hasAbout ? [{ label: site.strings.about, url: about }] : []),
  ];
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
