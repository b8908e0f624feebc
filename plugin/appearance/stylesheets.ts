import type { EleventyConfig } from "../eleventy/api.js";
import { addHashedFile } from "../eleventy/hashed-file.js";
import type { Site } from "../options/site.js";
import type { Appearance } from "./appearance.js";
import { fontFaces } from "./fonts.js";
import { siteStyles } from "./site-styles.js";
import { type StylePart, stylePartNames, styleParts } from "./style-parts.js";
import { themeStyles } from "./theme-styles.js";

/**
 * The addresses of the theme's style sheets, from the site's root: what every page has, what only posts and pages with
 * code have besides, what only publications have, and what only some text has; and of the site's own. A part is missing
 * where the site's own styles bring it, and where the site has no use for it.
 */
export type Stylesheets = Partial<Record<StylePart | "own", string>>;

/**
 * Adds the theme's styles to the output, in files of their own, so that a page loads what it uses, and the site's own.
 *
 * @throws IndigoError for what is wrong in the site's own.
 */
export async function addStyles(
  eleventyConfig: EleventyConfig,
  { settings, fonts }: Appearance,
  site: Site,
): Promise<Stylesheets> {
  const urls: Stylesheets = {};
  const own = await siteStyles(eleventyConfig, settings);
  for (const part of stylePartNames) {
    const { file, isUsed } = styleParts[part];
    if (own?.brings.includes(part) || isUsed?.(site) === false) continue;
    const faces = part === "page" ? fontFaces(fonts, "../") : "";
    const css = await themeStyles(part, settings);
    urls[part] = addHashedFile(eleventyConfig, file, "css", css + faces);
  }
  if (own) {
    const faces = own.brings.includes("page") ? fontFaces(fonts, "") : "";
    // In the root, so that addresses in it are the same as from the file of the author's.
    urls.own = addHashedFile(eleventyConfig, "indigo", "css", own.css + faces, "/");
  }
  return urls;
}
