export { addArchives } from "./archive-pages.js";
export { addPageFilters } from "./filters.js";
export { addSearch } from "./search-index.js";
export { addPages } from "./theme-pages.js";
