import type { EleventyConfig } from "./api.js";

/** Returns the extensions that were added to Eleventy so far, by the site's own config or by the theme. */
export const addedExtensions = ({ extensionMap }: EleventyConfig): string[] =>
  [...extensionMap].map(({ extension }) => extension);
