import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import type nunjucks from "nunjucks";
import type { EleventyConfig } from "../eleventy/api.js";
import { layoutsFolder } from "../paths.js";
import { LayoutLoader } from "./compiled-layouts.js";
import { ThemeLoader } from "./theme-loader.js";

/** The names of the theme's layouts. */
export const layouts = [
  "default",
  "page",
  "home",
  "post",
  "blog",
  "projects",
  "tags",
  "section",
  "not-found",
  "publications-page",
  "publication",
  "search",
];

/**
 * Offers the theme's layouts: `layout: page` works with no file in the site, and `{% extends "indigo/page.njk" %}` and
 * `{% include "indigo/nav.njk" %}` find the theme's files wherever the site has none of the same path. The theme's own of a
 * file that the site has in its place is `theme/nav.njk`.
 */
export function addLayouts(eleventyConfig: EleventyConfig): void {
  const folder = eleventyConfig.directories.layouts || eleventyConfig.directories.includes;
  const own = existsSync(folder) ? readdirSync(folder).map((name) => name.split(".")[0]) : [];
  for (const name of layouts.filter((layout) => !own.includes(layout)))
    addLayout(eleventyConfig, folder, name);
  eleventyConfig.amendLibrary("njk", addLoaders);
}

function addLayout(eleventyConfig: EleventyConfig, folder: string, name: string): void {
  const { input } = eleventyConfig.directories;
  const within = path.posix.relative(input, folder);
  if (!within.startsWith("..")) {
    eleventyConfig.addTemplate(
      path.posix.join(within, `${name}.indigo`),
      `{% extends "indigo/${name}.njk" %}`,
    );
    return;
  }
  // Eleventy takes a virtual template outside the input folder for a page; an alias leads to the file itself.
  const file = path.relative(folder, path.join(layoutsFolder, `indigo/${name}.njk`)).replaceAll("\\", "/");
  if (!eleventyConfig.layoutAliases[name]) eleventyConfig.addLayoutAlias(name, file);
}

/** Nunjucks gives a loader its cache when an environment is made of it. */
const withCache = (loader: nunjucks.ILoader): object => Object.assign(loader, { cache: {} });

/** Nunjucks looks in the order of the loaders, so that a file of the site's comes first. */
function addLoaders(environment: nunjucks.Environment): void {
  const { loaders } = environment as unknown as { loaders: object[] };
  loaders.push(withCache(new LayoutLoader()), withCache(new ThemeLoader()));
}
