import type { EleventyConfig, TemplateFunction } from "./api.js";

const engines = ["liquid", "nunjucks", "javascript"] as const;
type Engine = (typeof engines)[number];

const kinds = ["shortcodes", "pairedShortcodes", "asyncShortcodes", "asyncPairedShortcodes"];

/**
 * Adds a shortcode in every template language, except those in which the site has one of the same name.
 *
 * @param without - A language in which a tag takes its place.
 */
export function offerShortcode(
  eleventyConfig: EleventyConfig,
  name: string,
  shortcode: TemplateFunction,
  without?: Engine,
): void {
  offer(
    eleventyConfig,
    name,
    {
      all: () => eleventyConfig.addShortcode(name, shortcode),
      liquid: () => eleventyConfig.addLiquidShortcode(name, shortcode),
      nunjucks: () => eleventyConfig.addNunjucksShortcode(name, shortcode),
      javascript: () => eleventyConfig.addJavaScriptShortcode(name, shortcode),
    },
    without,
  );
}

/** Adds a paired shortcode; see {@link offerShortcode}. */
export function offerPairedShortcode(
  eleventyConfig: EleventyConfig,
  name: string,
  shortcode: TemplateFunction,
): void {
  offer(eleventyConfig, name, {
    all: () => eleventyConfig.addPairedShortcode(name, shortcode),
    liquid: () => eleventyConfig.addPairedLiquidShortcode(name, shortcode),
    nunjucks: () => eleventyConfig.addPairedNunjucksShortcode(name, shortcode),
    javascript: () => eleventyConfig.addPairedJavaScriptShortcode(name, shortcode),
  });
}

function offer(
  eleventyConfig: EleventyConfig,
  name: string,
  add: Record<Engine | "all", () => void>,
  without?: Engine,
): void {
  const free = engines.filter((engine) => engine !== without && !hasShortcode(eleventyConfig[engine], name));
  if (free.length === engines.length) add.all();
  else for (const engine of free) add[engine]();
}

const hasShortcode = (engine: object, name: string): boolean =>
  kinds.some((kind) => name in ((engine as Record<string, object | undefined>)[kind] ?? {}));
