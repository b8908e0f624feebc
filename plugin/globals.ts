import type { Catalogue } from "./bibliography/catalogue.js";
import type { BuildIndex } from "./build-index.js";
import type { Content } from "./content.js";
import type { EleventyConfig } from "./eleventy.js";
import { IndigoError } from "./errors.js";
import type { Favicon } from "./favicons.js";
import { aboutUrl, navigation } from "./navigation.js";
import type { PublicationSource } from "./publication-source.js";
import type { NavigationItem } from "./schemas/navigation.js";
import type { Site } from "./site.js";
import type { Stylesheets } from "./styles.js";

/** What layouts read as `indigo`: the theme's own files, and what it knows of the site's content. */
export interface Indigo {
  stylesheets: Stylesheets;
  /** The script that loads comments, where the site has any. */
  commentsScript: string | undefined;
  /** What the layout `search` links; it throws an IndigoError in a site without the option. */
  readonly search: { script: string; stylesheet: string };
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
  {
    searchScript,
    ...files
  }: Pick<Indigo, "stylesheets" | "commentsScript" | "icons"> & {
    searchScript: string | undefined;
  },
): void {
  const indigo: Indigo = {
    ...files,
    year: new Date().getFullYear(),
    locale: localeOf(site.language),
    get search() {
      if (!searchScript) throw new IndigoError('the layout "search" needs the option "search" to be true.');
      return { script: searchScript, stylesheet: files.stylesheets.search };
    },
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
