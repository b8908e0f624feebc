import { layoutsFolder, stylesFolder } from "../paths.js";
import type { EleventyConfig } from "./api.js";

/**
 * Lets a serving Eleventy show at once what changes in the theme itself. Only whoever works on the theme changes these
 * files: in a site they lie in node_modules, which Eleventy does not watch.
 */
export function watchTheme(eleventyConfig: EleventyConfig): void {
  for (const folder of [layoutsFolder, stylesFolder]) {
    eleventyConfig.addWatchTarget(folder, { resetConfig: true });
  }
}
