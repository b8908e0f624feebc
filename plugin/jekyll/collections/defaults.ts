import { executingKey } from "../../eleventy/executed-files.js";
import type { FrontMatterDefault } from "../../options/front-matter-defaults.js";

/** The values that the scope of a default is compared with. */
export interface ScopedFile {
  /** Path relative to the input folder, without a leading slash. */
  path: string;
  /** `posts`, `drafts`, `pages`, or the name of a collection. */
  type: string;
  /** The folder of all collections, which the path lacks and a scope may have. */
  base?: string;
}

/**
 * Adds default values to front matter that lacks them. If several defaults have the same key, the longest path wins, then the
 * last default. Keys with which Eleventy would execute something have no effect, as in Jekyll.
 *
 * @see https://jekyllrb.com/docs/configuration/front-matter-defaults/#precedence
 */
export function applyDefaults(
  data: Record<string, unknown>,
  file: ScopedFile,
  defaults: readonly FrontMatterDefault[],
): void {
  const matching = defaults
    .filter(
      ({ scope }) =>
        isWithin(file.path, withoutBase(scope.path, file.base)) && (!scope.type || scope.type === file.type),
    )
    .toSorted((a, b) => a.scope.path.length - b.scope.path.length)
    .toReversed();
  for (const { values } of matching) {
    for (const [key, value] of Object.entries(values)) {
      if (executingKey({ [key]: value }) !== undefined) continue;
      // An empty value of a page stays empty, such as `layout: null`; in posts and collections the default replaces it.
      if (data[key] === undefined || (data[key] === null && file.type !== "pages")) data[key] = value;
    }
  }
}

const withoutBase = (scope: string, base = ""): string =>
  base !== "" && scope.startsWith(`${base}/`) ? scope.slice(base.length + 1) : scope;

function isWithin(file: string, scope: string): boolean {
  const folder = scope.replaceAll(/^\/|\/$/g, "");
  if (folder === "") return true;
  if (!folder.includes("*")) return file === folder || file.startsWith(`${folder}/`);
  const pattern = folder.split("*").map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${pattern.join("[^/]*")}`).test(file);
}
