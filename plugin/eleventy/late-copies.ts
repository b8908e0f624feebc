import { existsSync, unwatchFile, watchFile } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import { copyAtomically } from "../utils/atomic-write.js";
import { IndigoError } from "../utils/errors.js";
import type { FileKind } from "../utils/file-kinds.js";
import { isExternal } from "../utils/schema-values.js";
import type { EleventyConfig } from "./api.js";
import { onBuildStart } from "./build-start.js";
import { findNamedFile, foldersOf } from "./named-files.js";
import { isServed } from "./run-mode.js";
import { isPublished, noteCopies, type SiteFile } from "./site-files.js";

/** Copies files that are known only when a build starts, since data files may change while the site is served. */
export interface LateCopies {
  /** Sets the files to copy at the end of the build, in place of those of the previous build. */
  set(files: readonly SiteFile[]): void;
}

/**
 * Copies files at the end of each build that writes files, when it is too late to add passthrough copies. A page or a
 * passthrough copy of the site with the same output path takes precedence. A file that can't be copied fails the build.
 *
 * Call it in the configuration phase, once for each part of the theme that has such files.
 */
export function lateCopies(eleventyConfig: EleventyConfig): LateCopies {
  let current: readonly SiteFile[] = [];
  const pages = new Set<string>();
  eleventyConfig.on("eleventy.after", async ({ outputMode, results, incremental }) => {
    if (outputMode !== "fs") return;
    const { output } = eleventyConfig.directories;
    if (!incremental) pages.clear();
    for (const { outputPath } of results) if (outputPath) pages.add(path.normalize(outputPath));
    await Promise.all(
      current.map(async ({ from, to, namedBy }) => {
        const copy = path.join(output, to);
        // What Eleventy made of a template is not overwritten by its source.
        if (existsSync(copy) && (pages.has(copy) || isPublished(eleventyConfig, to))) return;
        try {
          await copyIfChanged(from, copy);
        } catch (error) {
          const reason = (error as NodeJS.ErrnoException).code ?? String(error);
          throw new IndigoError(
            `${namedBy ?? "the site"} names a file that can't be copied: "${from}" (${reason}).`,
          );
        }
        if (isServed()) watch(from, copy);
      }),
    );
  });
  const copies: LateCopies = {
    set(files) {
      // Several entries may name the same file.
      current = [...new Map(files.map((file) => [file.to, file])).values()];
      noteCopies(eleventyConfig, copies, current);
    },
  };
  return copies;
}

/**
 * Ensures that a file named by an option is in the output, at the path that the option gives. The file may be in the input
 * folder, in the project folder, or in a folder that a passthrough copy of the site copies.
 *
 * @param option - The option and its place, for messages: `option "picture" in eleventy.config.js`.
 * @param file - A path of the site without a slash at its start, or the full URL of a file elsewhere.
 * @param kinds - The kinds of files that the option is for.
 * @throws IndigoError if the file does not exist, or may not be published.
 */
export function copyToOutput(
  eleventyConfig: EleventyConfig,
  option: string,
  name: string,
  kinds: readonly FileKind[],
): void {
  if (isExternal(name)) return;
  const { file, refusal } = findNamedFile(eleventyConfig, { name, kinds, isOption: true });
  if (refusal !== undefined) throw new IndigoError(`${option} names ${refusal}`);
  if (!file) {
    throw new IndigoError(
      `${option} names a file that does not exist: "${name}" (looked in ${foldersOf(eleventyConfig).join(" and ")}).`,
    );
  }
  copyAs(eleventyConfig, { ...file, namedBy: option });
}

/** Copies a file that an option names to the output, where a page or a passthrough copy of the site takes precedence. */
export function copyAs(eleventyConfig: EleventyConfig, file: SiteFile): void {
  // Eleventy tells of no file that it did not copy, so each is looked at when the build ends.
  copyLate(eleventyConfig, file);
  if (!isGlob.test(file.from) && !isPublished(eleventyConfig, file.to))
    eleventyConfig.addPassthroughCopy({ [file.from]: file.to });
}

/** What Eleventy takes for a glob, so that it would not find a file of that name: `me (1).png`. */
const isGlob = /[*?{}()[\]!+@|\\]/;

const optionFiles = new WeakMap<EleventyConfig, SiteFile[]>();

/** Copies one more file at the end of each build. */
function copyLate(eleventyConfig: EleventyConfig, file: SiteFile): void {
  const files = optionFiles.get(eleventyConfig) ?? [];
  if (!optionFiles.has(eleventyConfig)) {
    optionFiles.set(eleventyConfig, files);
    const copies = lateCopies(eleventyConfig);
    onBuildStart(eleventyConfig, () => copies.set(files));
  }
  files.push(file);
}

const watchers = new Map<string, () => void>();

/**
 * Copies a file again when it changes while the site is served. Eleventy's own watch targets are fixed in the
 * configuration phase, too early for files that are named in data.
 */
function watch(from: string, to: string): void {
  const previous = watchers.get(from);
  if (previous) unwatchFile(from, previous);
  const copyAgain = (): void => void copyIfChanged(from, to).catch(() => undefined); // The file may be gone.
  watchers.set(from, copyAgain);
  watchFile(from, { interval: 500, persistent: false }, copyAgain);
}

/** Copies a file unless its copy is up to date. A build that is stopped leaves the old copy or the new one. */
export async function copyIfChanged(from: string, to: string): Promise<void> {
  const [source, copy] = await Promise.all([stat(from), stat(to).catch(() => undefined)]);
  if (copy && copy.size === source.size && copy.mtimeMs >= source.mtimeMs) return;
  await copyAtomically(from, to);
}
