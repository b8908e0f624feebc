/** What Jekyll leaves out unless it is told otherwise. */
const leftOut = [
  "Gemfile",
  "Gemfile.lock",
  "node_modules",
  "vendor",
  ".sass-cache",
  ".jekyll-cache",
  "gemfiles",
];

/**
 * Says of a file, by its path from the site's folder, whether Jekyll passes it over.
 *
 * @param exclude - The key of `_config.yml`, and so is `include`, which counts more.
 */
export function excluder(exclude: readonly string[], include: readonly string[]): (file: string) => boolean {
  const names = [...leftOut, ...exclude].map(trimmed);
  const kept = include.map(trimmed);
  const isWithin = (file: string, name: string): boolean => file === name || file.startsWith(`${name}/`);
  return (file) => {
    if (kept.some((name) => isWithin(file, name))) return false;
    if (names.some((name) => isWithin(file, name) || matches(name, file))) return true;
    return file.split("/").some((part) => /^[._#]|~$/.test(part) && !/^_(posts|drafts)$/.test(part));
  };
}

/** Jekyll's patterns have `*` for any part of a name. */
function matches(pattern: string, file: string): boolean {
  if (!pattern.includes("*")) return false;
  const parts = pattern.split("*").map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("[^/]*")}(/|$)`).test(file);
}

const trimmed = (name: string): string => name.replaceAll(/^\.?\/|\/$/g, "");
