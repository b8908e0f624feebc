import type { EleventyConfig } from "../eleventy/api.js";
import { referenceVersion } from "../publications/index.js";
import { type BuildCache, openBuildCache } from "../utils/build-cache.js";

/**
 * Returns a function for the references and texts of earlier builds: to format them takes most of the time of a build with
 * many publications. The first that is asked for opens them, so that a site without publications does not.
 */
export function keptReferences(eleventyConfig: EleventyConfig): () => BuildCache {
  let kept: BuildCache | undefined;
  // An incremental build does not ask for every reference.
  eleventyConfig.on("eleventy.after", ({ incremental }) => (incremental ? undefined : kept?.save()));
  return () => {
    kept ??= openBuildCache("references", referenceVersion());
    return kept;
  };
}
