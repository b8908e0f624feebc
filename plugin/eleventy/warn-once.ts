import type { EleventyConfig } from "./api.js";

/** Logs a warning to the author. */
export type Warn = (message: string) => void;

/** Returns a function that logs each warning once in a build. */
export function warnOnce(eleventyConfig: EleventyConfig): Warn {
  const logged = new Set<string>();
  eleventyConfig.on("eleventy.before", () => logged.clear());
  return (message) => {
    if (logged.has(message)) return;
    logged.add(message);
    eleventyConfig.logger.log(`indigo: ${message}`);
  };
}
