import { existsSync, unwatchFile, watchFile } from "node:fs";
import { copyFile, mkdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { EleventyConfig } from "./api.js";
import { isPublished, type SiteFile } from "./site-files.js";

/** Copies files of the site that are known only when a build starts, as data files change while a site is served. */
export interface LateCopies {
  /** Has these files copied at the end of the build, instead of those of the build before. */
  set(files: readonly SiteFile[]): void;
}

/**
 * Makes ready to copy files at the end of each build that writes files. Eleventy's own passthrough copies are fixed by
 * then. What a passthrough copy of the author's brings to the same path of the output stays as it is.
 *
 * Call it while Eleventy is configured, once for each part of the theme that has such files.
 */
export function lateCopies(eleventyConfig: EleventyConfig): LateCopies {
  let current: readonly SiteFile[] = [];
  eleventyConfig.on("eleventy.after", async ({ outputMode }) => {
    if (outputMode !== "fs") return;
    const { output } = eleventyConfig.directories;
    await Promise.all(
      current.map(async ({ from, to }) => {
        const copy = path.join(output, to);
        if (existsSync(copy) && isPublished(eleventyConfig, to)) return;
        await copyIfChanged(from, copy);
        if (process.env.ELEVENTY_RUN_MODE !== "build") watch(from, copy);
      }),
    );
  });
  return {
    set(files) {
      // Several entries may name the same file.
      current = [...new Map(files.map((file) => [file.to, file])).values()];
    },
  };
}

const watchers = new Map<string, () => void>();

/**
 * Copies a file again when it changes while a site is served. Eleventy fixes what it watches when it is configured, too
 * early for files that data names.
 */
function watch(from: string, to: string): void {
  const known = watchers.get(from);
  if (known) unwatchFile(from, known);
  const copyAgain = (): void => void copyIfChanged(from, to).catch(() => undefined); // The file may be gone.
  watchers.set(from, copyAgain);
  watchFile(from, { interval: 500, persistent: false }, copyAgain);
}

/** Copies a file unless the copy is there already. A build that is stopped leaves the old copy or the new one. */
async function copyIfChanged(from: string, to: string): Promise<void> {
  const [source, copy] = await Promise.all([stat(from), stat(to).catch(() => undefined)]);
  if (copy && copy.size === source.size && copy.mtimeMs >= source.mtimeMs) return;
  await mkdir(path.dirname(to), { recursive: true });
  const unfinished = `${to}.${process.pid}.tmp`;
  try {
    await copyFile(from, unfinished);
    await rename(unfinished, to);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
