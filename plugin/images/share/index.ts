export {
  type Drawing,
  height as shareImageHeight,
  NotDrawn,
  prepareDrawing,
  type RenderShareImage,
  type ShareImageFacts,
  width as shareImageWidth,
} from "./drawing.js";
export { shareImageFonts } from "./fonts.js";
export { Ruler } from "./measure.js";
export { type Portrait, portraitReader } from "./portrait.js";
export { type ImageStore, openImageStore } from "./store.js";
