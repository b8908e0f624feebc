import { readFileSync } from "node:fs";
import path from "node:path";
import type { EleventyConfig } from "../eleventy/api.js";
import { addHashedFile } from "../eleventy/hashed-file.js";
import type { Site } from "../options/site.js";
import { layoutsFolder } from "../paths.js";
import type { Look } from "./appearance.js";
import { fontFaces } from "./fonts.js";
import { ownStyles } from "./site-styles.js";
import { compiledStyles, type StylePart, styleParts } from "./theme-styles.js";

/**
 * The addresses of the theme's style sheets, from the site's root: what every page has, what only posts and pages with
 * code have besides, what only publications have, and what only some text has; and of the site's own. A part is missing
 * where the site's own styles bring it, and where the site has no use for it.
 */
export type Stylesheets = Partial<Record<StylePart | "own", string>>;

const names: Record<StylePart, string> = {
  page: "indigo",
  post: "indigo-post",
  publications: "indigo-publications",
  sections: "indigo-sections",
  cv: "indigo-cv",
  writing: "indigo-writing",
  search: "indigo-search",
};

/**
 * Adds the theme's styles to the output, in files of their own, so that a page loads what it uses, and the site's own.
 *
 * @throws IndigoError for what is wrong in the site's own.
 */
export async function addStyles(
  eleventyConfig: EleventyConfig,
  { settings, fonts }: Look,
  site: Site,
): Promise<Stylesheets> {
  const urls: Stylesheets = {};
  const own = await ownStyles(eleventyConfig, settings);
  for (const part of styleParts) {
    if (own?.brings.includes(part) || !isUsed(part, site)) continue;
    const faces = part === "page" ? fontFaces(fonts, "../") : "";
    const css = await compiledStyles(part, settings);
    urls[part] = addHashedFile(eleventyConfig, names[part], "css", css + faces);
  }
  if (own) {
    const faces = own.brings.includes("page") ? fontFaces(fonts, "") : "";
    // In the root, so that addresses in it are the same as from the file of the author's.
    urls.own = addHashedFile(eleventyConfig, "indigo", "css", own.css + faces, "/");
  }
  return urls;
}

/** A site without sections or search has no styles of them. */
function isUsed(part: StylePart, { themeSections: { cv, ...lists }, search }: Site): boolean {
  if (part === "search") return search;
  if (part === "cv") return Boolean(cv);
  return part !== "sections" || Object.values(lists).some(Boolean);
}

/**
 * Adds the script that loads comments, for a site that has any.
 *
 * @returns The file's address from the site's root.
 */
export function addCommentsScript(eleventyConfig: EleventyConfig, { comments }: Site): string | undefined {
  if (!comments.disqus && !comments.giscus) return undefined;
  const script = readFileSync(path.join(layoutsFolder, "scripts/comments.js"), "utf8");
  return addHashedFile(eleventyConfig, "indigo-comments", "js", script);
}

/**
 * Adds the script that searches, for a site with the option `search`.
 *
 * @returns The file's address from the site's root.
 */
export function addSearchScript(eleventyConfig: EleventyConfig, { search }: Site): string | undefined {
  if (!search) return undefined;
  const script = readFileSync(path.join(layoutsFolder, "scripts/search.js"), "utf8");
  return addHashedFile(eleventyConfig, "indigo-search", "js", script);
}
