import { readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { EleventyConfig } from "../../eleventy/api.js";
import { writeAtomically } from "../../utils/atomic-write.js";
import { cacheFolder } from "../../utils/build-cache.js";
import { keptImage } from "../../utils/kept-image.js";
import { isWholeImage } from "../../utils/whole-image.js";

/** Age in milliseconds at which an image that a build does not use is removed. Builds may differ in what they show. */
const maxAge = 30 * 24 * 60 * 60 * 1000;

/** Files of the output that are kept between builds. Their names contain a hash of what they show. */
export interface ImageStore {
  /** Ensures that a file is in the output: it is there, is copied from an earlier build, or is made. */
  provide(name: string, make: () => Promise<Buffer>): Promise<void>;
  /** Removes old files that were not asked for since the last call. */
  tidy(): Promise<void>;
}

/** Opens the store of images, in the folder of the theme's caches if there is one. */
export function openImageStore(eleventyConfig: EleventyConfig): ImageStore {
  const caches = cacheFolder();
  const folder = caches && path.join(caches, "share-images");
  const asked = new Set<string>();
  const running = new Map<string, Promise<void>>();
  const keep = async (name: string, file: string, make: () => Promise<Buffer>): Promise<void> => {
    if (isWholeImage(file)) return;
    await writeAtomically(file, await keptImage(folder && path.join(folder, name), make));
  };
  return {
    provide(name, make) {
      asked.add(name);
      const file = path.join(eleventyConfig.directories.output, "assets", name);
      const known = running.get(file) ?? keep(name, file, make).finally(() => running.delete(file));
      running.set(file, known);
      return known;
    },
    async tidy() {
      const names = folder ? await readdir(folder).catch(() => []) : [];
      const unused = names.filter((name) => !asked.has(name));
      asked.clear();
      for (const name of unused) {
        const file = path.join(folder ?? "", name);
        const age = Date.now() - ((await stat(file).catch(() => undefined))?.mtimeMs ?? Date.now());
        if (age > maxAge) await rm(file, { force: true }).catch(() => {});
      }
    },
  };
}
