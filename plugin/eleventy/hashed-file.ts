import path from "node:path";
import { shortHash } from "../utils/hash.js";
import type { EleventyConfig } from "./api.js";
import { addThemeTemplate } from "./virtual-templates.js";

/**
 * Adds a file whose name holds a hash of its content, so that it may be cached for ever.
 *
 * @param folder - Where it is to be, from the site's root.
 * @returns The file's address from the site's root.
 */
export function addHashedFile(
  eleventyConfig: EleventyConfig,
  name: string,
  extension: string,
  source: string,
  folder = "/assets/",
): string {
  const url = path.posix.join(folder, `${name}-${shortHash(source)}.${extension}`);
  // `safe`: it is no HTML, and the theme's or the author's own.
  addThemeTemplate(eleventyConfig, { url, template: "{{ source | safe }}", data: { source } });
  return url;
}
