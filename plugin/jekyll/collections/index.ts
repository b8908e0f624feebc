export {
  type Collection,
  type CollectionFile,
  type CollectionSettings,
  type Collections,
  readCollections,
} from "./collections.js";
export { isEmptyDate, postMoment } from "./dates.js";
export { applyDefaults } from "./defaults.js";
export {
  type Document,
  documentMoment,
  hasNoLayout,
  isYamlFile,
  layoutTest,
  readDocument,
  staticFileUrl,
} from "./documents.js";
export { excerptOf } from "./excerpt.js";
export { type FileName, listOf, readFileName, titleOf } from "./file-names.js";
export { type FileUrl, fileUrl, pageUrl, postPlace } from "./file-url.js";
export { inOrder } from "./order.js";
export { isCoffeeScript, isSass, outputExtension } from "./output-extension.js";
export { folderOfPage, isListed, type PaginationPlan, pagesFor, readPagination } from "./pagination.js";
export { encodedPath, insideOutput, isWithoutExtension, postPermalink } from "./permalink.js";
export { shadowedFiles } from "./shadowed.js";
