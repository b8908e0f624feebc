export { type MathJaxSettings, mathJaxSettings } from "./settings.js";
