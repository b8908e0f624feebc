import { readdirSync } from "node:fs";
import path from "node:path";
import { layoutsFolder } from "../paths.js";

// Layouts are the Nunjucks files directly in this folder; parts are those in folders of it.
const folder = path.join(layoutsFolder, "indigo");

/** Returns the names of the theme's layouts, such as `page`. */
export const layoutNames = (): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".njk"))
    .map((file) => path.basename(file, ".njk"));

/**
 * Returns the paths of the theme's parts by their old names, which had no folder: `nav.njk` → `parts/nav.njk`. A file's
 * name therefore is unique among all folders.
 */
export const partPaths = (): Map<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((file) => file.replaceAll("\\", "/"))
      .filter((file) => file.includes("/") && file.endsWith(".njk"))
      .map((file) => [path.basename(file), file]),
  );
