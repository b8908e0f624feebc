import type { EleventyConfig } from "./api.js";
import { onBuildStart } from "./build-start.js";

/** The event with which a build hands its warnings about publications to programs, such as `check`. */
export const publicationWarningsEvent = "indigo.publicationWarnings";

/** Prints a warning, in one sentence; the build goes on. */
export type Warn = (message: string) => void;

/** Returns a function that prints a warning as `indigo: …`, in quiet builds too, as those of `migrate` and `check` are. */
export function warner({ logger }: Pick<EleventyConfig, "logger">): Warn {
  return (message) => {
    const text = `indigo: ${message}`;
    if (logger.forceLog) logger.forceLog(text);
    else logger.log(text);
  };
}

const onceWarners = new WeakMap<object, Warn>();

/** Returns a function that prints each distinct warning once a build. All callers of a site share one. */
export function warnerOnce(eleventyConfig: EleventyConfig): Warn {
  const known = onceWarners.get(eleventyConfig);
  if (known) return known;
  const warn = warner(eleventyConfig);
  const printed = new Set<string>();
  onBuildStart(eleventyConfig, () => printed.clear());
  const once: Warn = (message) => {
    if (!printed.has(message)) warn(message);
    printed.add(message);
  };
  onceWarners.set(eleventyConfig, once);
  return once;
}
