import { mkdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { shortHash } from "../utils/hash.js";
import type { EleventyConfig } from "./api.js";
import { onBuildStart } from "./build-start.js";
import { assetsFolder, noteHashedFile } from "./hashed-file.js";

/** The files of a site that pages may link. */
interface Linked {
  /** Whether the build writes files. */
  writesFiles: boolean;
  /** The URLs that pages link: of the last full build, and of the incremental builds since. */
  used: Set<string>;
  /** Those of them that this build has written. */
  written: Set<string>;
}

const linkedFiles = new WeakMap<EleventyConfig, Linked>();

/**
 * Adds a file with a hash of its content in its name, which is written only if a page of the build links it: when a template
 * first reads its URL, so that it is there before the page is. While the site is served, an incremental build keeps it.
 *
 * @param folder - Folder of the file, from the site's root.
 * @returns A function that returns the URL from the site's root, and so asks for the file.
 */
export function addLinkedFile(
  eleventyConfig: EleventyConfig,
  name: string,
  extension: string,
  text: string,
  folder = assetsFolder,
): () => string {
  const url = path.posix.join(folder, `${name}-${shortHash(text)}.${extension}`);
  const linked = linkedFiles.get(eleventyConfig) ?? start(eleventyConfig);
  noteHashedFile(eleventyConfig, url, () => linked.used.has(url));
  return () => {
    linked.used.add(url);
    if (linked.writesFiles && !linked.written.has(url)) {
      linked.written.add(url);
      write(path.join(eleventyConfig.directories.output, url), text);
    }
    return url;
  };
}

/** Returns the state of a site, which each build resets. */
function start(eleventyConfig: EleventyConfig): Linked {
  const linked: Linked = { writesFiles: false, used: new Set(), written: new Set() };
  linkedFiles.set(eleventyConfig, linked);
  onBuildStart(eleventyConfig, ({ outputMode, incremental }) => {
    linked.writesFiles = outputMode === "fs";
    linked.written.clear();
    if (!incremental) linked.used.clear();
  });
  return linked;
}

/** Writes a file. One of the same name has the same content, unless a build was stopped while it wrote it. */
function write(file: string, text: string): void {
  if (statSync(file, { throwIfNoEntry: false })?.size === Buffer.byteLength(text)) return;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
