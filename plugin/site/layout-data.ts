import type { Look } from "../appearance/appearance.js";
import type { Favicon } from "../appearance/favicon.js";
import type { Scripts } from "../appearance/scripts.js";
import type { Stylesheets } from "../appearance/stylesheets.js";
import type { BuildIndex } from "../content/build-index.js";
import type { Content } from "../content/content.js";
import { localeOf } from "../i18n/locale.js";
import { aboutUrl, navigation } from "../navigation/navigation.js";
import type { NavigationItem } from "../options/navigation.js";
import type { Site } from "../options/site.js";
import type { PublicationSource } from "../publications/index.js";
import type { Catalogue } from "../publications/list/catalogue.js";
import type { Sections } from "../sections/index.js";
import type { SiteSections } from "../sections/site-sections.js";
import { IndigoError } from "../utils/errors.js";

/** What is known of a site in one of its languages. */
interface Whole {
  site: Site;
  index: BuildIndex;
  publications: PublicationSource;
  sections: Sections;
  /** The tag of a further language; `undefined` for the main one. */
  language: string | undefined;
  /** Takes what the author should know. */
  log(message: string): void;
}

/** What layouts read as `indigo`: the theme's own files, and what it knows of the site's content. */
export interface Indigo {
  look: Look;
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
}

/** The theme's own files, which are the same in every language. */
export type ThemeFiles = Pick<Indigo, "look" | "stylesheets" | "icons"> & Scripts;

/** What layouts read as `indigo` in one of the site's languages. Frozen: Eleventy hands it on instead of copying it. */
export function indigoOf(
  { site, index, publications, sections, language, log }: Whole,
  { searchScript, ...files }: ThemeFiles,
): Indigo {
  return Object.freeze({
    ...files,
    year: new Date().getFullYear(),
    locale: localeOf(site.language),
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
      return navigation(site, index.contentIn(language), log);
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
