import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { hashOf } from "../utils/hash.js";
import type { EleventyConfig } from "./api.js";
import { onBuildStart } from "./build-start.js";

/** A file of the output that is no page. */
export interface LateFile {
  /** URL from the site's root. */
  url: string;
  /** Read once, when the file is written. */
  readonly text: string;
}

/** The number of files that are open at the same time, below what systems allow. */
const atOnce = 100;

/**
 * Writes files at the end of each build that writes files. As templates, many small ones would take most of a build. A file
 * that has not changed since the build before is not written again.
 *
 * @param files - Returns the files, without those whose URL the site has itself.
 */
export function writeLate(eleventyConfig: EleventyConfig, files: () => Iterable<LateFile>): void {
  note(eleventyConfig, files);
  const written = new Map<string, string>();
  const write = async ({ url, text }: LateFile): Promise<void> => {
    const file = path.join(eleventyConfig.directories.output, url);
    const hash = hashOf([text]);
    if (written.get(file) === hash && existsSync(file)) return;
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
    written.set(file, hash);
  };
  eleventyConfig.on("eleventy.after", async ({ outputMode }) => {
    if (outputMode !== "fs") return;
    const left = [...files()];
    while (left.length > 0) await Promise.all(left.splice(0, atOnce).map(write));
  });
}

interface LateUrls {
  sources: (() => Iterable<LateFile>)[];
  /** The URLs of this build, at first use. */
  urls: ReadonlySet<string> | undefined;
}

const lateUrls = new WeakMap<EleventyConfig, LateUrls>();

/** Notes files that are written at the end of a build. */
function note(eleventyConfig: EleventyConfig, files: () => Iterable<LateFile>): void {
  const known = lateUrls.get(eleventyConfig);
  if (known) {
    known.sources.push(files);
    return;
  }
  const late: LateUrls = { sources: [files], urls: undefined };
  lateUrls.set(eleventyConfig, late);
  onBuildStart(eleventyConfig, () => {
    late.urls = undefined;
  });
}

/** Returns whether the theme writes a file of this URL at the end of the build. */
export function isWrittenLate(eleventyConfig: EleventyConfig, url: string): boolean {
  const late = lateUrls.get(eleventyConfig);
  if (!late || url.endsWith("/")) return false;
  late.urls ??= new Set(late.sources.flatMap((files) => [...files()].map((file) => file.url)));
  return late.urls.has(url);
}
