import type { EleventyConfig } from "./api.js";
import type { LiquidFilter, LiquidTagFactory } from "./liquid-types.js";

/** Whether the author has a tag of this name. */
export const hasLiquidTag = ({ liquid }: EleventyConfig, name: string): boolean => name in liquid.tags;

/** Adds tags to Liquid; a tag or shortcode of the author's of the same name stays. */
export function addLiquidTags(
  eleventyConfig: EleventyConfig,
  tags: Readonly<Record<string, LiquidTagFactory>>,
): void {
  const { liquid } = eleventyConfig;
  for (const [name, factory] of Object.entries(tags)) {
    const isThere = [liquid.tags, liquid.shortcodes, liquid.pairedShortcodes].some((known) => known[name]);
    if (!isThere) eleventyConfig.addLiquidTag(name, factory);
  }
}

/** Adds filters to Liquid; a filter of the author's of the same name stays. */
export function addLiquidFilters(
  eleventyConfig: EleventyConfig,
  filters: Readonly<Record<string, LiquidFilter>>,
): void {
  for (const [name, filter] of Object.entries(filters)) {
    if (!isAuthors(eleventyConfig, name)) eleventyConfig.addLiquidFilter(name, filter);
  }
}

/** Whether the author, and not Eleventy itself, has added a filter. */
function isAuthors(eleventyConfig: EleventyConfig, name: string): boolean {
  const there = eleventyConfig.liquid.filters[name];
  if (!there || name !== "slugify") return Boolean(there);
  // Eleventy does not say which filters are its own. Its `slugify`, the only one that Jekyll has too, spells out symbols.
  try {
    return there.call({}, "a♥") !== "a-love";
  } catch {
    return true;
  }
}

/** Sets options of Liquid; those that the author has set stay. */
export function setLiquidDefaults(eleventyConfig: EleventyConfig, options: Record<string, unknown>): void {
  eleventyConfig.setLiquidOptions({ ...options, ...eleventyConfig.liquid.options });
}
