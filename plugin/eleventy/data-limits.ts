import { validateAliases } from "../utils/alias-limit.js";
import { templateName } from "../utils/errors.js";
import { isNestedTooDeep, tooDeep } from "../utils/nesting-depth.js";
import type { EleventyConfig, FrontMatterParser } from "./api.js";
import { exposeFrontMatterEngines } from "./front-matter-engines.js";
import { restoreImpossibleDates } from "./impossible-dates.js";

/**
 * Limits how deep values in front matter and JSON data files are nested, and what YAML aliases can expand to, since Eleventy
 * copies data, and calls itself for each level. Keeps the parsers of the site. Call it after the author's config.
 *
 * @throws IndigoError during the build.
 */
export function addDataLimits(eleventyConfig: EleventyConfig): void {
  exposeFrontMatterEngines(eleventyConfig);
  const { yaml, json } = eleventyConfig.frontMatterParsingOptions?.engines ?? {};
  const engines: Record<string, FrontMatterParser> = {};
  if (typeof yaml === "function") {
    engines.yaml = limited((source, options) => {
      const data = yaml(source, options);
      validateAliases(data, frontMatterOf(options?.filePath));
      restoreImpossibleDates(data, source);
      return data;
    });
  }
  if (json === undefined || typeof json === "function") {
    engines.json = limited(json ?? ((source) => JSON.parse(source) as unknown));
  }
  eleventyConfig.setFrontMatterParsingOptions({ engines });
  if (!eleventyConfig.dataExtensions.has("json")) eleventyConfig.addDataExtension("json", parseJson);
}

/**
 * Parses JSON of a data file.
 *
 * @throws IndigoError for values nested too deep, and SyntaxError, which Eleventy reports with the file.
 */
export function parseJson(source: string, file: string): unknown {
  if (isNestedTooDeep(source)) throw tooDeep(templateName(file));
  return JSON.parse(source);
}

const frontMatterOf = (file: string | undefined): string =>
  `the front matter of ${file ? templateName(file) : "a template"}`;

const limited =
  (parse: FrontMatterParser): FrontMatterParser =>
  (source, options) => {
    if (isNestedTooDeep(source)) throw tooDeep(frontMatterOf(options?.filePath));
    return parse(source, options);
  };
