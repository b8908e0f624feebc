/** Jekyll's default for `exclude`. */
const defaultExclude = [
  "Gemfile",
  "Gemfile.lock",
  "node_modules",
  "vendor",
  ".sass-cache",
  ".jekyll-cache",
  "gemfiles",
];

/**
 * Returns a function that tests whether Jekyll excludes a file, by its path relative to the site's folder.
 *
 * @param exclude - The key `exclude` of `_config.yml`.
 * @param include - The key `include`, which overrides `exclude`.
 */
export function excluder(exclude: readonly string[], include: readonly string[]): (file: string) => boolean {
  const names = [...defaultExclude, ...exclude].map(trimmed);
  const kept = include.map(trimmed);
  const isWithin = (file: string, name: string): boolean => file === name || file.startsWith(`${name}/`);
  return (file) => {
    if (kept.some((name) => isWithin(file, name))) return false;
    if (names.some((name) => isWithin(file, name) || matches(name, file))) return true;
    return file.split("/").some((part) => /^[._#]|~$/.test(part) && !/^_(posts|drafts)$/.test(part));
  };
}

/** Matches a pattern of Jekyll's, in which `*` is any part of a name. */
function matches(pattern: string, file: string): boolean {
  if (!pattern.includes("*")) return false;
  const parts = pattern.split("*").map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("[^/]*")}(/|$)`).test(file);
}

const trimmed = (name: string): string => name.replaceAll(/^\.?\/|\/$/g, "");
