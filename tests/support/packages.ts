import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./site.ts";

/** The fields of a package.json that tests read. */
export interface Manifest {
  name: string;
  license?: string;
  dependencies?: Record<string, string>;
  /** Such as a binary for one platform. */
  optionalDependencies?: Record<string, string>;
}

const manifestIn = (folder: string): Manifest =>
  JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as Manifest;

/** The project's own package.json. */
export const project = manifestIn(root);

/** Returns the folder from which Node loads a package that a module in `from` imports. */
function folderOf(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, "node_modules", name);
    if (existsSync(path.join(candidate, "package.json"))) return candidate;
    if (folder === path.dirname(folder)) return undefined;
  }
}

/** Returns the runtime dependencies of the plugin, direct and indirect, by name. */
export function runtimePackages(): Map<string, Manifest> {
  const packages = new Map<string, Manifest>();
  const visit = (manifest: Manifest, from: string): void => {
    for (const name of Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies })) {
      const folder = folderOf(name, from);
      if (!folder || packages.has(name)) continue;
      const own = manifestIn(folder);
      packages.set(name, own);
      visit(own, folder);
    }
  };
  visit(project, root);
  return packages;
}
