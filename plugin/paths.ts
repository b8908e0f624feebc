import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** The fields of this package's `package.json` that the plugin reads. */
export interface PackageManifest {
  name: string;
  version: string;
  peerDependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

const packageName = "eleventy-plugin-indigo";

/** Walks up to the package folder, since modules run from `plugin/`, from `dist/` and from bundled chunks. */
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

const { folder, manifest } = findPackage(path.dirname(fileURLToPath(import.meta.url)));

/** The folder in which this package is installed. */
export const packageRoot = folder;

/** The contents of this package's `package.json`. */
export const packageManifest = manifest;

/** The theme's Nunjucks layouts and partials. */
export const layoutsFolder = path.join(packageRoot, "layouts");

/** The theme's client scripts. */
export const scriptsFolder = path.join(layoutsFolder, "scripts");

/** The theme's SCSS. */
export const stylesFolder = path.join(packageRoot, "styles");

/** The folder of the theme's SCSS as a URL that ends with a slash. */
export const stylesUrl = pathToFileURL(path.join(stylesFolder, "/"));

/** The output of `npm run build`, which is published. */
export const distFolder = path.join(packageRoot, "dist");

/** The folder of prebuilt values; see `utils/prebuilt.ts`. */
export const prebuiltFolder = path.join(distFolder, "prebuilt");

/** The process in which the command-line tool builds a site. */
export const workerFile = path.join(distFolder, "cli/build/worker.js");

/** The process that holds temporary folders for the command-line tool. */
export const keeperFile = path.join(distFolder, "cli/swap-process.js");

/** The thread in which `migrate` compiles the Sass of a site. */
export const sassWorkerFile = path.join(distFolder, "cli/migrate/sass-worker.js");
