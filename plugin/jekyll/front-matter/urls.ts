import path from "node:path";
import type { EleventyConfig } from "../../eleventy/api.js";
import type { Site } from "../../options/site.js";
import { type FileUrl, fileUrl, readCollections, readFileName } from "../collections/index.js";
import { hasFrontMatter, isJekyllFile, regularFiles, type SourceOf } from "../files/index.js";
import type { Publishing } from "./publishing.js";

/** Returns the URL of each page, post and document that is published. */
export function urlsOf(
  eleventyConfig: EleventyConfig,
  site: Site,
  { isExcluded, future }: Publishing,
  sourceOf: SourceOf,
): FileUrl[] {
  const { input } = eleventyConfig.directories;
  const collections = readCollections(site.jekyllSettings);
  return regularFiles(input, isExcluded).flatMap((file) => {
    if (!isJekyllFile(eleventyConfig, file)) return [];
    const inputPath = path.posix.join(input, file);
    if (readFileName(file)?.type === "pages" && !hasFrontMatter(inputPath)) return [];
    const source = sourceOf(inputPath);
    return (source && fileUrl(file, source.data, { ...site, future, collections })) ?? [];
  });
}
