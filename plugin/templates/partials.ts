import nunjucks from "nunjucks";
import type { EleventyConfig } from "../eleventy/api.js";
import { onBuildStart } from "../eleventy/build-start.js";
import type { Warn } from "../eleventy/warnings.js";
import { layoutsFolder } from "../paths.js";
import { FastTemplates } from "./template-functions.js";
import { ThemeLoader } from "./theme-loader.js";

/** Options of Nunjucks for partials. Their HTML may stand in Markdown, where a blank line would end it. */
export const partialOptions = { trimBlocks: true, lstripBlocks: true } as const;

/** Renders a partial of the theme, or the site's file of the same path. */
export type RenderPartial = (name: string, context: object) => string;

/**
 * Returns a function that renders partials for shortcodes, which run in every template language and so can't use Eleventy's
 * Nunjucks environment. The site's filters work in partials as in its layouts.
 */
export function partialRenderer(eleventyConfig: EleventyConfig, warn: Warn): RenderPartial {
  let environment: nunjucks.Environment | undefined;
  const fast = new FastTemplates(eleventyConfig, "partials", [eleventyConfig.directories.includes]);
  // A new environment for each build, so that changed partials of the site take effect while it is served.
  onBuildStart(eleventyConfig, () => {
    environment = undefined;
    fast.reset();
  });
  return (name, context) => {
    environment ??= createEnvironment(eleventyConfig, warn);
    return fast.render(name, environment, context) ?? environment.render(name, context);
  };
}

function createEnvironment(eleventyConfig: EleventyConfig, warn: Warn): nunjucks.Environment {
  const site = new nunjucks.FileSystemLoader(eleventyConfig.directories.includes);
  const theme = new nunjucks.FileSystemLoader(layoutsFolder);
  const environment = new nunjucks.Environment([site, new ThemeLoader(theme, site, warn)], partialOptions);
  for (const [name, filter] of Object.entries(eleventyConfig.getFilters()))
    environment.addFilter(name, filter);
  return environment;
}
