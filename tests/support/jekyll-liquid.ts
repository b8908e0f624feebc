import { Liquid } from "liquidjs";
import type { EleventyConfig } from "../../plugin/eleventy/api.ts";
import { addJekyllLiquid } from "../../plugin/jekyll/liquid/index.ts";

/**
 * Returns a function that renders a template with Jekyll's Liquid, without a build.
 *
 * @param includes - The folder of includes.
 * @param own - Liquid options of the site.
 */
export function jekyllLiquid(includes: string, own: object = {}): (source: string, data?: object) => string {
  let options = own;
  const filters: Record<string, unknown> = {};
  const tags: Record<string, (engine: Liquid) => unknown> = {};
  const amended: ((engine: unknown) => void)[] = [];
  addJekyllLiquid(
    {
      directories: { includes },
      liquid: { options, filters: {}, tags: {}, shortcodes: {}, pairedShortcodes: {} },
      on: () => {},
      addLiquidTag: (name: string, tag: (engine: Liquid) => unknown) => {
        tags[name] = tag;
      },
      addLiquidFilter: (name: string, filter: unknown) => {
        filters[name] = filter;
      },
      setLiquidOptions: (more: object) => {
        options = { ...options, ...more };
      },
      amendLibrary: (engine: string, amend: (engine: unknown) => void) => {
        if (engine === "liquid") amended.push(amend);
      },
    } as unknown as EleventyConfig,
    {
      postUrl: () => undefined,
      postNames: () => [],
      fileUrl: () => undefined,
      url: "",
      baseurl: "",
      timeZone: "UTC",
      renderPartial: () => "",
      highlightFigure: (code) => code,
      compileSass: (source) => source,
    },
  );
  const engine = new Liquid({ strictFilters: true, ...options });
  for (const [name, filter] of Object.entries(filters)) engine.registerFilter(name, filter as never);
  for (const [name, tag] of Object.entries(tags)) engine.registerTag(name, tag(engine) as never);
  for (const amend of amended) amend(engine);
  return (source, data = {}) => String(engine.renderSync(engine.parse(source), data));
}
