import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** The part of the package's own `package.json` that the plugin reads. */
export interface PackageManifest {
  name: string;
  version: string;
  peerDependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

const packageName = "eleventy-plugin-indigo";

/** Walks up to the package's folder: modules run from `plugin/`, from `dist/` and from bundled chunks. */
function findPackage(start: string): { folder: string; manifest: PackageManifest } {
  for (let folder = start; ; folder = path.dirname(folder)) {
    const file = path.join(folder, "package.json");
    if (existsSync(file)) {
      const manifest = JSON.parse(readFileSync(file, "utf8")) as PackageManifest;
      if (manifest.name === packageName) return { folder, manifest };
    }
    if (folder === path.dirname(folder)) throw new Error(`${packageName}: no package.json above ${start}`);
  }
}

const found = findPackage(path.dirname(fileURLToPath(import.meta.url)));

/** The folder of the package, as it is installed. */
export const packageRoot = found.folder;

/** The package's own `package.json`. */
export const packageManifest = found.manifest;

/** The theme's Nunjucks layouts and partials. */
export const layoutsFolder = path.join(packageRoot, "layouts");

/** The theme's client scripts. */
export const scriptsFolder = path.join(layoutsFolder, "scripts");

/** The theme's SCSS. */
export const stylesFolder = path.join(packageRoot, "styles");

/** The same as a URL, with a slash at its end. */
export const stylesUrl = pathToFileURL(path.join(stylesFolder, "/"));

/** The build's output, which is published. */
export const distFolder = path.join(packageRoot, "dist");

/** What the build makes ahead of run time; see `utils/prebuilt.ts`. */
export const prebuiltFolder = path.join(distFolder, "prebuilt");

/** The process that builds a site for the command. */
export const workerFile = path.join(distFolder, "cli/build/worker.js");

/** The process that keeps temporary folders for the command. */
export const keeperFile = path.join(distFolder, "cli/migrate/swap-process.js");
