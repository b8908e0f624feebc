import path from "node:path";
import { fileURLToPath } from "node:url";

const packageRoot = fileURLToPath(new URL("../", import.meta.url));

/** The theme's Nunjucks layouts and partials. */
export const layoutsFolder = path.join(packageRoot, "layouts");

/** The theme's SCSS. */
export const stylesFolder = path.join(packageRoot, "styles");
