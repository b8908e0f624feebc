import type { Appearance, Favicon, Scripts, Stylesheets } from "../appearance/index.js";
import type { BuildIndex, Content } from "../content/index.js";
import type { Warn } from "../eleventy/warnings.js";
import { localeOf } from "../i18n/locale.js";
import { aboutUrl, navigation } from "../navigation/index.js";
import type { NavigationItem } from "../options/navigation.js";
import { type RouteName, routeUrls } from "../options/routes.js";
import type { Site } from "../options/site.js";
import type { Catalogue, PublicationSource } from "../publications/index.js";
import type { Sections, SiteSections } from "../sections/index.js";
import { IndigoError } from "../utils/errors.js";

/** What a site's pages are made from, in any language. */
export interface SiteContent {
  index: BuildIndex;
  publications: PublicationSource;
  sections: Sections;
}

/** What the data of layouts is made from. */
interface LayoutSource extends SiteContent {
  site: Site;
  /** The tag of a further language; `undefined` for the main one. */
  language: string | undefined;
  warn: Warn;
}

/** What layouts read as `indigo`: the theme's own files, and what it knows of the site's content. */
export interface Indigo {
  appearance: Appearance;
  stylesheets: Stylesheets;
  themeScript: Scripts["themeScript"];
  commentsScript: Scripts["commentsScript"];
  /** What the layout `search` links; it throws an IndigoError in a site without the option. */
  readonly search: { script: string; stylesheet: string | undefined };
  icons: Favicon[];
  year: number;
  /** The site's language with its territory, as Open Graph has it: `en_US`. */
  locale: string;
  /** The pages and posts in this language. */
  readonly content: Content;
  /** What a search engine should know of, in every language. */
  readonly sitemap: Content["sitemap"];
  readonly navigation: NavigationItem[];
  readonly about: string | undefined;
  readonly publications: Catalogue;
  readonly sections: SiteSections;
  /** The URL of everything that the theme makes, by its name in `options/routes.ts`. */
  readonly routes: Readonly<Record<RouteName, string>>;
}

/** The theme's own files, which are the same in every language. */
export type ThemeFiles = Pick<Indigo, "appearance" | "stylesheets" | "icons"> & Scripts;

/** What layouts read as `indigo` in one of the site's languages. Frozen: Eleventy hands it on instead of copying it. */
export function layoutData(
  { site, index, publications, sections, language, warn }: LayoutSource,
  { searchScript, ...files }: ThemeFiles,
): Indigo {
  return Object.freeze({
    ...files,
    year: new Date().getFullYear(),
    locale: localeOf(site.language),
    routes: routeUrls(site.root),
    get search() {
      if (!searchScript) throw new IndigoError('the layout "search" needs the option "search" to be true.');
      return { script: searchScript, stylesheet: files.stylesheets.search };
    },
    get content() {
      return index.contentIn(language);
    },
    get sitemap() {
      return index.content.sitemap;
    },
    get navigation() {
      return navigation(site, index.contentIn(language), warn);
    },
    get publications() {
      return publications.catalogueIn(site.strings);
    },
    get sections() {
      return sections.of(site);
    },
    get about() {
      return aboutUrl(site, index.contentIn(language));
    },
  });
}
