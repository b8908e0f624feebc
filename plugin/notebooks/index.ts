export { addNotebooks } from "./notebooks.js";
