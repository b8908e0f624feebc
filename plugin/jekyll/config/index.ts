// Separate from ../index.ts, because every site imports this module, and few load the rest of Jekyll.
export { type ConfigFile, readConfigFile } from "./read.js";
export { type IndigoConfig, indigoConfig } from "./schema.js";
export { isSocialKey } from "./social-links.js";
