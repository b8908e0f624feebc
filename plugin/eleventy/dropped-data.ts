import type { EleventyConfig } from "./api.js";

/**
 * Keeps files in the data folder from becoming data of each page. Eleventy does not read them.
 *
 * @param isDropped - Returns whether to drop a file, by its path relative to the working folder.
 */
export function dropGlobalData(eleventyConfig: EleventyConfig, isDropped: (file: string) => boolean): void {
  // The event passes the list of files that Eleventy reads next.
  eleventyConfig.on("eleventy.globalDataFiles", (files) => {
    const kept = files.filter((file) => !isDropped(file));
    files.splice(0, files.length, ...kept);
  });
}
