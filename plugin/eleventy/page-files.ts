import { statSync } from "node:fs";
import path from "node:path";
import { writeAtomically } from "../utils/atomic-write.js";
import type { EleventyConfig } from "./api.js";
import { onBuildStart } from "./build-start.js";

const urlsOf = new WeakMap<EleventyConfig, Set<string>>();

/** Returns whether a page has a file at this URL; see {@link pageFileWriter}. */
export const isPageFile = (eleventyConfig: EleventyConfig, url: string): boolean =>
  urlsOf.get(eleventyConfig)?.has(url) === true;

/**
 * Returns a function that writes the files of a page, by their URLs, while the page is rendered: at once, so that they need no
 * memory. The name of each has a hash of its content. Builds that write no files write none of these. Call it in the
 * configuration phase.
 */
export function pageFileWriter(
  eleventyConfig: EleventyConfig,
): (files: ReadonlyMap<string, Buffer | string>) => Promise<void> {
  const urls = urlsOf.get(eleventyConfig) ?? new Set();
  urlsOf.set(eleventyConfig, urls);
  let writes = true;
  onBuildStart(eleventyConfig, ({ outputMode }) => {
    writes = outputMode === "fs";
  });
  return async (files) => {
    for (const [url, content] of files) {
      urls.add(url);
      const file = path.join(eleventyConfig.directories.output, url);
      const size = statSync(file, { throwIfNoEntry: false })?.size;
      if (writes && size !== Buffer.byteLength(content)) await writeAtomically(file, content);
    }
  };
}
