import type { Appearance, Favicon, Scripts, Stylesheets } from "../appearance/index.js";
import { Archives, type BuildIndex, type Content } from "../content/index.js";
import type { Warn } from "../eleventy/warnings.js";
import { localeOf } from "../i18n/locale.js";
import { aboutUrl, navigation } from "../navigation/index.js";
import type { NavigationItem } from "../options/navigation.js";
import { type RouteName, routeUrls } from "../options/routes.js";
import type { Site } from "../options/site.js";
import type { Catalogue, PublicationSource } from "../publications/index.js";
import type { Sections, SiteSections } from "../sections/index.js";
import { buildTime } from "../utils/build-time.js";
import { IndigoError } from "../utils/errors.js";

/** The content of a site in all languages. */
export interface SiteContent {
  index: BuildIndex;
  publications: PublicationSource;
  sections: Sections;
}

/** The sources of the data of layouts. */
interface LayoutSource extends SiteContent {
  site: Site;
  /** The tag of an additional language; `undefined` for the main language. */
  language: string | undefined;
  warn: Warn;
}

/** The data that layouts read as `indigo`: the theme's files, and the site's content. */
export interface Indigo {
  appearance: Appearance;
  stylesheets: Stylesheets;
  themeScript: Scripts["themeScript"];
  commentsScript: Scripts["commentsScript"];
  copyScript: Scripts["copyScript"];
  publicationsScript: Scripts["publicationsScript"];
  /** The files that the layout `search` links. Throws an IndigoError if the option `search` is off. */
  readonly search: { script: string; stylesheet: string | undefined };
  icons: Favicon[];
  year: number;
  /** The site's language with its territory, in Open Graph's format: `en_US`. */
  locale: string;
  /** The pages and posts in this language. */
  readonly content: Content;
  /** The archives of posts in this language. */
  readonly archives: Archives;
  /** The pages for search engines, in every language. */
  readonly sitemap: Content["sitemap"];
  readonly navigation: NavigationItem[];
  readonly about: string | undefined;
  readonly publications: Catalogue;
  readonly sections: SiteSections;
  /** The URLs of everything that the theme creates, by the names in `options/routes.ts`. */
  readonly routes: Readonly<Record<RouteName, string>>;
}

/** The theme's files, which are the same in every language. */
export type ThemeFiles = Pick<Indigo, "appearance" | "stylesheets" | "icons"> & Scripts;

/** Returns the data `indigo` in one of the site's languages. Frozen, so that Eleventy does not copy it. */
export function layoutData(
  { site, index, publications, sections, language, warn }: LayoutSource,
  { searchScript, ...files }: ThemeFiles,
): Indigo {
  let archives: { content: Content; value: Archives } | undefined;
  return Object.freeze({
    ...files,
    year: buildTime().getFullYear(),
    locale: localeOf(site.language),
    routes: routeUrls(site.root),
    get search() {
      if (!searchScript) throw new IndigoError('the layout "search" needs the option "search" to be true.');
      return { script: searchScript, stylesheet: files.stylesheets.search };
    },
    get content() {
      return index.contentIn(language);
    },
    get archives() {
      const content = index.contentIn(language);
      if (archives?.content !== content) archives = { content, value: new Archives(content, site) };
      return archives.value;
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
