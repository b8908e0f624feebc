export { type MathJaxSettings, mathJaxSettings } from "./settings.js";
export { templateTexts } from "./templates.js";
