import { readFileSync } from "node:fs";
import path from "node:path";
import { scriptsFolder } from "../paths.js";
import { shortHash } from "../utils/hash.js";
import type { EleventyConfig } from "./api.js";
import { addThemeTemplate } from "./virtual-templates.js";

const assets = "/assets/";

/**
 * Adds a file with a hash of its content in its name, so that browsers may cache it without a limit.
 *
 * @param folder - Its folder, from the site's root.
 * @returns The file's URL from the site's root.
 */
export function addHashedFile(
  eleventyConfig: EleventyConfig,
  name: string,
  extension: string,
  source: string,
  folder = assets,
): string {
  const url = path.posix.join(folder, `${name}-${shortHash(source)}.${extension}`);
  // `safe`: it is no HTML, and the theme's or the author's own.
  addThemeTemplate(eleventyConfig, { url, template: "{{ source | safe }}", data: { source } });
  return url;
}

/**
 * Returns whether a file is one that {@link addHashedFile} adds under a name.
 *
 * @param file - Its path in the output folder.
 */
export function isHashedFile(file: string, name: string, extension: string): boolean {
  const url = `/${file.replaceAll("\\", "/")}`;
  const start = `${assets}${name}-`;
  const end = `.${extension}`;
  if (!url.startsWith(start) || !url.endsWith(end)) return false;
  return /^[\da-f]{10}$/.test(url.slice(start.length, -end.length));
}

/**
 * Adds a client script of the theme's to the output: `layouts/scripts/NAME.js` as `indigo-NAME`.
 *
 * @returns The script's URL from the site's root.
 */
export function addScript(eleventyConfig: EleventyConfig, name: string): string {
  const source = readFileSync(path.join(scriptsFolder, `${name}.js`), "utf8");
  return addHashedFile(eleventyConfig, `indigo-${name}`, "js", source);
}
