// A face of its own: the library for colors takes its time to load, and most sites need none of it.
export { defaultTokens } from "../theme-styles.js";
export { contrastMessage, lowContrastPairs, nearestReadable, normalizeColor } from "./contrast.js";
