import { existsSync } from "node:fs";
import path from "node:path";
import { packageManifest, prebuiltFolder } from "../paths.js";
import { memoize } from "./memoize.js";
import { load } from "./require.js";

/** A value made ahead, and the key that it was made for. */
export interface PrebuiltEntry {
  readonly key: string;
  /** A getter, so that Node compiles only the values that a site needs. */
  readonly value: unknown;
}

/** The file of a collection of entries, such as `icons`: a CommonJS module. */
export const prebuiltFile = (collection: string): string => path.join(prebuiltFolder, `${collection}.cjs`);

const entriesOf = memoize((collection: string): Readonly<Record<string, PrebuiltEntry>> => {
  const file = prebuiltFile(collection);
  return existsSync(file) ? (load(file) as Record<string, PrebuiltEntry>) : {};
});

/**
 * Returns a value that the build made ahead, as long as it is fresh; otherwise makes it. This is the one rule of what is
 * fresh: a key names everything that a value depends on and that may differ from the time of the build, and both keys are
 * the same.
 *
 * @param name - Collection and entry: `icons/fa7-brands/github`.
 * @param key - A hash of files of the theme, or the version of a package.
 * @param make - Makes the value, if the theme has changed since the build, or runs from its source without one.
 */
export function prebuilt<Value>(name: string, key: string, make: () => Value): Value {
  const slash = name.indexOf("/");
  const entry = entriesOf(name.slice(0, slash))[name.slice(slash + 1)];
  return entry?.key === key ? (entry.value as Value) : make();
}

/**
 * The key of data from a package that only the build needs, and that a site does not have: the version range that this
 * package depends on.
 */
export const versionKey = (dependency: string): string => packageManifest.devDependencies[dependency] ?? "";
