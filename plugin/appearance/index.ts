export { type Appearance, resolveAppearance } from "./appearance.js";
export type { Favicon } from "./favicon.js";
export { addFavicons } from "./favicons.js";
export { plainColors } from "./plain-colors.js";
export { addScripts, type Scripts } from "./scripts.js";
export { isThemeStylesheet, stylePartNames, styleParts } from "./style-parts.js";
export { addStyles, type Stylesheets } from "./stylesheets.js";
