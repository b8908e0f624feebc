import type { FrontMatterDefault } from "../options/front-matter-defaults.js";

/** What a default asks a file for. */
export interface Scoped {
  /** Path from the input folder, without a slash at its start. */
  path: string;
  type: "posts" | "drafts" | "pages";
}

/**
 * Gives a file the front matter that it has not itself. Where several defaults have a key, the one of the longest path
 * counts, and of equal ones the last.
 *
 * @see https://jekyllrb.com/docs/configuration/front-matter-defaults/#precedence
 */
export function applyDefaults(
  data: Record<string, unknown>,
  file: Scoped,
  defaults: readonly FrontMatterDefault[],
): void {
  const matching = defaults
    .filter(({ scope }) => isWithin(file.path, scope.path) && (!scope.type || scope.type === file.type))
    .toSorted((a, b) => a.scope.path.length - b.scope.path.length)
    .toReversed();
  for (const { values } of matching) {
    for (const [key, value] of Object.entries(values)) data[key] ??= value;
  }
}

function isWithin(file: string, scope: string): boolean {
  const folder = scope.replaceAll(/^\/|\/$/g, "");
  if (folder === "") return true;
  if (!folder.includes("*")) return file === folder || file.startsWith(`${folder}/`);
  const pattern = folder.split("*").map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${pattern.join("[^/]*")}`).test(file);
}
