import { readFileSync } from "node:fs";
import path from "node:path";
import { scriptsFolder } from "../paths.js";
import { shortHash } from "../utils/hash.js";
import type { EleventyConfig } from "./api.js";
import { addThemeTemplate } from "./virtual-templates.js";

const assets = "/assets/";

/**
 * Adds an output file with a hash of its content in its name, so that browsers may cache it forever.
 *
 * @param folder - Folder of the file, from the site's root.
 * @param isNeeded - Returns whether the build writes it; called when all pages are known. @default always
 * @returns The file's URL from the site's root.
 */
export function addHashedFile(
  eleventyConfig: EleventyConfig,
  name: string,
  extension: string,
  source: string,
  folder = assets,
  isNeeded?: () => boolean,
): string {
  const url = path.posix.join(folder, `${name}-${shortHash(source)}.${extension}`);
  // `safe`: the source is not HTML, and comes from the theme or the site.
  addThemeTemplate(eleventyConfig, {
    url,
    template: "{{ source | safe }}",
    data: { source },
    ...(isNeeded && { isNeeded }),
  });
  return url;
}

/**
 * Returns whether {@link addHashedFile} added a file under this name.
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
 * Adds one of the theme's client scripts to the output: `layouts/scripts/NAME.js` as `indigo-NAME`.
 *
 * @returns The script's URL from the site's root.
 */
export function addScript(eleventyConfig: EleventyConfig, name: string): string {
  const source = readFileSync(path.join(scriptsFolder, `${name}.js`), "utf8");
  return addHashedFile(eleventyConfig, `indigo-${name}`, "js", source);
}
