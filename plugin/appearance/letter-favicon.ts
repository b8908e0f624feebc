import type { EleventyConfig } from "../eleventy/api.js";
import { addHashedFile } from "../eleventy/hashed-file.js";
import type { Site } from "../options/site.js";
import { escapeHtml } from "../utils/html.js";
import type { Appearance } from "./appearance.js";
import type { Favicon } from "./favicon.js";

/**
 * Creates a favicon for a site without an image: the first letter of its title, in the color of the page on the accent
 * color. It is an SVG, which needs no package, and whose text the browser renders.
 */
export function letterFavicon(
  eleventyConfig: EleventyConfig,
  { title, language }: Site,
  { accent: { color, background } }: Appearance,
): Favicon[] {
  const [first] = new Intl.Segmenter(language).segment(title);
  const letter = escapeHtml((first?.segment ?? "").toLocaleUpperCase(language));
  const svg = [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">',
    `<rect width="32" height="32" rx="6" fill="${color}"/>`,
    `<text x="16" y="23.5" text-anchor="middle" font-family="Helvetica, Arial, sans-serif" font-size="21" font-weight="bold" fill="${background}">${letter}</text>`,
    "</svg>",
  ].join("");
  return [
    { rel: "icon", href: addHashedFile(eleventyConfig, "indigo-icon", "svg", svg), type: "image/svg+xml" },
  ];
}
