import { authorFinder } from "../content/index.js";
import type { EleventyConfig, TemplateData } from "../eleventy/api.js";
import { callingPage } from "../eleventy/template-context.js";
import { warner } from "../eleventy/warnings.js";
import { dateFormatter } from "../i18n/dates.js";
import { rootOf } from "../i18n/locale.js";
import type { Site } from "../options/site.js";
import { memoize } from "../utils/memoize.js";
import { absoluteUrl } from "../utils/urls.js";
import type { Edition, Editions } from "./edition.js";
import { layoutData, type SiteContent, type ThemeFiles } from "./layout-data.js";
import { siteIn } from "./resolve.js";

/**
 * Makes the editions of a site, one for each of its languages, and hands every template its own: the main one as global
 * data, another in place of that.
 */
export function addEditions(
  eleventyConfig: EleventyConfig,
  site: Site,
  content: SiteContent,
  files: ThemeFiles,
): Editions {
  const warn = warner(eleventyConfig);
  const edition = (language: string | undefined, inLanguage: Site): Edition => ({
    ...content,
    language,
    site: inLanguage,
    data: {
      site: siteData(inLanguage),
      indigo: layoutData({ ...content, site: inLanguage, language, warn }, files),
    },
    dates: dateFormatter(inLanguage),
    authorOf: authorFinder(inLanguage),
  });
  const main = edition(undefined, site);
  const further = Object.entries(site.languages).map(([language, own]) =>
    edition(language, siteIn(site, language, own, rootOf(language), warn)),
  );
  const ofSinglePages = new Map<string, Edition>();
  /** UI strings in the language of a page that is all there is in it. */
  const ofSinglePage = (language: string): Edition => {
    let own = ofSinglePages.get(language);
    if (!own) {
      own = edition(undefined, siteIn(site, language, {}, "/", warn));
      ofSinglePages.set(language, own);
    }
    return own;
  };

  // A page names its own URL several times, and every page the same few.
  const fullUrl = memoize((url: string) => absoluteUrl(url, site.url ?? "", site.pathPrefix));

  // By input path, the one key that Eleventy hands on in every template language.
  const byTemplate = new Map<string, Edition>();
  eleventyConfig.addGlobalData("site", main.data.site);
  eleventyConfig.addGlobalData("indigo", main.data.indigo);
  eleventyConfig.addPreprocessor("indigo-language", "*", (data) => {
    const { inputPath } = data.page;
    const language = content.index.languageOf(inputPath, data.lang);
    const tag = languageTag(data.lang);
    const own =
      further.find((one) => one.language === language) ??
      (tag && tag !== site.language ? ofSinglePage(tag) : main);
    if (own === main) byTemplate.delete(inputPath);
    else {
      byTemplate.set(inputPath, own);
      useEdition(data, own, main);
    }
    return undefined;
  });

  return {
    main,
    all: [main, ...further],
    absoluteUrl: fullUrl,
    of: (context) => byTemplate.get(callingPage(context)?.inputPath ?? "") ?? main,
  };
}

/** What templates read as `site`. Frozen, so that Eleventy hands every page this very object instead of a copy. */
const siteData = ({ jekyllSettings, ...site }: Site): object => Object.freeze({ ...jekyllSettings, ...site });

/** Lets a template read another edition than the main one; what an author's own data adds to `site` stays. */
function useEdition(data: TemplateData, { data: { site, indigo } }: Edition, main: Edition): void {
  data.site = data.site === main.data.site ? site : { ...(data.site as object), ...site };
  data.indigo = indigo;
}

/** The language tag that front matter gives, in its usual letter case. */
function languageTag(lang: unknown): string | undefined {
  if (typeof lang !== "string" || lang === "") return undefined;
  try {
    return Intl.getCanonicalLocales(lang)[0];
  } catch {
    return undefined;
  }
}
