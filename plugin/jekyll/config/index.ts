// A face of its own: every site asks whether it has a _config.yml, and few load the rest of Jekyll.
export { type ConfigFile, readConfigFile } from "./read.js";
export { type IndigoConfig, indigoConfig } from "./schema.js";
