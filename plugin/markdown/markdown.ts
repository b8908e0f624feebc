import type { BuildIndex } from "../content/index.js";
import type { EleventyConfig, TemplateContext } from "../eleventy/api.js";
import { warnerOnce } from "../eleventy/warnings.js";
import type { Strings } from "../i18n/strings/types.js";
import type { PageLanguages } from "../options/page-language.js";
import type { Site } from "../options/site.js";
import { useAttributes } from "./attributes.js";
import { addCalloutShortcode, useCallouts } from "./callouts.js";
import { contentsOf } from "./contents.js";
import { addDiagramScripts, hasDiagram, useDiagrams } from "./diagrams.js";
import { useDivs } from "./divs.js";
import { ownEnvironment } from "./environment.js";
import { useFigures } from "./figures.js";
import { useFootnotes } from "./footnotes.js";
import { raiseGroupHeadings } from "./group-headings.js";
import { useHeadingIds } from "./headings.js";
import { useLazyImages } from "./images.js";
import { useInlineMarks } from "./inline-marks.js";
import { addTocFilters } from "./jekyll-toc.js";
import { textLinks } from "./links/links.js";
import { mathBudget, useMath } from "./math.js";
import { useNestingWarning } from "./nesting.js";
import { reachableSpoilers } from "./shortcodes.js";
import { useTables } from "./tables.js";
import { useTasks } from "./tasks.js";

/**
 * Adds the theme's extensions of Markdown, with their filters and scripts. In a Jekyll site, whose Markdown is kramdown,
 * it adds formulas and diagrams only. Must be called after the highlighter and kramdown, whose rules it changes.
 *
 * @throws IndigoError if an option needs a package that is not installed.
 */
export function addMarkdown(
  eleventyConfig: EleventyConfig,
  languages: PageLanguages,
  index: BuildIndex,
): void {
  const { site } = languages.main;
  const { math, mermaid, toc: isWanted } = site.writing;
  const warn = warnerOnce(eleventyConfig);
  const budget = mathBudget();
  eleventyConfig.on("eleventy.before", () => budget.clear());

  // Text
  const useLinks = site.jekyll ? undefined : textLinks(eleventyConfig, site);
  eleventyConfig.amendLibrary("md", (md) => {
    const stringsOf = (env: unknown): Strings =>
      (env as { site?: Partial<Site> } | undefined)?.site?.strings ?? site.strings;
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
    useInlineMarks(md);
    useTasks(md);
    useHeadingIds(md);
    useFootnotes(md, stringsOf);
    useCallouts(md, stringsOf);
    useFigures(md);
    useLazyImages(md);
    useTables(md);
    useLinks?.(md);
  });
  addCalloutShortcode(eleventyConfig, languages);

  // Scripts
  const scripts = mermaid ? addDiagramScripts(eleventyConfig) : [];
  eleventyConfig.addFilter("indigoDiagramScripts", (content: unknown) =>
    hasDiagram(content) ? scripts : [],
  );

  // Tables of contents
  eleventyConfig.addFilter(
    "indigoContents",
    (content: unknown, page: TemplateContext["page"], toc: unknown) =>
      contentsOf(content, {
        page,
        toc,
        isWanted: () => isWanted && index.content.post(String(page?.url)) !== undefined,
        isJekyll: site.jekyll,
      }),
  );
  addTocFilters(eleventyConfig);

  eleventyConfig.addFilter("indigoContent", (content: unknown) =>
    raiseGroupHeadings(reachableSpoilers(content)),
  );
}
