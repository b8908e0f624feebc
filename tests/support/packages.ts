import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./site.ts";

/** As much of a package.json as is looked at. */
export interface Manifest {
  name: string;
  license?: string;
  dependencies?: Record<string, string>;
  /** Such as a program for one kind of machine. */
  optionalDependencies?: Record<string, string>;
}

const manifestIn = (folder: string): Manifest =>
  JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as Manifest;

/** The project's own. */
export const project = manifestIn(root);

/** The folder from which Node would load a package for one that lies in `from`. */
function folderOf(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const found = path.join(folder, "node_modules", name);
    if (existsSync(path.join(found, "package.json"))) return found;
    if (folder === path.dirname(folder)) return undefined;
  }
}

/** The packages that come with the plugin's at run-time, and those that come with them, by name. */
export function runtimePackages(): Map<string, Manifest> {
  const found = new Map<string, Manifest>();
  const visit = (manifest: Manifest, from: string): void => {
    for (const name of Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies })) {
      const folder = folderOf(name, from);
      if (!folder || found.has(name)) continue;
      const own = manifestIn(folder);
      found.set(name, own);
      visit(own, folder);
    }
  };
  visit(project, root);
  return found;
}
