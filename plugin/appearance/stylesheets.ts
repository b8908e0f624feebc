import type { EleventyConfig } from "../eleventy/api.js";
import { addLinkedFile } from "../eleventy/linked-files.js";
import { warner } from "../eleventy/warnings.js";
import type { Site } from "../options/site.js";
import { type Appearance, warnOfContrast } from "./appearance.js";
import { fontFaces } from "./fonts.js";
import { mathFontFace } from "./math-font.js";
import { type SiteStyles, siteStyles } from "./site-styles.js";
import { type StylePart, stylePartNames, styleParts } from "./style-parts.js";
import { type StyleSettings, stylesKey, themeStyles } from "./theme-styles.js";
import { venueStyles } from "./venues.js";

/**
 * The URLs of the stylesheets from the site's root: one for each part of the theme's styles, and `own` for the site's
 * styles. A part is missing if the site's styles include it, or if the site does not need it. Reading a URL asks for the file,
 * which is not written otherwise.
 */
export type Stylesheets = Partial<Record<StylePart | "own", string>>;

/**
 * Adds stylesheets to the output: one for each part of the theme's styles, so that a page loads only what it uses, and one
 * for the site's styles.
 *
 * Warns of each pair of colors with too little contrast.
 *
 * @throws IndigoError for errors in the site's styles.
 */
export async function addStyles(
  eleventyConfig: EleventyConfig,
  appearance: Appearance,
  site: Site,
): Promise<Stylesheets> {
  const { settings, fonts } = appearance;
  const urls: Stylesheets = {};
  const add = (part: StylePart | "own", get: () => string): void => {
    Object.defineProperty(urls, part, { enumerable: true, get });
  };
  const own = await siteStyles(eleventyConfig, settings);
  await warnOfContrast(warner(eleventyConfig), appearance, await sheetsWithTokens(own, settings));
  const venues = await venueStyles(site.venues);
  const key = stylesKey();
  for (const part of stylePartNames) {
    const { file, isUsed } = styleParts[part];
    if (own?.includedParts.includes(part) || isUsed?.(site) === false) continue;
    const faces = part === "page" ? fontFaces(fonts, "../") : "";
    const mathFont = part === "math-font" ? mathFontFace(eleventyConfig, site, "../") : "";
    const css = await themeStyles(part, settings, key);
    const badges = part === "publications" ? venues : "";
    const whole = css + faces + mathFont + badges;
    add(part, addLinkedFile(eleventyConfig, file, "css", whole));
  }
  if (own) {
    const faces = own.includedParts.includes("page") ? fontFaces(fonts, "") : "";
    const mathFont = own.includedParts.includes("math-font") ? mathFontFace(eleventyConfig, site, "") : "";
    // In the root, so that relative URLs in it resolve as from the source file.
    const badges = own.includedParts.includes("publications") ? venues : "";
    add("own", addLinkedFile(eleventyConfig, "indigo", "css", own.css + faces + mathFont + badges, "/"));
  }
  return urls;
}

/** Returns the style sheets that set tokens, if the site's own styles do. */
async function sheetsWithTokens(own: SiteStyles | undefined, settings: StyleSettings): Promise<string[]> {
  if (!own?.css.includes("--indigo-")) return [];
  return own.includedParts.includes("page") ? [own.css] : [await themeStyles("page", settings), own.css];
}
