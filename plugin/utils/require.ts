import { createRequire } from "node:module";

/**
 * Loads a package or a JSON file synchronously, for packages that few sites need inside a synchronous function, for
 * CommonJS packages, and for JSON, since importing JSON prints a warning on Node.js 20. `load.resolve` returns the path of
 * a package's file.
 */
export const load = createRequire(import.meta.url);
