import { existsSync } from "node:fs";
import path from "node:path";
import { packageManifest, prebuiltFolder } from "../paths.js";
import { memoize } from "./memoize.js";
import { load } from "./require.js";

/** A value that `npm run build` computed, and the key that it depends on. */
export interface PrebuiltEntry {
  readonly key: string;
  /** A getter, so that Node.js compiles only the values that a site needs. */
  readonly value: unknown;
}

/** Returns the file of a collection of entries, such as `icons`: a CommonJS module. */
export const prebuiltFile = (collection: string): string => path.join(prebuiltFolder, `${collection}.cjs`);

const entriesOf = memoize((collection: string): Readonly<Record<string, PrebuiltEntry>> => {
  const file = prebuiltFile(collection);
  return existsSync(file) ? (load(file) as Record<string, PrebuiltEntry>) : {};
});

/**
 * Returns a prebuilt value if it is fresh; otherwise computes it. A value is fresh if its key has not changed: the key
 * covers everything that the value depends on and that may have changed since the build.
 *
 * @param name - Collection and entry: `icons/fa7-brands/github`.
 * @param key - A hash of theme files, or the version of a package.
 * @param make - Computes the value, if the theme has changed since the build or runs from its source.
 */
export function prebuilt<Value>(name: string, key: string, make: () => Value): Value {
  const slash = name.indexOf("/");
  const entry = entriesOf(name.slice(0, slash))[name.slice(slash + 1)];
  return entry?.key === key ? (entry.value as Value) : make();
}

/**
 * Returns the key of data that comes from a development dependency, which sites do not install: the version range in
 * `package.json`.
 */
export const versionKey = (dependency: string): string => packageManifest.devDependencies[dependency] ?? "";
