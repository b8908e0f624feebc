import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import nunjucks from "nunjucks";
import type { EleventyConfig } from "../eleventy/api.js";
import { onBuildStart } from "../eleventy/build-start.js";
import type { Warn } from "../eleventy/warnings.js";
import { layoutsFolder } from "../paths.js";
import { LayoutLoader } from "./prebuilt-layouts.js";
import { type Environment, FastTemplates } from "./template-functions.js";
import { layoutNames } from "./theme-files.js";
import { ThemeLoader } from "./theme-loader.js";

/**
 * Adds the theme's layouts: `layout: page` needs no file in the site, and `{% extends "indigo/page.njk" %}` and
 * `{% include "indigo/parts/nav.njk" %}` load the theme's files, unless the site has a file of the same path. A file that
 * replaces one of the theme's can include the original as `theme/parts/nav.njk`.
 */
export function addLayouts(eleventyConfig: EleventyConfig, warn: Warn): void {
  const folder = eleventyConfig.directories.layouts || eleventyConfig.directories.includes;
  // A layout that the site adds later must take the place of the theme's.
  eleventyConfig.addWatchTarget(path.posix.join(folder, `{${layoutNames().join(",")}}.*`), {
    resetConfig: true,
  });
  const own = existsSync(folder) ? readdirSync(folder).map((name) => name.split(".")[0]) : [];
  for (const name of layoutNames().filter((layout) => !own.includes(layout)))
    addLayout(eleventyConfig, folder, name);
  addLoader(eleventyConfig, warn);
}

/** Returns whether a layout is one of the theme's, or an alias of another. */
export const isNamedLayout = ({ layoutAliases }: EleventyConfig, name: string): boolean =>
  layoutNames().includes(name) || Object.hasOwn(layoutAliases, name);

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
  // Eleventy would build a virtual template outside the input folder as a page, so that an alias of the file is needed.
  const file = path.relative(folder, path.join(layoutsFolder, `indigo/${name}.njk`)).replaceAll("\\", "/");
  if (!eleventyConfig.layoutAliases[name]) eleventyConfig.addLayoutAlias(name, file);
}

/** Adds a loader after Eleventy's own, so that files of the site take precedence. */
function addLoader(eleventyConfig: EleventyConfig, warn: Warn): void {
  const { includes } = eleventyConfig.directories;
  const environments: WeakRef<Environment>[] = [];
  // The same two folders as in Eleventy.
  const folders = [includes, "."];
  const fast = new FastTemplates(eleventyConfig, "functions", folders);
  eleventyConfig.amendLibrary("njk", (environment) => {
    environments.push(new WeakRef(environment as Environment));
    const site = new nunjucks.FileSystemLoader(folders);
    const theme = new LayoutLoader(environment, fast);
    (environment as Environment).loaders.push(new ThemeLoader(theme, site, warn));
  });

  // Each build has a new environment, but Eleventy caches layouts, which keep the environment that compiled them.
  let state = "";
  onBuildStart(eleventyConfig, () => {
    fast.reset();
    const previous = state;
    state = stateOf(path.join(includes, "indigo"));
    if (state === previous) return;
    for (const environment of environments) environment.deref()?.invalidateCache();
  });
}

/** Returns a text that changes when a file in a folder is added, changed or removed. */
function stateOf(folder: string): string {
  if (!existsSync(folder)) return "";
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names
    .map((name) => `${name} ${statSync(path.join(folder, name), { throwIfNoEntry: false })?.mtimeMs}`)
    .join("\n");
}
