import { validateAliases } from "../utils/alias-limit.js";
import { templateName } from "../utils/errors.js";
import type { EleventyConfig } from "./api.js";

/**
 * Limits what YAML aliases in front matter can expand to, since Eleventy copies data. Keeps the parser of the site. Call it
 * after the author's config.
 *
 * @throws IndigoError during the build.
 */
export function addFrontMatterLimit(eleventyConfig: EleventyConfig): void {
  const parse = eleventyConfig.frontMatterParsingOptions?.engines?.yaml;
  if (typeof parse !== "function") return;
  eleventyConfig.setFrontMatterParsingOptions({
    engines: {
      yaml: (source, options) => {
        const data = parse(source, options);
        const file = options?.filePath;
        validateAliases(data, `the front matter of ${file ? templateName(file) : "a template"}`);
        return data;
      },
    },
  });
}
