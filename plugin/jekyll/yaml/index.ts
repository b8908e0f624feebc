// Separate from ../read/, because every site imports this module.
export { floatEntries, RubyFloat, toFloat } from "./float.js";
export { type RubyYaml, readRubyYaml } from "./read-yaml.js";
export { RubyDay } from "./scalars.js";
