export { type Collections, readCollections } from "./collections.js";
export { type Exclusion, excluder } from "./exclusion.js";
export { fileUrl } from "./file-url.js";
export { hasFrontMatter } from "./files.js";
export { addJekyll } from "./jekyll.js";
export { isSass } from "./output-extension.js";
export { type JekyllSource, readSource } from "./source.js";
export { themeSass } from "./theme-sass.js";
export { readRubyYaml } from "./yaml.js";
