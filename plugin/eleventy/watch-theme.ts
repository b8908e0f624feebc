import { layoutsFolder, stylesFolder } from "../paths.js";
import type { EleventyConfig } from "./api.js";

/**
 * Rebuilds a served site when the theme itself changes, for development of the theme. In a site the theme is in
 * node_modules, which Eleventy does not watch.
 */
export function watchTheme(eleventyConfig: EleventyConfig): void {
  for (const folder of [layoutsFolder, stylesFolder]) {
    eleventyConfig.addWatchTarget(folder, { resetConfig: true });
  }
}
