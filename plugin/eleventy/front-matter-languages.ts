import { templateName } from "../utils/errors.js";
import type { EleventyConfig, FrontMatterEngine, FrontMatterParser } from "./api.js";
import { warnerOnce } from "./warnings.js";

/** Languages that are data. */
const dataLanguages = new Set(["yaml", "json"]);

/**
 * Keeps Eleventy from executing front matter in JavaScript and other languages, except in files that are Eleventy's own, such
 * as Nunjucks templates. Call it after the author's config.
 *
 * @param isData - Returns whether a file has no code in its front matter.
 */
export function addFrontMatterLanguages(
  eleventyConfig: EleventyConfig,
  isData: (file: string) => boolean,
): void {
  const warn = warnerOnce(eleventyConfig);
  const guarded =
    (language: string, parse: FrontMatterParser): FrontMatterParser =>
    (source, options) => {
      const file = options?.filePath;
      if (file === undefined || !isData(file)) return parse(source, options);
      warn(
        `${templateName(file)} has front matter in the language "${language}", which Jekyll does not read: write it in YAML.`,
      );
      return {};
    };
  const engines: Record<string, FrontMatterEngine> = {};
  for (const [language, engine] of Object.entries(eleventyConfig.frontMatterParsingOptions?.engines ?? {})) {
    if (dataLanguages.has(language)) continue;
    // As an object it would be merged into the object of gray-matter, which all builds of a process share. Eleventy's
    // engine for JavaScript, which is guarded itself, calls this method of another one.
    engines[language] =
      typeof engine === "function"
        ? guarded(language, engine)
        : Object.assign(guarded(language, engine.parse.bind(engine)), { parse: engine.parse });
  }
  eleventyConfig.setFrontMatterParsingOptions({ engines });
}
