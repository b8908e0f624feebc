import { createRequire } from "node:module";

/**
 * Loads a package or a JSON file at once: for what is needed in the middle of a synchronous function and by few sites, for
 * packages in CommonJS, and for JSON, whose import warns on Node 20. Also finds the files of a package: `load.resolve`.
 */
export const load = createRequire(import.meta.url);
