import type { EleventyConfig } from "../../eleventy/api.js";
import { setLiquidDefaults } from "../../eleventy/liquid.js";
import type { JekyllContext } from "./context.js";
import { addJekyllFilters } from "./filters.js";
import { addJekyllTags } from "./tags.js";
import { toText } from "./values.js";

/**
 * Makes Eleventy's Liquid do what Jekyll's does: its tags, its filters and how it writes dates, lists and hashes. It
 * changes nothing in other template languages. Call it after the author's config has run: a tag, filter or option of
 * Liquid that is there already stays.
 */
export function addJekyllLiquid(eleventyConfig: EleventyConfig, jekyll: JekyllContext): void {
  addJekyllTags(eleventyConfig, jekyll);
  addJekyllFilters(eleventyConfig, jekyll);
  setLiquidDefaults(eleventyConfig, {
    // A page of Jekyll's may name what is not there.
    strictVariables: false,
    jsTruthy: false,
    timezoneOffset: jekyll.timeZone,
    locale: "en-US",
    outputEscape: (value: unknown) => toText(value, jekyll.timeZone),
  });
}
