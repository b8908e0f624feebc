import { readFileSync } from "node:fs";
import path from "node:path";
import type { EleventyConfig } from "../eleventy/api.js";
import { addHashedFile } from "../eleventy/hashed-file.js";
import type { Site } from "../options/site.js";
import { layoutsFolder } from "../paths.js";

/**
 * Adds the script that lets readers change between light and dark, for a site that has it.
 *
 * @returns The file's address from the site's root.
 */
export function addThemeScript(eleventyConfig: EleventyConfig, { themeSwitch }: Site): string | undefined {
  if (!themeSwitch) return undefined;
  const script = readFileSync(path.join(layoutsFolder, "scripts/theme.js"), "utf8");
  return addHashedFile(eleventyConfig, "indigo-theme", "js", script);
}
