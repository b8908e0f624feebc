export { parseCsv } from "./csv.js";
export { parseRubyTime, type WrittenTime } from "./ruby-time.js";
export { type JekyllSource, readSource } from "./source.js";
