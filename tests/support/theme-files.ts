import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./site.ts";

const folder = path.join(root, "layouts/indigo");

/** Every Nunjucks file of the theme: path without extension to text. */
const sources = new Map(
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".njk"))
    .sort()
    .map((file) => [
      file.replace(/\.njk$/, "").replaceAll("\\", "/"),
      readFileSync(path.join(folder, file), "utf8"),
    ]),
);

/** Returns the blocks in the file of a layout itself. */
export const ownBlocks = (layout: string): string[] =>
  [...(sources.get(layout) ?? "").matchAll(/\{%-? block (\w+)/g)].map(([, block]) => block ?? "");

/** Returns all blocks of a layout, those of its parent layout first. */
export function blocks(layout: string): string[] {
  const parent = /\{%-? extends "indigo\/(.+)\.njk"/.exec(sources.get(layout) ?? "")?.[1];
  return [...new Set([...(parent ? blocks(parent) : []), ...ownBlocks(layout)])];
}

/** The names of the theme's layouts, the files at the top of the folder. */
export const layoutNames = [...sources.keys()].filter((name) => !name.includes("/"));

/** The paths of all partials, such as `parts/nav`. */
export const partNames = [...sources.keys()].filter((name) => name.includes("/"));
