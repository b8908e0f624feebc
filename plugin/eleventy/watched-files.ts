import { statSync } from "node:fs";
import path from "node:path";
import type { EleventyConfig } from "./api.js";
import { foldersOf } from "./named-files.js";

/**
 * When the plugin reads a file: in the configuration phase, which then runs again if the file changes, or in each build.
 */
export type ReadPhase = "configuration" | "build";

/**
 * Makes Eleventy watch files or folders that the plugin reads. Each file that is read must be passed here, so that a served
 * site shows its changes.
 *
 * @param files - Paths from the working folder. A file that does not exist yet may be added later.
 */
export function watchFiles(eleventyConfig: EleventyConfig, phase: ReadPhase, files: readonly string[]): void {
  for (const file of files)
    eleventyConfig.addWatchTarget(toGlob(file), { resetConfig: phase === "configuration" });
}

/**
 * Makes Eleventy watch a file of the site that the plugin reads; see {@link watchFiles}.
 *
 * @param file - A path of the site. The folders in which it is looked for are all watched.
 */
export function watchSiteFile(eleventyConfig: EleventyConfig, phase: ReadPhase, file: string): void {
  watchFiles(
    eleventyConfig,
    phase,
    foldersOf(eleventyConfig).map((folder) => path.posix.join(folder, file)),
  );
}

/** Makes Eleventy watch all files of some kinds in the input folder, which each build reads. */
export function watchKinds(eleventyConfig: EleventyConfig, extensions: readonly string[]): void {
  for (const extension of extensions)
    eleventyConfig.addWatchTarget(path.posix.join(eleventyConfig.directories.input, `**/*.${extension}`));
}

/**
 * Returns a glob that matches a path. Eleventy takes every watch target for a glob, also `me (1).png`. A question mark matches
 * any character; what else it would match does no harm.
 */
function toGlob(file: string): string {
  if (!special.test(file)) return file;
  const glob = file.replaceAll(new RegExp(special, "g"), "?");
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() ? path.posix.join(glob, "**") : glob;
}

/** Characters that have a meaning in globs. */
const special = /[*?{}()[\]!+@|]/;
