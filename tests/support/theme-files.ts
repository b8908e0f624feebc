import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./site.ts";

const folder = path.join(root, "layouts/indigo");

/** The text of every Nunjucks file of the theme, by its path without the extension. */
const sources = new Map(
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".njk"))
    .sort()
    .map((file) => [
      file.replace(/\.njk$/, "").replaceAll("\\", "/"),
      readFileSync(path.join(folder, file), "utf8"),
    ]),
);

/** The blocks that the file of a layout itself has. */
export const ownBlocks = (layout: string): string[] =>
  [...(sources.get(layout) ?? "").matchAll(/\{%-? block (\w+)/g)].map(([, block]) => block ?? "");

/** All blocks of a layout, those of the layout that it extends first. */
export function blocks(layout: string): string[] {
  const parent = /\{%-? extends "indigo\/(.+)\.njk"/.exec(sources.get(layout) ?? "")?.[1];
  return [...new Set([...(parent ? blocks(parent) : []), ...ownBlocks(layout)])];
}

/** The names of the theme's layouts: the files directly in the folder. */
export const layoutNames = [...sources.keys()].filter((name) => !name.includes("/"));

/** The paths of everything else that layouts, pages and shortcodes consist of, such as `parts/nav`. */
export const partNames = [...sources.keys()].filter((name) => name.includes("/"));
