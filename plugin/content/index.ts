export { type Archive, Archives } from "./archives.js";
export { type Author, type AuthorPeople, authorFinder, authorsFinder, validateAuthors } from "./authors.js";
export { type BuildIndex, indexBuild } from "./build-index.js";
export type { Content } from "./content.js";
export { addPostFilters } from "./filters.js";
export { isPageField, nearPageField } from "./page-fields.js";
export type { Post } from "./post.js";
export { addPublishing, isDraft, type Publishing } from "./publishing.js";
