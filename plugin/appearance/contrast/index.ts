// Not part of the room's index, since the color library is slow to load, and most sites do not need it.
export { defaultTokens } from "../theme-styles.js";
export {
  contrast,
  contrastMessage,
  hexColor,
  lowContrastPairs,
  nearestReadable,
  normalizeColor,
} from "./contrast.js";
export { finalColors } from "./final-colors.js";
export { type RootProperties, rootProperties } from "./root-properties.js";
