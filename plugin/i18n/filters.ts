import type { EleventyConfig, TemplateContext } from "../eleventy/api.js";
import { addFilter } from "../eleventy/filters.js";
import { type DateFormatter, feedDate } from "./dates.js";
import { fill } from "./fill.js";

/** Finds the date formatter for the page that calls a filter. */
interface DateLanguages {
  main: { dates: DateFormatter };
  of(context: TemplateContext): { dates: DateFormatter };
}

/**
 * Adds the filters of dates and UI strings: `indigoDate` (a date and the name of a format), `indigoIsoDate`,
 * `indigoFeedDate`, and `indigoFill` (a UI string and the values of its placeholders).
 */
export function addLanguageFilters(eleventyConfig: EleventyConfig, languages: DateLanguages): void {
  addFilter(eleventyConfig, "indigoDate", function (date, format) {
    return languages.of(this).dates.inWords(date, format);
  });
  addFilter(eleventyConfig, "indigoIsoDate", languages.main.dates.iso);
  addFilter(eleventyConfig, "indigoFeedDate", feedDate);
  addFilter(eleventyConfig, "indigoFill", fill);
}
