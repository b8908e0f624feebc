import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { packageManifest } from "../paths.js";
import { writeAtomically } from "./atomic-write.js";

/** Texts that one build computes and the next one takes from a file. */
export interface BuildCache {
  /** Returns a text of this build or an earlier one. */
  get(key: string): string | undefined;
  set(key: string, text: string): void;
  /** Ends a build: forgets what it did not ask for, and writes the file if there is much new in it. */
  save(): Promise<void>;
}

/** The number of new texts for which the file is written. A small site computes its few again, and leaves no file. */
const minNew = 10;

/**
 * Returns the theme's folder in `node_modules/.cache/`, where other tools keep theirs: it holds nothing of the author's, is in
 * no repository, and goes with the packages.
 *
 * @returns `undefined` without a folder `node_modules` in the working folder.
 */
export function cacheFolder(): string | undefined {
  const folder = path.resolve("node_modules");
  return existsSync(folder) ? path.join(folder, ".cache", packageManifest.name) : undefined;
}

/**
 * Opens a cache in {@link cacheFolder}. Without it, or if it can't be written, texts are kept only while the site is served.
 *
 * @param name - The name of the file.
 * @param version - What the texts depend on besides their keys. A file of another version is not read.
 */
export function openBuildCache(name: string, version: string): BuildCache {
  const folder = cacheFolder();
  const file = folder && path.join(folder, `${name}.json`);
  const texts = (file && read(file, version)) || new Map<string, string>();
  const asked = new Set<string>();
  let isNew = 0;
  return {
    get(key) {
      asked.add(key);
      return texts.get(key);
    },
    set(key, text) {
      asked.add(key);
      texts.set(key, text);
      isNew += 1;
    },
    async save() {
      for (const key of texts.keys()) if (!asked.has(key)) texts.delete(key);
      asked.clear();
      if (!file || isNew < minNew) return;
      isNew = 0;
      // Without the file, the next build takes longer, and nothing else.
      await writeAtomically(file, JSON.stringify({ version, texts: Object.fromEntries(texts) })).catch(
        () => {},
      );
    },
  };
}

/** Reads the file of a cache; returns nothing if it is of another version, or can't be read. */
function read(file: string, version: string): Map<string, string> | undefined {
  try {
    const content = JSON.parse(readFileSync(file, "utf8"));
    if (content?.version !== version) return;
    const texts = Object.entries(content.texts).filter(([, text]) => typeof text === "string");
    return new Map(texts as [string, string][]);
  } catch {
    return;
  }
}
