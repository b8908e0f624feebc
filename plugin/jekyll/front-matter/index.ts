export { addFileDates } from "./file-dates.js";
export { addFrontMatter } from "./front-matter.js";
