export { frontMatterOf } from "./front-matter.js";
export { readNotebook } from "./read-notebook.js";
export { titleOf } from "./title.js";
