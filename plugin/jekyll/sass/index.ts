export { addSassPages, sassCompiler } from "./compiler.js";
export { themeSass } from "./theme-files.js";
