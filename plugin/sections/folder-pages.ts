import type { EleventyConfig } from "../eleventy/api.js";
import { addPreprocessor } from "../eleventy/preprocessors.js";
import type { Sections } from "./sections.js";

/**
 * Gives the files in a section's folder the layout `page` and, of a person, the name as their title, unless their front
 * matter sets others. Must be called after everything else that gives files a layout.
 */
export function addFolderPages(eleventyConfig: EleventyConfig, sections: Sections): void {
  addPreprocessor(eleventyConfig, "indigo-sections", "md", function (data) {
    if (!sections.ofPage(this.inputPath)) return undefined;
    data.layout ??= "page";
    data.title ??= data.name;
    return undefined;
  });
}
