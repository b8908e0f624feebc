import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { layouts } from "../../plugin/templates/layouts.ts";
import { root } from "./site.ts";

const folder = path.join(root, "layouts/indigo");

const sources = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith(".njk"))
    .sort()
    .map((file) => [file.replace(/\.njk$/, ""), readFileSync(path.join(folder, file), "utf8")]),
);

/** The blocks that the file of a layout itself has. */
export const ownBlocks = (layout: string): string[] =>
  [...(sources.get(layout) ?? "").matchAll(/\{%-? block (\w+)/g)].map(([, block]) => block ?? "");

/** All blocks of a layout, those of the layout that it extends first. */
export function blocks(layout: string): string[] {
  const parent = /\{%-? extends "indigo\/(.+)\.njk"/.exec(sources.get(layout) ?? "")?.[1];
  return [...new Set([...(parent ? blocks(parent) : []), ...ownBlocks(layout)])];
}

/** The names of the theme's layouts, as the folder has them. */
export const layoutNames = [...sources.keys()].filter((name) => layouts.includes(name));

/** The names of everything else that layouts, pages and shortcodes are made of. */
export const partialNames = [...sources.keys()].filter((name) => !layouts.includes(name));
