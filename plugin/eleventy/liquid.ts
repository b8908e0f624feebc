import type { EleventyConfig } from "./api.js";
import type { LiquidFilter, LiquidTagFactory } from "./liquid-types.js";

/** Returns whether the site has a Liquid tag of this name. */
export const hasLiquidTag = ({ liquid }: EleventyConfig, name: string): boolean => name in liquid.tags;

/** Adds Liquid tags. A tag or shortcode of the site takes precedence. */
export function addLiquidTags(
  eleventyConfig: EleventyConfig,
  tags: Readonly<Record<string, LiquidTagFactory>>,
): void {
  const { liquid } = eleventyConfig;
  for (const [name, factory] of Object.entries(tags)) {
    const isTaken = [liquid.tags, liquid.shortcodes, liquid.pairedShortcodes].some((tags) => tags[name]);
    if (!isTaken) eleventyConfig.addLiquidTag(name, factory);
  }
}

/** Adds Liquid filters. A filter of the site takes precedence. */
export function addLiquidFilters(
  eleventyConfig: EleventyConfig,
  filters: Readonly<Record<string, LiquidFilter>>,
): void {
  for (const [name, filter] of Object.entries(filters)) {
    if (!isSiteFilter(eleventyConfig, name)) eleventyConfig.addLiquidFilter(name, filter);
  }
}

/** Returns whether the site, and not Eleventy itself, has added a filter. */
function isSiteFilter(eleventyConfig: EleventyConfig, name: string): boolean {
  const filter = eleventyConfig.liquid.filters[name];
  if (!filter || name !== "slugify") return Boolean(filter);
  // Eleventy does not mark its own filters. Its `slugify`, the only one that Jekyll has too, spells out symbols.
  try {
    return filter.call({}, "a♥") !== "a-love";
  } catch {
    return true;
  }
}

/** Sets Liquid options. Options of the site take precedence. */
export function setLiquidDefaults(eleventyConfig: EleventyConfig, options: Record<string, unknown>): void {
  eleventyConfig.setLiquidOptions({ ...options, ...eleventyConfig.liquid.options });
}
