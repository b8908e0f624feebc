import { authorFinder } from "../content/authors.js";
import type { BuildIndex } from "../content/build-index.js";
import type { Post } from "../content/post.js";
import type { EleventyConfig, TemplateContext, TemplateData } from "../eleventy/api.js";
import { type Dates, datesOf } from "../i18n/dates.js";
import { rootOf } from "../i18n/locale.js";
import type { PostAuthor } from "../options/author.js";
import type { Site } from "../options/site.js";
import type { PublicationSource } from "../publications/index.js";
import type { Sections } from "../sections/index.js";
import { type Indigo, indigoOf, type ThemeFiles } from "./layout-data.js";
import { siteIn } from "./resolve.js";

/** What a site's pages are made from, whatever their language. */
export interface Sources {
  index: BuildIndex;
  publications: PublicationSource;
  sections: Sections;
}

/** A site in one of its languages. */
export interface Edition {
  /** The tag of a further language; `undefined` for the main one. */
  language: string | undefined;
  /** What templates in this language read as `site`. */
  site: Site;
  /** What they read as `indigo`. */
  indigo: Indigo;
  dates: Dates;
  authorOf(post: Post): PostAuthor;
}

/** The site in each of its languages. */
export interface Editions {
  main: Edition;
  /** The main one, and those of the option `languages`. */
  all: readonly Edition[];
  /** The one that a template is in, for a filter or a shortcode that it calls. */
  of(context: TemplateContext): Edition;
}

/**
 * Makes the editions of a site, one for each of its languages, and hands every template its own: the main one as global
 * data, another in place of that.
 */
export function addEditions(
  eleventyConfig: EleventyConfig,
  site: Site,
  sources: Sources,
  files: ThemeFiles,
): Editions {
  const log = (message: string): void => eleventyConfig.logger.log(message);
  const edition = (language: string | undefined, inLanguage: Site): Edition => ({
    language,
    site: inLanguage,
    indigo: indigoOf({ ...sources, site: inLanguage, language, log }, files),
    dates: datesOf(inLanguage),
    authorOf: authorFinder(inLanguage),
  });
  const main = edition(undefined, site);
  const further = Object.entries(site.languages).map(([language, own]) =>
    edition(language, siteIn(site, language, own, rootOf(language), log)),
  );
  const known = new Map([main, ...further].map((one) => [one.indigo, one]));

  const single = new Map<string, Edition>();
  /** The theme's words in the language of a page that is all there is in it. */
  const singlePage = (language: string): Edition => {
    let own = single.get(language);
    if (!own) {
      own = edition(undefined, siteIn(site, language, {}, "/", log));
      single.set(language, own);
      known.set(own.indigo, own);
    }
    return own;
  };

  eleventyConfig.addGlobalData("site", main.site);
  eleventyConfig.addGlobalData("indigo", main.indigo);
  eleventyConfig.addPreprocessor("indigo-language", "*", (data) => {
    const language = sources.index.languageOf(data.page.inputPath, data.lang);
    const other = tagOf(data.lang);
    const own =
      further.find((one) => one.language === language) ??
      (other && other !== site.language ? singlePage(other) : main);
    if (own !== main) useEdition(data, own, main);
    return undefined;
  });

  return { main, all: [main, ...further], of: ({ ctx }) => known.get(ctx?.indigo as Indigo) ?? main };
}

/** Lets a template read another edition than the main one; what an author's own data adds to `site` stays. */
function useEdition(data: TemplateData, { site, indigo }: Edition, main: Edition): void {
  data.site = data.site === main.site ? site : { ...(data.site as object), ...site };
  data.indigo = indigo;
}

/** The language tag that front matter gives, in its usual letter case. */
function tagOf(lang: unknown): string | undefined {
  if (typeof lang !== "string" || lang === "") return undefined;
  try {
    return Intl.getCanonicalLocales(lang)[0];
  } catch {
    return undefined;
  }
}
