export { fenceReader } from "./code/fences.js";
export { addHighlighting, highlightFigure } from "./code/highlight.js";
export { ownEnvironment, type PageEnvironment, sourceOfPage } from "./environment.js";
export { addMarkdown } from "./markdown.js";
export { addWritingShortcodes } from "./shortcodes.js";
export { alignmentClasses, charactersOnPhone } from "./tables.js";
export { addTaskBox, takeTaskBox } from "./tasks.js";
