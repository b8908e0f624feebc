export type { Citation, Cite } from "./citation.js";
export { addCitations, type Citing } from "./citations.js";
export { citationMarker, referencesMarker } from "./marker.js";
export { addPostCitations } from "./posts.js";
export { readArguments as readCiteArguments } from "./syntax.js";
