import type { Catalogue } from "./bibliography/catalogue.js";
import type { BuildIndex } from "./build-index.js";
import type { Content } from "./content.js";
import type { EleventyConfig } from "./eleventy.js";
import type { Favicon } from "./favicons.js";
import type { Look } from "./look.js";
import { aboutUrl, navigation } from "./navigation.js";
import type { PublicationSource } from "./publication-source.js";
import type { NavigationItem } from "./schemas/navigation.js";
import type { Site } from "./site.js";
import type { Stylesheets } from "./styles.js";

/** What layouts read as `indigo`: the theme's own files, and what it knows of the site's content. */
export interface Indigo {
  look: Look;
  stylesheets: Stylesheets;
  /** The script that lets readers change between light and dark, where the site has it. */
  themeScript: string | undefined;
  /** The script that loads comments, where the site has any. */
  commentsScript: string | undefined;
  icons: Favicon[];
  year: number;
  /** The site's language with its territory, as Open Graph has it: `en_US`. */
  locale: string;
  readonly content: Content;
  readonly navigation: NavigationItem[];
  readonly about: string | undefined;
  readonly publications: Catalogue;
}

/** Offers `site` and `indigo` to every template. Both are frozen: Eleventy hands those on instead of copying them. */
export function addGlobals(
  eleventyConfig: EleventyConfig,
  site: Site,
  { index, publications }: { index: BuildIndex; publications: PublicationSource },
  files: Pick<Indigo, "look" | "stylesheets" | "themeScript" | "commentsScript" | "icons">,
): void {
  const indigo: Indigo = {
    ...files,
    year: new Date().getFullYear(),
    locale: localeOf(site.language),
    get content() {
      return index.content;
    },
    get navigation() {
      return navigation(site, index.content);
    },
    get publications() {
      return publications.catalogue;
    },
    get about() {
      return aboutUrl(site, index.content);
    },
  };
  eleventyConfig.addGlobalData("site", site);
  eleventyConfig.addGlobalData("indigo", Object.freeze(indigo));
}

/** Open Graph wants a territory; a language without one is taken for that of most of its readers. */
function localeOf(language: string): string {
  const { language: name, region } = new Intl.Locale(language).maximize();
  return region ? `${name}_${region}` : name;
}
