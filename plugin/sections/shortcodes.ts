import type { EleventyConfig, TemplateContext } from "../eleventy/api.js";
import { hasLiquidTag } from "../eleventy/liquid.js";
import { shortcodeArguments } from "../eleventy/shortcode-arguments.js";
import { offerShortcode } from "../eleventy/shortcodes.js";
import { callingPage, callingTemplate } from "../eleventy/template-context.js";
import type { PageLanguages } from "../options/page-language.js";
import type { RenderPartial } from "../templates/partials.js";
import { IndigoError } from "../utils/errors.js";
import { readSectionChoice, selectGroups } from "./choice.js";
import { withoutBlankLines } from "./html-fragments.js";
import { sectionNames } from "./registry.js";
import type { SectionRelations } from "./relations.js";
import type { Entry } from "./section.js";
import type { Sections } from "./sections.js";

/**
 * Adds a shortcode for each section, under its name, for every template language: `{% news 3 %}` shows the first three
 * entries, `{% people "PhD students" %}` one group, `{% talks "2024 limit 3" %}` the first three of one, `{% teaching %}`
 * all, `{% talks "person ada" %}` those of a person. In Nunjucks also `{% people group="PhD students", limit=3 %}`. Each throws an IndigoError that names the template
 * if the section is off or has no such group. A shortcode of the author's own with the same name takes precedence.
 */
export function addSectionShortcodes(
  eleventyConfig: EleventyConfig,
  languages: PageLanguages,
  sections: Sections,
  renderPartial: RenderPartial,
  relations: SectionRelations,
): void {
  for (const name of sectionNames) {
    if (hasLiquidTag(eleventyConfig, name)) continue;
    offerShortcode(eleventyConfig, name, function (this: TemplateContext, ...args: unknown[]) {
      const {
        positional: [first],
        named,
      } = shortcodeArguments(args);
      const template = callingTemplate(this);
      const call = `{% ${[name, ...(first === undefined ? [] : [JSON.stringify(first)])].join(" ")} %} in ${template}`;
      const { site, data } = languages.of(this);
      const section = sections.of(site).get(name, call);
      const choice = readSectionChoice(first, named);
      if (!choice) {
        throw new IndigoError(
          `${call} must have a number such as 3, a group, "limit 3" or nothing${Object.keys(named).length > 0 ? "; the named arguments are group, limit, person, project and publication" : ""}.`,
        );
      }
      if (section.count === 0) return "";
      const groups = selectGroups(section, choice, call, relations);
      // Read here, so that Eleventy itself catches the error of a text that is not rendered yet, and retries later.
      for (const { entries } of groups) for (const entry of entries) void (entry as Partial<Entry>).html;
      return withoutBlankLines(
        renderPartial(section.groupsPartial, { ...data, page: callingPage(this), shown: section, groups }),
      );
    });
  }
}
