import type { EleventyConfig } from "../eleventy/api.js";
import type { FoundFile } from "../eleventy/named-files.js";
import { isOfKind } from "../utils/file-kinds.js";
import { findFile } from "./entry-files.js";

/** Extensions of posters, in the order in which they are looked for. */
const posterExtensions = ["avif", "webp", "jpg", "jpeg", "png", "svg", "gif"];

/** Returns whether a preview is a video: a file of the site, or a full URL. */
export const isVideo = (preview: string | undefined): boolean =>
  preview !== undefined && isOfKind(preview.replace(/[?#].*$/, ""), ["video"]);

/**
 * Finds the poster of a video: an image with the same name beside it.
 *
 * @param preview - The video as the entry names it: `clip.mp4`.
 * @param bibliography - The file of the entry.
 */
export function findPoster(
  eleventyConfig: EleventyConfig,
  preview: string,
  bibliography: string,
): FoundFile["file"] {
  const name = preview.replace(/\.\w+$/, "");
  for (const extension of posterExtensions) {
    const { file } = findFile(eleventyConfig, "preview", `${name}.${extension}`, bibliography);
    if (file) return file;
  }
  return undefined;
}
