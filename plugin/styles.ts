import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { compiledStyles, type StylePart, styleParts } from "./compiled-styles.js";
import type { EleventyConfig } from "./eleventy.js";
import { layoutsFolder } from "./paths.js";
import type { Site } from "./site.js";
import { addOutputFile } from "./virtual.js";

/**
 * The addresses of the theme's style sheets, from the site's root: what every page has, what only posts and pages with
 * code have besides, what only publications have, and what only the search has, which a site without it lacks.
 */
export type Stylesheets = Record<StylePart, string>;

const names: Stylesheets = {
  page: "indigo",
  post: "indigo-post",
  publications: "indigo-publications",
  search: "indigo-search",
};

/** Adds the theme's styles to the output, in files of their own, so that a page loads what it uses. */
export async function addStyles(
  eleventyConfig: EleventyConfig,
  { theme, search }: Site,
): Promise<Stylesheets> {
  const urls = { ...names };
  for (const part of styleParts.filter((part) => part !== "search" || search)) {
    urls[part] = addHashedFile(eleventyConfig, names[part], "css", await compiledStyles({ part, theme }));
  }
  return urls;
}

/**
 * Adds the script that loads comments, for a site that has any.
 *
 * @returns The file's address from the site's root.
 */
export function addCommentsScript(eleventyConfig: EleventyConfig, { comments }: Site): string | undefined {
  if (!comments.disqus && !comments.giscus) return undefined;
  const script = readFileSync(path.join(layoutsFolder, "indigo/comments.js"), "utf8");
  return addHashedFile(eleventyConfig, "indigo-comments", "js", script);
}

/**
 * Adds the script that searches, for a site with the option `search`.
 *
 * @returns The file's address from the site's root.
 */
export function addSearchScript(eleventyConfig: EleventyConfig, { search }: Site): string | undefined {
  if (!search) return undefined;
  const script = readFileSync(path.join(layoutsFolder, "indigo/search.js"), "utf8");
  return addHashedFile(eleventyConfig, "indigo-search", "js", script);
}

/** Adds a file whose name holds a hash of its content, so that it may be cached for ever. */
function addHashedFile(
  eleventyConfig: EleventyConfig,
  name: string,
  extension: string,
  source: string,
): string {
  const hash = createHash("sha256").update(source).digest("hex").slice(0, 10);
  const url = `/assets/${name}-${hash}.${extension}`;
  // `safe`: it is no HTML, and the theme's own.
  addOutputFile(eleventyConfig, url, "{{ source | safe }}", { source });
  return url;
}
