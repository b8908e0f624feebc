import type { EleventyConfig } from "./api.js";

/** The event with which a build hands its warnings about publications to programs, such as `check`. */
export const publicationWarningsEvent = "indigo.publicationWarnings";

/** Prints a warning, in one sentence; the build goes on. */
export type Warn = (message: string) => void;

/** Returns a function that prints a warning as `indigo: …`. */
export function warner({ logger }: Pick<EleventyConfig, "logger">): Warn {
  return (message) => logger.log(`indigo: ${message}`);
}

/** Returns a function that prints each distinct warning once a build. */
export function warnerOnce(eleventyConfig: EleventyConfig): Warn {
  const warn = warner(eleventyConfig);
  const printed = new Set<string>();
  eleventyConfig.on("eleventy.before", () => printed.clear());
  return (message) => {
    if (!printed.has(message)) warn(message);
    printed.add(message);
  };
}
