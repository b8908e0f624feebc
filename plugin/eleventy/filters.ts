import type { EleventyConfig, TemplateFunction } from "./api.js";

/** The plugin's filters, by what Eleventy made of them. */
const originals = new WeakMap<object, TemplateFunction>();

/**
 * Adds a filter for every template language. Use it in place of Eleventy's own method, so that {@link ownFilter} finds the
 * filter.
 */
export function addFilter(eleventyConfig: EleventyConfig, name: string, filter: TemplateFunction): void {
  eleventyConfig.addFilter(name, filter);
  const registered = eleventyConfig.nunjucks.filters[name];
  if (registered) originals.set(registered, filter);
}

/**
 * Returns a filter of the plugin without the functions that Eleventy puts around it, which measure its time and set `this`. They
 * take as long as a simple filter itself.
 *
 * @returns `undefined` if the plugin has no such filter, or if the site has replaced it.
 */
export function ownFilter(eleventyConfig: EleventyConfig, name: string): TemplateFunction | undefined {
  const registered = eleventyConfig.nunjucks.filters[name];
  return registered && originals.get(registered);
}
