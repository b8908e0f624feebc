import { IndigoError, templateName } from "../utils/errors.js";
import type { EleventyConfig } from "./api.js";
import type {
  LiquidEngine,
  LiquidFilter,
  LiquidLimit,
  LiquidScope,
  LiquidTagFactory,
} from "./liquid-types.js";
import { loadEngine } from "./markdown-library.js";

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

/** What liquidjs says of each limit, its unit, and a value that no ordinary page reaches. */
const limits: Readonly<Record<LiquidLimit, { resource: string; unit: string; value: number }>> = {
  parseLimit: { resource: "parse length", unit: "characters", value: 20_000_000 },
  // Ten minutes, since Eleventy renders all pages at the same time.
  renderLimit: { resource: "template render", unit: "milliseconds", value: 600_000 },
  memoryLimit: { resource: "memory alloc", unit: "characters and list items", value: 100_000_000 },
};
const limitNames = Object.keys(limits) as LiquidLimit[];

/** Limits what a Liquid template can use. Limits of the site take precedence. */
export function addLiquidLimits(eleventyConfig: EleventyConfig): void {
  setLiquidDefaults(eleventyConfig, Object.fromEntries(limitNames.map((name) => [name, limits[name].value])));
  eleventyConfig.amendLibrary("liquid", (engine) => {
    /** Returns an error that names file and limit for one of liquidjs that names neither. */
    const readable = (error: unknown, file: string | undefined): unknown => {
      const name = limitNames.find((each) =>
        String(error).includes(`${limits[each].resource} limit exceeded`),
      );
      if (!name) return error;
      const amount = `${engine.options[name].toLocaleString("en-US")} ${limits[name].unit}`;
      return new IndigoError(
        `the Liquid in ${file ? templateName(file) : "a template"} exceeds ${name}, which is ${amount}. Shorten its loops and includes, or set ${name} with eleventyConfig.setLiquidOptions().`,
      );
    };
    const { parse, render } = engine;
    engine.parse = (source, file) => {
      try {
        return parse.call(engine, source, file);
      } catch (error) {
        throw readable(error, file);
      }
    };
    engine.render = async (templates, data, options) => {
      try {
        return await render.call(engine, templates, data, options);
      } catch (error) {
        throw readable(error, (data as { page?: { inputPath?: string } }).page?.inputPath);
      }
    };
  });
}

/**
 * Rewrites the source of each Liquid file before it is parsed.
 *
 * @param rewrite - Takes the source, the file, and a test whether a filter exists.
 */
export function addLiquidRewrite(
  eleventyConfig: EleventyConfig,
  rewrite: (source: string, file: string, hasFilter: (name: string) => boolean) => string,
): void {
  eleventyConfig.amendLibrary("liquid", (engine) => {
    const { parse } = engine;
    const hasFilter = (name: string): boolean => Object.hasOwn(engine.filters, name);
    engine.parse = (source, file) =>
      parse.call(engine, file === undefined ? source : rewrite(String(source), file, hasFilter), file);
  });
}

/**
 * Prepares the values of each template before it is rendered, such as how a property is read.
 *
 * @param prepare - Changes the scope. Called once for each.
 */
export function addLiquidScopes(eleventyConfig: EleventyConfig, prepare: (scope: LiquidScope) => void): void {
  eleventyConfig.amendLibrary("liquid", ({ renderer }) => {
    const prepared = new WeakSet<LiquidScope>();
    const { renderTemplates } = renderer;
    renderer.renderTemplates = (templates, scope, emitter) => {
      if (!prepared.has(scope)) {
        prepared.add(scope);
        prepare(scope);
      }
      return renderTemplates.call(renderer, templates, scope, emitter);
    };
  });
}

/**
 * Finds the Liquid engine that renders the site's pages. Call it in the configuration phase.
 *
 * @returns A function that returns the engine while pages are rendered.
 */
export function liquidLibrary(eleventyConfig: EleventyConfig): () => LiquidEngine | undefined {
  let library: LiquidEngine | undefined;
  eleventyConfig.amendLibrary("liquid", (engine) => {
    library = engine;
  });
  // Eleventy creates it for the first page in Liquid, which may be missing.
  loadEngine(eleventyConfig, "liquid");
  return () => library;
}
