import { createHash } from "node:crypto";
import path from "node:path";
import type { EleventyConfig } from "./eleventy.js";
import { addOutputFile } from "./virtual.js";

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
  const hash = createHash("sha256").update(source).digest("hex").slice(0, 10);
  const url = path.posix.join(folder, `${name}-${hash}.${extension}`);
  // `safe`: it is no HTML, and the theme's or the author's own.
  addOutputFile(eleventyConfig, url, "{{ source | safe }}", { source });
  return url;
}
