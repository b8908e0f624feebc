import { readdirSync } from "node:fs";
import path from "node:path";
import { layoutsFolder } from "../paths.js";

// Layouts are the Nunjucks files directly in this folder; parts are those in its subfolders.
const folder = path.join(layoutsFolder, "indigo");

const extension = ".njk";

/** Returns the names of the theme's layouts, such as `page`. */
export const layoutNames = (): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(extension))
    .map((name) => path.basename(name, extension));

let parts: ReadonlyMap<string, string> | undefined;

/**
 * Returns the paths of the theme's parts by their old names, which had no folder: `nav.njk` → `parts/nav.njk`. The names
 * of files therefore are unique among all folders.
 */
export function partPaths(): ReadonlyMap<string, string> {
  parts ??= new Map(
    readdirSync(folder)
      .filter((name) => !name.includes("."))
      .flatMap((name) => readdirSync(path.join(folder, name)).map((file) => [file, `${name}/${file}`])),
  );
  return parts;
}
