import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import type { EleventyConfig } from "../../eleventy/api.js";
import { isNamedLayout } from "../../templates/layouts.js";

/** Returns why Jekyll ignores the layout of a file, for a warning; empty if it has none; undefined if it uses the layout. */
export type LayoutProblem = (file: string, layout: unknown) => string | undefined;

/**
 * Returns a function that finds layouts that the site does not have, or that lead back to themselves. Jekyll goes on without them.
 *
 * @param layoutOf - Returns the front matter `layout` of a layout's file, by its path relative to the working folder.
 */
export function layoutProblems(
  eleventyConfig: EleventyConfig,
  layoutOf: (file: string) => unknown,
): LayoutProblem {
  const { directories } = eleventyConfig;
  const folder = directories.layouts || directories.includes;
  // A site that does not set the folder of layouts gets Eleventy's own message.
  const folders = [folder, path.posix.join(directories.input, "_layouts")];
  const fileOf = (name: string): string | undefined => folders.flatMap((each) => filesOf(each, name))[0];
  const isKnown = (name: string): boolean =>
    fileOf(name) !== undefined || isNamedLayout(eleventyConfig, name);
  return (file, layout) => {
    if (layout === undefined || layout === null || layout === false) return undefined;
    if (layout === "none" || layout === "") return "";
    if (typeof layout !== "string") return `is not the name of a layout: ${JSON.stringify(layout)}`;
    // Outside the folder of layouts; Eleventy refuses it or migrate moves it away.
    if (layout.includes("..")) return undefined;
    if (!isKnown(layout)) return `"${layout}" does not exist in ${path.posix.join(folder, "/")}`;
    const above: string[] = [];
    let next = fileOf(layout);
    while (next !== undefined && !above.includes(next)) {
      above.push(next);
      const name = layoutOf(next);
      next = typeof name === "string" && !name.includes("..") ? fileOf(name) : undefined;
    }
    // Of the layouts in a loop, the last by name has none.
    const own = path.posix.normalize(file);
    if (next === undefined) return undefined;
    const loop = above.slice(above.indexOf(next));
    return loop.includes(own) && own === loop.toSorted().at(-1)
      ? `"${layout}" leads back to this layout`
      : undefined;
  };
}

/** Returns the files in a folder that a name of a layout stands for: with an extension or without. */
function filesOf(folder: string, name: string): string[] {
  const within = path.posix.join(folder, path.posix.dirname(name));
  if (!existsSync(within)) return [];
  const base = path.posix.basename(name);
  return readdirSync(within)
    .filter((entry) => entry === base || entry.replace(/\.\w+$/, "") === base)
    .map((entry) => path.posix.normalize(path.posix.join(within, entry)));
}
