export { addArchives } from "./archive-pages.js";
export { addPageFilters } from "./filters.js";
export { addHome } from "./home/home.js";
export { addRedirects } from "./redirects.js";
export { addSearch } from "./search-index.js";
export { addPages } from "./theme-pages.js";
