export { type Appearance, resolveAppearance } from "./appearance.js";
export type { Favicon } from "./favicon.js";
export { addFavicons } from "./favicons.js";
export { addThemeScript } from "./scripts.js";
export { addCommentsScript, addSearchScript, addStyles, type Stylesheets } from "./stylesheets.js";
