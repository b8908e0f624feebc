import path from "node:path";
import type { EleventyConfig } from "../eleventy/api.js";
import { copyToOutput } from "../eleventy/late-copies.js";
import { rootUrl } from "../eleventy/site-files.js";
import type { Font } from "../options/appearance.js";
import { configFileName } from "../utils/config-file-name.js";

/** A font to preload: the attributes of its `<link rel="preload">`. */
export interface Preload {
  href: string;
  type: string;
}

const formats: Record<string, { format: string; type: string }> = {
  ".woff2": { format: "woff2", type: "font/woff2" },
  ".woff": { format: "woff", type: "font/woff" },
  ".ttf": { format: "truetype", type: "font/ttf" },
  ".otf": { format: "opentype", type: "font/otf" },
};

const formatOf = ({ src }: Font) => formats[path.extname(src).toLowerCase()];

/**
 * Copies the site's font files to the output.
 *
 * @throws IndigoError if a file does not exist.
 */
export function copyFonts(eleventyConfig: EleventyConfig, fonts: readonly Font[]): void {
  for (const [index, { src }] of fonts.entries()) {
    copyToOutput(eleventyConfig, `option "fonts[${index}].src" in ${configFileName()}`, src, ["font"]);
  }
}

/**
 * Returns the `@font-face` rules of the site's fonts. Text is shown in a fallback font until its font is loaded.
 *
 * @param toRoot - The relative URL from the stylesheet to the site's root, which works under any path prefix: `../`.
 */
export const fontFaces = (fonts: readonly Font[], toRoot: string): string =>
  fonts.map((font) => fontFace(font, toRoot)).join("");

function fontFace(font: Font, toRoot: string): string {
  const rules = [
    `font-family:"${font.family}"`,
    `src:url("${toRoot}${rootUrl(font.src).slice(1)}") format("${formatOf(font)?.format}")`,
    font.weight && `font-weight:${font.weight}`,
    font.style !== "normal" && `font-style:${font.style}`,
    "font-display:swap",
  ];
  return `@font-face{${rules.filter(Boolean).join(";")}}`;
}

/** Returns the fonts to preload: the upright font of text, but not those of headings and code. */
export function preloads(fonts: readonly Font[]): Preload[] {
  const font = fonts.find(({ use, style }) => use === "sans" && style === "normal");
  const type = font && formatOf(font)?.type;
  return font && type ? [{ href: rootUrl(font.src), type }] : [];
}
