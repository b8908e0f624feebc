import { authorFinder, authorsFinder, validateAuthors } from "../content/index.js";
import type { EleventyConfig, TemplateData } from "../eleventy/api.js";
import { onBuildStart } from "../eleventy/build-start.js";
import { addPreprocessor } from "../eleventy/preprocessors.js";
import { callingPage } from "../eleventy/template-context.js";
import { onPagesKnown } from "../eleventy/virtual-templates.js";
import { warner } from "../eleventy/warnings.js";
import { dateFormatter } from "../i18n/dates.js";
import { rootOf } from "../i18n/locale.js";
import type { Site } from "../options/site.js";
import { memoize } from "../utils/memoize.js";
import { absoluteUrl } from "../utils/urls.js";
import { authorPeople } from "./author-people.js";
import type { Edition, Editions } from "./edition.js";
import { layoutData, type SiteContent, type ThemeFiles } from "./layout-data.js";
import { siteIn } from "./resolve.js";

/**
 * Creates an edition of the site for each of its languages, and sets the data `site` and `indigo` of each template to the
 * edition in its language. The main edition is global data.
 */
export function addEditions(
  eleventyConfig: EleventyConfig,
  site: Site,
  content: SiteContent,
  files: ThemeFiles,
): Editions {
  const warn = warner(eleventyConfig);
  const createEdition = (language: string | undefined, siteInLanguage: Site): Edition => {
    const authorsOf = authorsFinder(siteInLanguage, authorPeople(content.sections, siteInLanguage));
    return {
      ...content,
      language,
      site: siteInLanguage,
      data: {
        site: siteData(siteInLanguage),
        indigo: layoutData({ ...content, site: siteInLanguage, language, warn }, files),
      },
      dates: dateFormatter(siteInLanguage),
      authorsOf,
      authorOf: authorFinder(authorsOf),
    };
  };
  const main = createEdition(undefined, site);
  const additional = Object.entries(site.languages).map(([language, options]) =>
    createEdition(language, siteIn(site, language, options, rootOf(language), warn)),
  );
  // For single pages in a language that the site does not have: only the UI strings differ from the main edition.
  const singlePageEdition = memoize(
    (language: string): Edition => createEdition(undefined, siteIn(site, language, {}, "/", warn)),
  );

  // Memoized, since every page needs its own URL several times, and the same few others.
  const fullUrl = memoize((url: string) => absoluteUrl(url, site.url ?? "", site.pathPrefix));

  // By input path, the only key that Eleventy passes on in every template language.
  const byTemplate = new Map<string, Edition>();
  eleventyConfig.addGlobalData("site", main.data.site);
  eleventyConfig.addGlobalData("indigo", main.data.indigo);
  addPreprocessor(eleventyConfig, "indigo-language", "*", (data) => {
    const { inputPath } = data.page;
    const language = content.index.languageOf(inputPath, data.lang);
    const tag = languageTag(data.lang);
    const edition =
      additional.find((other) => other.language === language) ??
      (tag && tag !== site.language ? singlePageEdition(tag) : main);
    if (edition === main) byTemplate.delete(inputPath);
    else byTemplate.set(inputPath, edition);
    if (edition !== main || data.site !== main.data.site) useEdition(data, edition, main);
    return undefined;
  });

  // The theme's own templates come last, when the content of the site is known.
  let isValidated = false;
  onBuildStart(eleventyConfig, () => {
    isValidated = false;
  });
  onPagesKnown(eleventyConfig, () => {
    if (isValidated) return;
    isValidated = true;
    validateAuthors(content.index.content.posts, site, authorPeople(content.sections, site), warn);
  });

  return {
    main,
    all: [main, ...additional],
    absoluteUrl: fullUrl,
    of: (context) => byTemplate.get(callingPage(context)?.inputPath ?? "") ?? main,
  };
}

/** Returns the global data `site`. Frozen, so that Eleventy passes this object to every page instead of a copy. */
const siteData = ({ jekyllSettings, ...site }: Site): object => Object.freeze({ ...jekyllSettings, ...site });

/**
 * Sets the data of a template to an edition. Keys that the site's own data adds to `site` stay; of others, which Eleventy
 * merges, the theme's value is used.
 */
function useEdition(data: TemplateData, { data: { site, indigo } }: Edition, main: Edition): void {
  data.site = data.site === main.data.site ? site : { ...(data.site as object), ...site };
  data.indigo = indigo;
}

/** Returns the front matter `lang` in canonical letter case, if it is a valid language tag. */
function languageTag(lang: unknown): string | undefined {
  if (typeof lang !== "string" || lang === "") return undefined;
  try {
    return Intl.getCanonicalLocales(lang)[0];
  } catch {
    return undefined;
  }
}
