export { ownEnvironment } from "./environment.js";
export { addHighlighting, highlightFigure } from "./highlight.js";
export { addMarkdown } from "./markdown.js";
export { addWritingShortcodes } from "./shortcodes.js";
