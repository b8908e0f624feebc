import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { EleventyConfig, FrontMatterEngine, FrontMatterParser } from "./api.js";
import { findEleventy } from "./programmatic-build.js";

const hidden = new WeakSet<EleventyConfig>();

/** Returns whether Eleventy copies the options of front matter for each template, as version 4 does. */
export const copiesFrontMatterOptions = (eleventyConfig: EleventyConfig): boolean =>
  hidden.has(eleventyConfig);

/**
 * Makes Eleventy's own parsers of front matter options, as they are in Eleventy 3, so that they can be wrapped. Eleventy 4 adds
 * them for each template, under the options of the site: they are loaded from its package. Parsers of the site stay.
 */
export function exposeFrontMatterEngines(eleventyConfig: EleventyConfig): void {
  const options = eleventyConfig.frontMatterParsingOptions;
  // Eleventy 3 has an engine of this name, which only fails.
  if (!options || (options.engines && "node" in options.engines)) return;
  hidden.add(eleventyConfig);
  const eleventy = findEleventy(process.cwd());
  const javascript: FrontMatterParser = async (source, context) => {
    const { default: parse } = (await import(
      new URL("Engines/FrontMatter/JavaScript.js", eleventy).href
    )) as {
      default: FrontMatterParser;
    };
    return parse(source, context);
  };
  const yaml: FrontMatterParser = (source) => yamlOf(fileURLToPath(eleventy)).parse(source);
  eleventyConfig.setFrontMatterParsingOptions({
    engines: { yaml, javascript, js: javascript, ...options.engines },
  });
}

/** Returns the YAML parser of the gray-matter that Eleventy uses. */
function yamlOf(eleventy: string): Exclude<FrontMatterEngine, FrontMatterParser> {
  const { engines } = createRequire(eleventy)("@11ty/gray-matter") as {
    engines: { yaml: Exclude<FrontMatterEngine, FrontMatterParser> };
  };
  return engines.yaml;
}
