import type { BuildIndex } from "../content/index.js";
import type { EleventyConfig, TemplateContext } from "../eleventy/api.js";
import { onBuildStart } from "../eleventy/build-start.js";
import { addFilter } from "../eleventy/filters.js";
import { warnerOnce } from "../eleventy/warnings.js";
import type { Strings } from "../i18n/strings/types.js";
import type { PageLanguages } from "../options/page-language.js";
import type { Site } from "../options/site.js";
import { useAttributes } from "./attributes.js";
import { addBlockShortcodes, useBlocks, useMargin, withoutLargerViews } from "./blocks/index.js";
import { addCalloutShortcode, useCallouts } from "./callouts.js";
import { contentsOf, isAtSide, openingOf } from "./contents.js";
import { addDiagramScripts, hasDiagram, useDiagrams } from "./diagrams.js";
import { useDivs } from "./divs.js";
import { ownEnvironment, type PageEnvironment, placeIn } from "./environment.js";
import { useFigures } from "./figures.js";
import { useFootnotes } from "./footnotes.js";
import { raiseGroupHeadings } from "./group-headings.js";
import { useHeadingIds } from "./headings.js";
import { useLazyImages } from "./images.js";
import { useInlineMarks } from "./inline-marks.js";
import { addTocFilters } from "./jekyll-toc.js";
import { textLinks } from "./links/links.js";
import { mathBudget, useMath } from "./math/math.js";
import { useNestingWarning } from "./nesting.js";
import { keptNumbers, type NumberingOptions, statementKinds, useNumbering } from "./numbering/index.js";
import { reachableSpoilers } from "./shortcodes.js";
import { hasSideNotes, withSideNotes } from "./side-notes.js";
import { useSpans } from "./spans.js";
import { useTables } from "./tables.js";
import { useTasks } from "./tasks.js";

/**
 * Adds the theme's extensions of Markdown, with their filters and scripts. In a Jekyll site, whose Markdown is kramdown,
 * it adds formulas and diagrams only. Must be called after the highlighter, kramdown and citations, whose rules it changes.
 *
 * @param isWork - Returns whether a key is one of a work that a page can cite.
 * @throws IndigoError if an option needs a package that is not installed.
 */
export function addMarkdown(
  eleventyConfig: EleventyConfig,
  languages: PageLanguages,
  index: BuildIndex,
  isWork: NumberingOptions["isWork"],
): void {
  const { site } = languages.main;
  const { math, mermaid, toc: wantedContents, embeds, images } = site.writing;
  const warn = warnerOnce(eleventyConfig);
  const budget = mathBudget();
  const kept = keptNumbers();
  onBuildStart(eleventyConfig, () => {
    budget.clear();
    kept.clear();
  });

  // Text
  const useLinks = site.jekyll ? undefined : textLinks(eleventyConfig, site);
  eleventyConfig.amendLibrary("md", (md) => {
    const siteOf = (env: unknown): Partial<Site> =>
      (env as { site?: Partial<Site> } | undefined)?.site ?? site;
    const stringsOf = (env: unknown): Strings => siteOf(env).strings ?? site.strings;
    if (math) {
      const macros = math === true ? {} : math.macros;
      useMath(md, { macros, isKramdown: site.jekyll, stringsOf, budget, warn });
    }
    if (mermaid) useDiagrams(md);
    useNestingWarning(md, warn);
    if (site.jekyll) return;
    md.core.ruler.before("normalize", "indigo_environment", ownEnvironment);
    useAttributes(md);
    useDivs(md, warn);
    useSpans(md);
    useInlineMarks(md);
    useTasks(md);
    useHeadingIds(md);
    useFootnotes(md, stringsOf);
    useCallouts(md, stringsOf);
    useFigures(md);
    useLazyImages(md);
    useTables(md);
    useBlocks(md, {
      stringsOf,
      mediaOf: (env) => ({
        strings: stringsOf(env),
        language: siteOf(env).language ?? site.language,
        embeds,
        siteUrl: site.url,
        warn: (problem, source) => warn(`in ${placeIn(env as PageEnvironment, source)}, ${problem}`),
      }),
      isResponsive: images !== false,
      others: statementKinds,
      warn,
    });
    useMargin(md);
    useNumbering(md, { defaults: site.numbering, stringsOf, isWork, kept, warn });
    useLinks?.(md);
  });
  addCalloutShortcode(eleventyConfig, languages);
  // Themes of Jekyll have tags of the same names.
  if (!site.jekyll) addBlockShortcodes(eleventyConfig, languages, warn);

  // Scripts
  const scripts = mermaid ? addDiagramScripts(eleventyConfig) : [];
  addFilter(eleventyConfig, "indigoDiagramScripts", (content: unknown) =>
    hasDiagram(content) ? scripts : [],
  );

  // Tables of contents
  addFilter(
    eleventyConfig,
    "indigoContents",
    (content: unknown, page: TemplateContext["page"], toc: unknown) =>
      contentsOf(content, {
        page,
        toc,
        isWanted: () => wantedContents !== false && index.content.post(String(page?.url)) !== undefined,
        isJekyll: site.jekyll,
        warn,
      }),
  );
  addFilter(eleventyConfig, "indigoContentsAtSide", (toc: unknown) => isAtSide(toc, wantedContents));
  addFilter(eleventyConfig, "indigoOpening", openingOf);
  addTocFilters(eleventyConfig);

  addFilter(eleventyConfig, "indigoFeedContent", withoutLargerViews);

  // Footnotes beside the text
  const sideNotes = { option: site.writing.footnotes, warn };
  addFilter(
    eleventyConfig,
    "indigoHasSideNotes",
    (content: unknown, page: TemplateContext["page"], own: unknown) =>
      hasSideNotes(content, { ...sideNotes, page, own }),
  );
  addFilter(
    eleventyConfig,
    "indigoContent",
    (content: unknown, page?: TemplateContext["page"], own?: unknown) =>
      withSideNotes(raiseGroupHeadings(reachableSpoilers(content)), { ...sideNotes, page, own }),
  );
}
