import { readFileSync } from "node:fs";
import path from "node:path";
import { scriptsFolder } from "../paths.js";
import { shortHash } from "../utils/hash.js";
import type { EleventyConfig } from "./api.js";
import { addThemeTemplate } from "./virtual-templates.js";

/** The folder of the theme's files in the output. */
export const assetsFolder = "/assets/";

/** The names that the theme gives to files with a hash, by folder: style sheets, scripts and icons. */
export const hashedFileNames: Readonly<Record<string, RegExp>> = {
  "/": /^indigo-[\da-f]{10}\.css$/,
  [assetsFolder]: /^(?:indigo(?:-[a-z]+)*-[\da-f]{10}\.(?:css|js|svg)|icon-[\da-f]{10}-\d+\.png)$/,
};

const hashedFiles = new WeakMap<EleventyConfig, Map<string, () => boolean>>();

/** Notes a file of the theme with a hash in its name, and whether the build that ends needs it. */
export function noteHashedFile(eleventyConfig: EleventyConfig, url: string, isNeeded = () => true): void {
  const files = hashedFiles.get(eleventyConfig) ?? new Map<string, () => boolean>();
  hashedFiles.set(eleventyConfig, files.set(url, isNeeded));
}

/** Returns whether a file with such a name is one of this build. */
export const isHashedFileNeeded = (eleventyConfig: EleventyConfig, url: string): boolean =>
  hashedFiles.get(eleventyConfig)?.get(url)?.() === true;

/**
 * Adds an output file with a hash of its content in its name, so that browsers may cache it forever.
 *
 * @returns The file's URL from the site's root.
 */
export function addHashedFile(
  eleventyConfig: EleventyConfig,
  name: string,
  extension: string,
  source: string,
): string {
  const url = `${assetsFolder}${name}-${shortHash(source)}.${extension}`;
  noteHashedFile(eleventyConfig, url);
  // `safe`: the source is not HTML, and comes from the theme or the site.
  addThemeTemplate(eleventyConfig, {
    url,
    template: "{{ source | safe }}",
    data: { source },
  });
  return url;
}

/**
 * Returns whether the theme gives a file this name and a hash.
 *
 * @param file - Its path in the output folder.
 */
export function isHashedFile(file: string, name: string, extension: string): boolean {
  const url = `/${file.replaceAll("\\", "/")}`;
  const start = `${assetsFolder}${name}-`;
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
