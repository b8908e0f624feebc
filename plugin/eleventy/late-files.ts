import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { hashOf } from "../utils/hash.js";
import type { EleventyConfig } from "./api.js";

/** A file of the output that is no page. */
export interface LateFile {
  /** URL from the site's root. */
  url: string;
  content: string | Uint8Array;
}

const urlsOf = new WeakMap<EleventyConfig, ((url: string) => boolean)[]>();

/** Returns whether a file with this URL is written at the end of the build, of those that pages show. */
export const isWrittenLate = (eleventyConfig: EleventyConfig, url: string): boolean =>
  urlsOf.get(eleventyConfig)?.some((isOne) => isOne(url)) === true;

/** The number of files that are open at the same time, below what systems allow. */
const atOnce = 100;

/**
 * Writes files at the end of each build that writes files. As templates, many small ones would take most of a build. A file
 * that has not changed since the build before is not written again.
 *
 * @param files - Returns the files, without those whose URL the site has itself.
 * @param isShown - Returns whether a URL is that of a file that a page shows, which other parts of the theme may look for.
 */
export function writeLate(
  eleventyConfig: EleventyConfig,
  files: () => Iterable<LateFile>,
  isShown?: (url: string) => boolean,
): void {
  if (isShown) urlsOf.set(eleventyConfig, [...(urlsOf.get(eleventyConfig) ?? []), isShown]);
  const written = new Map<string, string>();
  const write = async ({ url, content }: LateFile): Promise<void> => {
    const file = path.join(eleventyConfig.directories.output, url);
    const hash = hashOf([content]);
    if (written.get(file) === hash && existsSync(file)) return;
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
    written.set(file, hash);
  };
  eleventyConfig.on("eleventy.after", async ({ outputMode }) => {
    if (outputMode !== "fs") return;
    const left = [...files()];
    while (left.length > 0) await Promise.all(left.splice(0, atOnce).map(write));
  });
}
