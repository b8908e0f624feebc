import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import type { EleventyConfig, TemplateContext } from "../../eleventy/api.js";
import { onBuildStart } from "../../eleventy/build-start.js";
import { liquidLibrary } from "../../eleventy/liquid.js";
import type { LiquidScope } from "../../eleventy/liquid-types.js";
import { layoutNames } from "../../templates/theme-files.js";
import { memoize } from "../../utils/memoize.js";
import { readText } from "../../utils/read-text.js";

/** The includes of Indigo that are parts of the theme's frame, with the part that each is. */
const frameIncludes: Readonly<Record<string, string>> = {
  "header.html": "header",
  "footer.html": "footer",
  "nav.html": "nav",
};

/** The key in the data of an include that the frame renders. */
const rendersFrame = "indigoFrame";

/**
 * Adds the shortcode `{% indigoInclude "footer.html" %}` in Nunjucks, which renders an include of Jekyll: a part of the theme
 * can then be the author's include.
 */
export function addFrameIncludes(eleventyConfig: EleventyConfig): void {
  const engine = liquidLibrary(eleventyConfig);
  eleventyConfig.addNunjucksShortcode("indigoInclude", function (this: TemplateContext, file: unknown) {
    const liquid = engine();
    if (!liquid) return "";
    // Not asynchronous: Nunjucks loses what an include inside a condition renders later.
    const templates = liquid.parse(`{% include ${String(file)} %}`);
    const { page, title } = this.ctx as { page?: { title?: unknown }; title?: unknown };
    return liquid.renderSync(templates, {
      ...this.ctx,
      // The theme's own pages have a title only among the data, and includes ask which page it is.
      page: page && page.title === undefined && title !== undefined ? { ...page, title } : page,
      // In Jekyll, an include sets it itself.
      showHeader: undefined,
      [rendersFrame]: true,
    });
  });
}

/**
 * Returns a function that tests whether an include is already in the frame around a page: its layouts end in one of the
 * theme's, which has header, navigation and footer. If the site's own include is not that part of the frame, it is rendered
 * where it is.
 */
export function frameTest(eleventyConfig: EleventyConfig): (name: string, scope: LiquidScope) => boolean {
  let isFramed = memoize((layout: string) => endsInTheme(eleventyConfig, layout));
  onBuildStart(eleventyConfig, () => {
    isFramed = memoize((layout) => endsInTheme(eleventyConfig, layout));
  });
  return (name, scope) => {
    const part = Object.hasOwn(frameIncludes, name) ? frameIncludes[name] : undefined;
    if (part === undefined || scope.get([rendersFrame]) === true) return false;
    const layout = scope.get(["page", "layout"]);
    if (typeof layout !== "string" || !isFramed(layout)) return false;
    const { includes } = eleventyConfig.directories;
    return (
      !existsSync(path.join(includes, name)) ||
      existsSync(path.join(includes, `indigo/parts/${part}.njk`)) ||
      // The header has the navigation.
      (part === "nav" && existsSync(path.join(includes, "indigo/parts/header.njk")))
    );
  };
}

/** Returns whether the layouts of a page end in one of the theme's. */
function endsInTheme({ directories }: EleventyConfig, layout: string): boolean {
  const folder = directories.layouts || directories.includes;
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const seen = new Set<string>();
  for (let name = layout; !seen.has(name); ) {
    seen.add(name);
    const file = files.find((each) => each === name || path.parse(each).name === name);
    if (file === undefined) return layoutNames().includes(name);
    const [, next] =
      /^---\s*\n(?:[\s\S]*?\n)?layout:[ \t]*["']?([^\s"'#]+)[\s\S]*?\n---/.exec(
        readText(path.join(folder, file)).replaceAll("\r\n", "\n"),
      ) ?? [];
    if (next === undefined || next === "null" || next === "none") return false;
    name = next;
  }
  return false;
}
