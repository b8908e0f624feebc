// Separate from ../read/, because every site imports this module.
export { readRubyYaml } from "./read-yaml.js";
export { RubyDay } from "./scalars.js";
