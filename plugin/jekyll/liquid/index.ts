import type { EleventyConfig } from "../../eleventy/api.js";
import { addLiquidLimits, setLiquidDefaults } from "../../eleventy/liquid.js";
import type { JekyllContext } from "./context.js";
import { addJekyllFilters } from "./filters.js";
import { addJekyllTags } from "./tags.js";
import { toText } from "./values.js";

/**
 * Makes Eleventy's Liquid compatible with Jekyll's: tags, filters, and the output of dates, lists and hashes. Other template
 * languages do not change. Call it after the author's config: existing tags, filters and options of Liquid are kept.
 */
export function addJekyllLiquid(eleventyConfig: EleventyConfig, jekyll: JekyllContext): void {
  addJekyllTags(eleventyConfig, jekyll);
  addJekyllFilters(eleventyConfig, jekyll);
  addLiquidLimits(eleventyConfig);
  setLiquidDefaults(eleventyConfig, {
    // Jekyll renders undefined variables as empty.
    strictVariables: false,
    jsTruthy: false,
    timezoneOffset: jekyll.timeZone,
    locale: "en-US",
    outputEscape: (value: unknown) => toText(value, jekyll.timeZone),
  });
}

export { addFrameIncludes } from "./frame.js";
