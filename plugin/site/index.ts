export type { Edition, Editions } from "./edition.js";
export { addEditions } from "./editions.js";
export { resolveSite } from "./resolve.js";
export { type TranslatedPage, translationsOf } from "./translations.js";
