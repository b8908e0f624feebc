export { type Exclusion, excluder } from "./exclusion.js";
export { addFiles, hasFrontMatter, isBuiltBy, isJekyllFile, isPage } from "./files.js";
export { isReadable, statOf, unusualFiles } from "./links.js";
export { addFloats, floatsOf, globals, isReserved, ownData } from "./own-data.js";
export { postFiles, regularFiles } from "./regular-files.js";
export { addSources, type SourceOf, type Sources } from "./sources.js";
export { templateTexts } from "./template-texts.js";
