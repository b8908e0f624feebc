export { addScholarTags } from "./tags.js";
