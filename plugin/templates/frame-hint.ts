import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { EleventyConfig } from "../eleventy/api.js";
import { onBuildStart } from "../eleventy/build-start.js";
import { addPreprocessor } from "../eleventy/preprocessors.js";
import type { Warn } from "../eleventy/warnings.js";

/** The theme's base layout, extended by a file that was likely meant for every page. */
const extendsFrame = /\{%-?\s*extends\s+["'](?:indigo|theme)\/default\.njk["']/;

/** A name of the layout `default` in another template: `layout: default`, `{% extends "default.njk" %}`. */
const namesDefault = /(?<![\w/.-])default(?:\.njk)?(?![\w/.-])/;

/**
 * Warns of a layout `default.njk` of the site that extends the theme's base layout and that nothing uses: the theme's other layouts
 * do not read it, since it is the layout of the author's own pages. A file that a page, another layout or an alias may name is left
 * alone.
 */
export function addFrameHint(eleventyConfig: EleventyConfig, warn: Warn): void {
  const { layouts, includes } = eleventyConfig.directories;
  const folder = layouts || includes;
  const file = path.posix.join(folder, "default.njk");
  let isFrame = false;
  let isUsed = false;
  onBuildStart(eleventyConfig, () => {
    isFrame = extendsFrame.test(textOf(file));
    isUsed = false;
  });
  addPreprocessor(eleventyConfig, "indigo-frame-hint", "*", ({ layout }, content) => {
    // Few sites have such a file. The content of a template in JavaScript is an object.
    if (isFrame)
      isUsed ||= namesDefault.test(String(layout ?? "")) || String(content).includes("default.njk");
    return undefined;
  });
  eleventyConfig.on("eleventy.after", ({ incremental }) => {
    if (!isFrame || isUsed || incremental) return;
    if (Object.values(eleventyConfig.layoutAliases).some((name) => namesDefault.test(name))) return;
    const others = [...new Set([folder, includes])].flatMap(filesIn).filter((name) => name !== file);
    if (others.some((name) => namesDefault.test(textOf(name)))) return;
    warn(
      `no page uses ${file}, and the theme's other layouts do not read it. To change every page, move it to ${path.posix.join(includes, "indigo/default.njk")} and extend "theme/default.njk".`,
    );
  });
}

/** Returns the files in a folder and below; none if there is no such folder. */
function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.posix.join(entry.parentPath.replaceAll("\\", "/"), entry.name));
  } catch {
    return [];
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
