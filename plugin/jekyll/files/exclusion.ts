import path from "node:path";
import { memoize } from "../../utils/memoize.js";
import { type CollectionSettings, readCollections } from "../collections/index.js";
import type { IndigoConfig } from "../config/index.js";

/** Jekyll's default for `exclude`, which a site's own list extends. */
const defaultExclude = [
  ".sass-cache",
  ".jekyll-cache",
  "gemfiles",
  "Gemfile",
  "Gemfile.lock",
  "node_modules",
  "vendor/bundle/",
  "vendor/cache/",
  "vendor/gems/",
  "vendor/ruby/",
];

/** Files of npm, TypeScript and Eleventy at the top of a site, which Jekyll does not know. */
const buildFile =
  /^(package(-lock)?\.json|pnpm-lock\.yaml|yarn\.lock|tsconfig\.json|eleventy\.config\.\w+|\.eleventy\.\w+)$/;

/** Folders that are never part of a site, at any depth. */
const foreignFolder = /^(node_modules|\.git)$/i;

/** What {@link excluder} returns. */
export interface Exclusion {
  /** Returns whether Jekyll neither builds nor copies a file or folder. */
  isExcluded(file: string): boolean;
  /** The same, but also true for posts, drafts and collections, which Jekyll does not copy to the same path. */
  isNotCopied(file: string): boolean;
}

/**
 * Returns functions that test whether Jekyll excludes a file, by its path relative to the site's folder. Each folder on its way
 * is tested as well: `include` overrides `exclude` and the rule that names that start with `.`, `_`, `#` or `~`, or end with
 * `~`, are excluded.
 *
 * @param config - The keys `exclude` and `include` of `_config.yml`, and those of collections.
 * @param output - The output folder, relative to the site's.
 * @see https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/entry_filter.rb
 */
export function excluder(
  config: Pick<IndigoConfig, "exclude" | "include"> & CollectionSettings,
  output = "_site",
): Exclusion {
  const collections = readCollections(config);
  const include = config.include ?? [".htaccess"];
  const exclude = [...defaultExclude, ...(config.exclude ?? [])].filter((name) => !include.includes(name));
  const isIncluded = matcher(include);
  const isListed = matcher(exclude);
  const outputFolder = rooted(output);
  const test = memoize((file: string): "content" | "excluded" | undefined => {
    const parent = path.posix.dirname(file);
    const name = path.posix.basename(file);
    const above = parent === "." ? undefined : test(parent);
    const within = collections.find(file)?.within;
    // The folder around a collection may have any name.
    if (above === "excluded" && within !== "") return above;
    if (foreignFolder.test(name) || rooted(file) === outputFolder) return "excluded";
    if (within !== undefined) return isExcludedWithin(file, within) ? "excluded" : "content";
    const isContent = /^_(posts|drafts)$/.test(name) && above === undefined;
    // Jekyll compares `include` with the name alone.
    if (isIncluded(name) && !isContent) return above;
    if (isListed(file) || (parent === "." && buildFile.test(name))) return "excluded";
    if (isContent) return "content";
    return /^[._#~]|~$/.test(name) ? "excluded" : above;
  });
  /** Jekyll tests the path in the folder of a collection as a whole, and its last name. */
  function isExcludedWithin(file: string, within: string): boolean {
    if (isIncluded(within) || isIncluded(path.posix.basename(within))) return false;
    if (isListed(collections.relative(file))) return true;
    return /^[._#~]|\/[._#~][^/]*$|~$/.test(within);
  }
  /** Jekyll reads a file that `include` names by its whole path, whatever is around it. */
  const isNamed = (file: string): boolean => include.some((name) => rooted(name) === rooted(file));
  const isWithinNamed = (file: string): boolean =>
    collections.isAbove(file) || include.some((name) => rooted(name).startsWith(`${rooted(file)}/`));
  return {
    isExcluded: (file) => file !== "" && test(file) === "excluded" && !isNamed(file) && !isWithinNamed(file),
    isNotCopied: (file) => file !== "" && test(file) !== undefined && !isNamed(file) && !isWithinNamed(file),
  };
}

const rooted = (name: string): string => `/${name.replace(/^(\.?\/)+/, "").replace(/\/+$/, "")}`;

/**
 * Returns a function that matches a path with patterns as Jekyll does: with those of `File.fnmatch`, in which `*` is any text,
 * slashes included; and with the starts of paths.
 */
function matcher(patterns: readonly string[]): (file: string) => boolean {
  const starts = patterns.map((pattern) => `/${pattern.replace(/^\/+/, "")}`);
  const globs = starts.filter((pattern) => /[*?[\\]/.test(pattern)).map(globPattern);
  return (file) => {
    const full = `/${file}`;
    return (
      starts.some((start) => full.startsWith(start) || start === `${full}/`) ||
      globs.some((glob) => glob.test(full))
    );
  };
}

/** Converts the characters in brackets. An escaped `-` is no range. */
const setSource = (set: string): string =>
  set.replaceAll(/\\?(.)/gs, (written: string, character: string) =>
    /[\\\]^[]/.test(character) || written === "\\-" ? `\\${character}` : character,
  );

/** Converts a pattern of Ruby's `File.fnmatch` without flags. */
function globPattern(pattern: string): RegExp {
  const source = pattern.replaceAll(
    /\*+|\?|\[([!^]?)((?:\\.|[^\]\\])+)\]|\\(.)|[^*?[\\]+|[[\\]/gs,
    (part, not: string | undefined, set: string | undefined, escaped: string | undefined) => {
      if (part.startsWith("*")) return "[^]*";
      if (part === "?") return "[^]";
      if (set !== undefined) return `[${not ? "^" : ""}${setSource(set)}]`;
      return (escaped ?? part).replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");
    },
  );
  try {
    return new RegExp(`^${source}$`);
  } catch {
    // A set such as `[z-a]` matches nothing.
    return /(?!)/;
  }
}
