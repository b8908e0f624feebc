import type { BuildStart, EleventyConfig } from "./api.js";

type Listener = (build: BuildStart) => void | Promise<void>;

const listeners = new WeakMap<EleventyConfig, Listener[]>();

/**
 * Runs a function at the start of each build, before data is read. Functions share one listener, since Eleventy warns of many
 * to one event.
 */
export function onBuildStart(eleventyConfig: EleventyConfig, listener: Listener): void {
  const known = listeners.get(eleventyConfig);
  if (known) {
    known.push(listener);
    return;
  }
  const all = [listener];
  listeners.set(eleventyConfig, all);
  eleventyConfig.on("eleventy.before", async (build) => {
    await Promise.all(all.map((each) => each(build)));
  });
}
