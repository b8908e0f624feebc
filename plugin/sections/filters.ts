import type { EleventyConfig } from "../eleventy/api.js";
import { addFilter } from "../eleventy/filters.js";
import type { PageLanguages } from "../options/page-language.js";
import { templateName } from "../utils/errors.js";
import { cardsOf } from "./cards.js";
import { coursePage } from "./schedule/course-page.js";
import type { Sections } from "./sections.js";
import { firstOf } from "./site-sections.js";

/**
 * Adds the filters of sections: `indigoSection` returns a section by its name, `indigoFirstOf` the first entries of
 * groups, `indigoCards` the entries of groups as cards of one grid, and `indigoCourse` the course with a schedule whose page it is.
 */
export function addSectionFilters(
  eleventyConfig: EleventyConfig,
  languages: PageLanguages,
  sections: Sections,
): void {
  addFilter(eleventyConfig, "indigoFirstOf", firstOf);
  addFilter(eleventyConfig, "indigoCards", cardsOf);
  addFilter(eleventyConfig, "indigoCourse", function (page: { inputPath?: string } | undefined) {
    return coursePage(page?.inputPath ?? "", sections, languages.of(this).site);
  });
  addFilter(eleventyConfig, "indigoSection", function (section, { inputPath }) {
    const { site } = languages.of(this);
    return sections.of(site).get(section, `the layout "section" of ${templateName(inputPath)}`);
  });
}
