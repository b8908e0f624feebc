import { createHash } from "node:crypto";
import { compileStringAsync } from "sass";
import type { EleventyConfig } from "./eleventy.js";
import { stylesFolder } from "./paths.js";
import type { Site } from "./site.js";
import { addOutputFile } from "./virtual.js";

/**
 * Compiles the theme's styles into one compressed file of the output.
 *
 * @returns The file's address from the site's root. Its name holds a hash of the content, so that it may be cached for ever.
 */
export async function addStyles(eleventyConfig: EleventyConfig, site: Site): Promise<string> {
  const { css } = await compileStringAsync(`@use "index" with ($theme: ${JSON.stringify(site.theme)});`, {
    loadPaths: [stylesFolder],
    style: "compressed",
  });
  const hash = createHash("sha256").update(css).digest("hex").slice(0, 10);
  const url = `/assets/indigo-${hash}.css`;
  // `safe`: it is a style sheet, not HTML, and the theme's own.
  addOutputFile(eleventyConfig, url, "{{ css | safe }}", { css });
  return url;
}
