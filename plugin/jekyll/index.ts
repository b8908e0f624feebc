export {
  type Collections,
  fileUrl,
  folderOfPage,
  isListed,
  isSass,
  listOf,
  pagesFor,
  readCollections,
  readFileName,
  readPagination,
} from "./collections/index.js";
export { type Exclusion, excluder, hasFrontMatter } from "./files/index.js";
export { addJekyll } from "./jekyll.js";
export { type JekyllSource, readSource } from "./read/index.js";
export { themeSass } from "./sass/index.js";
export { readRubyYaml } from "./yaml/index.js";
