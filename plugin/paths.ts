import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the package itself, as it is installed. All paths start here, as modules are bundled. */
export const packageRoot = fileURLToPath(new URL("../", import.meta.url));

/** The theme's Nunjucks layouts and partials. */
export const layoutsFolder = path.join(packageRoot, "layouts");

/** The theme's client scripts. */
export const scriptsFolder = path.join(layoutsFolder, "scripts");

/** The theme's CSS as it comes compiled with the package. */
export const compiledStylesFolder = path.join(packageRoot, "dist/styles");

/** The theme's icons as they come with the package. */
export const compiledIconsFile = path.join(packageRoot, "dist/icons.json");

/** The theme's layouts and partials as they come compiled with the package. */
export const compiledLayoutsFile = path.join(packageRoot, "dist/layouts.cjs");

/** The schema of JSON Resume as it comes with the package. */
export const compiledResumeSchema = path.join(packageRoot, "dist/resume-schema.json");

/** What the command starts as a process of its own to build a site. */
export const workerFile = path.join(packageRoot, "dist/cli/build/worker.js");

/** What it starts to keep temporary folders. */
export const keeperFile = path.join(packageRoot, "dist/cli/migrate/swap-process.js");

/** The theme's SCSS. */
export const stylesFolder = path.join(packageRoot, "styles");

/** The same as an address, with a slash at its end. */
export const stylesUrl = new URL("../styles/", import.meta.url);
