import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import nunjucks from "nunjucks";
import type { EleventyConfig } from "../eleventy/api.js";
import type { Warn } from "../eleventy/warnings.js";
import { layoutsFolder } from "../paths.js";
import { LayoutLoader } from "./prebuilt-layouts.js";
import { layoutNames } from "./theme-files.js";
import { ThemeLoader } from "./theme-loader.js";

/** Nunjucks' environment, with what its declarations lack. */
interface Environment extends nunjucks.Environment {
  loaders: nunjucks.ILoader[];
  invalidateCache(): void;
}

/**
 * Offers the theme's layouts: `layout: page` works with no file in the site, and `{% extends "indigo/page.njk" %}` and
 * `{% include "indigo/parts/nav.njk" %}` find the theme's files unless the site has one of the same path. The theme's own
 * version of a file that the site replaces is `theme/parts/nav.njk`.
 */
export function addLayouts(eleventyConfig: EleventyConfig, warn: Warn): void {
  const folder = eleventyConfig.directories.layouts || eleventyConfig.directories.includes;
  const own = existsSync(folder) ? readdirSync(folder).map((name) => name.split(".")[0]) : [];
  for (const name of layoutNames().filter((layout) => !own.includes(layout)))
    addLayout(eleventyConfig, folder, name);
  addLoader(eleventyConfig, warn);
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

/** Adds a loader after Eleventy's own, so that a file of the site's comes first. */
function addLoader(eleventyConfig: EleventyConfig, warn: Warn): void {
  const { includes } = eleventyConfig.directories;
  const environments: WeakRef<Environment>[] = [];
  eleventyConfig.amendLibrary("njk", (environment) => {
    environments.push(new WeakRef(environment as Environment));
    // Eleventy looks in the same two folders.
    const site = new nunjucks.FileSystemLoader([includes, "."]);
    (environment as Environment).loaders.push(new ThemeLoader(new LayoutLoader(), site, warn));
  });

  // Each build has a new environment, but Eleventy keeps layouts, and they keep the one that they were compiled in.
  let parts = "";
  eleventyConfig.on("eleventy.before", () => {
    const before = parts;
    parts = stateOf(path.join(includes, "indigo"));
    if (parts === before) return;
    for (const environment of environments) environment.deref()?.invalidateCache();
  });
}

/** Returns what changes with each file that is added to a folder, changed or removed. */
function stateOf(folder: string): string {
  if (!existsSync(folder)) return "";
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names
    .map((name) => `${name} ${statSync(path.join(folder, name), { throwIfNoEntry: false })?.mtimeMs}`)
    .join("\n");
}
