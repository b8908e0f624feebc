import nunjucks from "nunjucks";
import type { EleventyConfig } from "../eleventy/api.js";
import type { Warn } from "../eleventy/warnings.js";
import { layoutsFolder } from "../paths.js";
import { ThemeLoader } from "./theme-loader.js";

/** Renders one of the theme's partials, or the site's file of the same path. */
export type RenderPartial = (name: string, context: object) => string;

/**
 * Partials for shortcodes, which run in every template language and so cannot count on Eleventy's Nunjucks being there.
 * The site's filters work in them as they do in its layouts.
 */
export function partialRenderer(eleventyConfig: EleventyConfig, warn: Warn): RenderPartial {
  let environment: nunjucks.Environment | undefined;
  // A changed partial of the site's must show in the next build of a watching Eleventy.
  eleventyConfig.on("eleventy.before", () => {
    environment = undefined;
  });
  return (name, context) => {
    environment ??= createEnvironment(eleventyConfig, warn);
    return environment.render(name, context);
  };
}

function createEnvironment(eleventyConfig: EleventyConfig, warn: Warn): nunjucks.Environment {
  const site = new nunjucks.FileSystemLoader(eleventyConfig.directories.includes);
  const theme = new nunjucks.FileSystemLoader(layoutsFolder);
  const environment = new nunjucks.Environment([site, new ThemeLoader(theme, site, warn)], {
    trimBlocks: true,
    lstripBlocks: true,
  });
  for (const [name, filter] of Object.entries(eleventyConfig.getFilters()))
    environment.addFilter(name, filter);
  return environment;
}
