export { applyDefaults } from "./defaults.js";
export { dayOf, listOf, readFileName } from "./documents.js";
export { addJekyll } from "./jekyll.js";
export { pagePermalink, postPermalink, withFile } from "./permalink.js";
