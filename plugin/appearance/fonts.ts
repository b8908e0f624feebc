import path from "node:path";
import type { EleventyConfig } from "../eleventy/api.js";
import { copyToOutput, rootUrl } from "../eleventy/site-files.js";
import type { Font } from "../options/appearance.js";
import { configFileName } from "../utils/config-file-name.js";

/** A font that a page needs at once, as `<link rel="preload">` has it. */
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
 * Has the files of the site's own fonts copied.
 *
 * @throws IndigoError where one is not there.
 */
export function copyFonts(eleventyConfig: EleventyConfig, fonts: readonly Font[]): void {
  for (const [index, { src }] of fonts.entries()) {
    copyToOutput(eleventyConfig, `option "fonts[${index}].src" in ${configFileName()}`, src);
  }
}

/**
 * The rules that name the site's own fonts. Text is shown in another font until its own has come.
 *
 * @param toRoot - How the style sheet gets to the site's root, so that addresses hold under any path prefix: `../`.
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

/** The font that text is set in, upright; headings and code can wait. */
export function preloads(fonts: readonly Font[]): Preload[] {
  const font = fonts.find(({ use, style }) => use === "sans" && style === "normal");
  const type = font && formatOf(font)?.type;
  return font && type ? [{ href: rootUrl(font.src), type }] : [];
}
