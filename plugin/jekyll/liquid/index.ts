import type { EleventyConfig } from "../../eleventy/api.js";
import { addJekyllFilters } from "./filters.js";
import { addJekyllTags } from "./tags.js";
import { toText } from "./values.js";

/** What Jekyll's Liquid asks of a site. */
export interface JekyllContext {
  /**
   * Address of a post, without baseurl, by its file name without ending, such as `2024-02-01-width-and-transfer`;
   * undefined where there is none.
   */
  postUrl(name: string): string | undefined;
  /** Names that postUrl knows, for suggestions. */
  postNames(): string[];
  /** Address, without baseurl, of any source file by its path from the input folder (for `{% link %}`). */
  fileUrl(path: string): string | undefined;
  /** The site's address without slash at its end; empty where there is none. */
  url: string;
  /** Jekyll's baseurl: empty or such as `/sub`. */
  baseurl: string;
  /** IANA time zone of the site. */
  timeZone: string;
  /** Renders the theme's Nunjucks partial of this name. */
  renderPartial(name: string, context: object): string;
  /** A listing as `{% highlight %}` gives it. */
  highlightFigure(code: string, language: string, linenos: boolean): string;
}

/**
 * Makes Eleventy's Liquid do what Jekyll's does: its tags, its filters and how it writes dates, lists and hashes. It
 * changes nothing in other template languages. Call it after the author's config has run: a tag, filter or option of
 * Liquid that is there already stays.
 */
export function addJekyllLiquid(eleventyConfig: EleventyConfig, jekyll: JekyllContext): void {
  addJekyllTags(eleventyConfig, jekyll);
  addJekyllFilters(eleventyConfig, jekyll);
  eleventyConfig.setLiquidOptions({
    // A page of Jekyll's may name what is not there.
    strictVariables: false,
    jsTruthy: false,
    timezoneOffset: jekyll.timeZone,
    locale: "en-US",
    outputEscape: (value: unknown) => toText(value, jekyll.timeZone),
    ...eleventyConfig.liquid.options,
  });
}
