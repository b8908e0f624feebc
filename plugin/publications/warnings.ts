import type { EleventyConfig } from "../eleventy/api.js";

/** The event with which a build hands its warnings about publications to `check`. */
export const publicationWarnings = "indigo.publicationWarnings";

/** Hands the warnings of a build to programs that listen, such as `check`. */
export function reportWarnings(eleventyConfig: EleventyConfig, warnings: readonly string[]): void {
  eleventyConfig.emit?.(publicationWarnings, warnings);
}
