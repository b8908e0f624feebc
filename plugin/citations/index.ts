export { addCitations } from "./citations.js";
