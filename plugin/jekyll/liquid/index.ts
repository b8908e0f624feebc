import type { EleventyConfig } from "../../eleventy/api.js";
import {
  addLiquidLimits,
  addLiquidRewrite,
  addLiquidScopes,
  setLiquidDefaults,
} from "../../eleventy/liquid.js";
import { warnerOnce } from "../../eleventy/warnings.js";
import { templateName } from "../../utils/errors.js";
import { readText } from "../../utils/read-text.js";
import type { JekyllContext } from "./context.js";
import { addJekyllFilters } from "./filters.js";
import { readAsRuby } from "./scope.js";
import { addJekyllTags } from "./tags.js";
import { tolerantLiquid } from "./tolerant.js";
import { toText } from "./values.js";

export { addFrameIncludes } from "./frame.js";
export { hideDate } from "./scope.js";
export { blockContent, type RenderTag, tag, templateName } from "./tag.js";
export { compare } from "./values.js";

/**
 * Makes Eleventy's Liquid compatible with Jekyll's: tags, filters, and the output of dates, lists and hashes. Other template
 * languages do not change. Call it after the author's config: existing tags, filters and options of Liquid are kept.
 */
export function addJekyllLiquid(eleventyConfig: EleventyConfig, jekyll: JekyllContext): void {
  addJekyllTags(eleventyConfig, jekyll);
  addJekyllFilters(eleventyConfig, jekyll);
  addTolerance(eleventyConfig);
  addLiquidLimits(eleventyConfig);
  addLiquidScopes(eleventyConfig, readAsRuby);
  setLiquidDefaults(eleventyConfig, {
    // Jekyll renders undefined variables as empty.
    strictVariables: false,
    // Jekyll returns the value unchanged; `addTolerance` warns of it.
    strictFilters: false,
    jsTruthy: false,
    timezoneOffset: jekyll.timeZone,
    locale: "en-US",
    outputEscape: (value: unknown) => toText(value, jekyll.timeZone),
  });
}

/** Reads what Jekyll only warns of, with a warning that names file and line. */
function addTolerance(eleventyConfig: EleventyConfig): void {
  const warn = warnerOnce(eleventyConfig);
  addLiquidRewrite(eleventyConfig, (source, file, hasFilter) => {
    let before: number | undefined;
    return tolerantLiquid(source, hasFilter, ({ written, line, filter }) => {
      before ??= linesBefore(file, source);
      const place = `${templateName(file)}:${line + before}`;
      const shown = written.replaceAll(/\s+/g, " ");
      warn(
        filter === undefined
          ? `${shown} in ${place} is not correct Liquid, and is read as Jekyll reads it: correct it.`
          : `${shown} in ${place}: there is no filter "${filter}", which leaves the value as it is.`,
      );
    });
  });
}

/** Returns the number of lines of a file before the source of its template: those of its front matter. */
function linesBefore(file: string, source: string): number {
  try {
    const text = readText(file);
    return text.endsWith(source) ? text.slice(0, text.length - source.length).split("\n").length - 1 : 0;
  } catch {
    // A virtual template has no file.
    return 0;
  }
}
