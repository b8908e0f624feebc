import type { EleventyConfig } from "../eleventy/api.js";
import type { Sections } from "./sections.js";

/**
 * Makes pages of the files in a section's folder: where they say nothing else they have the layout `page`, and a person's
 * name as their title. Call it after whatever else gives files a layout.
 */
export function addFolderPages(eleventyConfig: EleventyConfig, sections: Sections): void {
  eleventyConfig.addPreprocessor("indigo-sections", "md", function (data) {
    if (!sections.ofPage(this.inputPath)) return undefined;
    data.layout ??= "page";
    data.title ??= data.name;
    return undefined;
  });
}
