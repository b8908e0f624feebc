import { readFileSync } from "node:fs";
import path from "node:path";
import type { EleventyConfig } from "../eleventy/api.js";
import { fontSource } from "../eleventy/font-source.js";
import { copyAs } from "../eleventy/late-copies.js";
import { warner } from "../eleventy/warnings.js";
import type { Site } from "../options/site.js";
import { configFileName } from "../utils/config-file-name.js";
import { IndigoError } from "../utils/errors.js";
import { readFontFile } from "../utils/font-file.js";
import { shortHash } from "../utils/hash.js";

/** The name of the family in the theme's styles. */
const family = "Indigo Math";

/**
 * Copies the font of the option `math.font` to the output, with a hash in its name, and returns its `@font-face` rule; an
 * empty text without the option. Formulas are shown in a font of the reader's system until it is loaded. It is not
 * preloaded: math fonts are large, and the text around formulas can be read without them.
 *
 * @param toRoot - The relative URL from the stylesheet to the site's root, which works under any path prefix: `../`.
 * @throws IndigoError if there is no such file, or if it is no font.
 */
export function mathFontFace(
  eleventyConfig: EleventyConfig,
  { writing: { math } }: Site,
  toRoot: string,
): string {
  const name = typeof math === "object" ? math.font : undefined;
  if (name === undefined) return "";
  const option = `option "math.font" in ${configFileName()}`;
  const from = fontSource(eleventyConfig, name, option);
  const bytes = readFileSync(from);
  const font = readFontFile(bytes);
  if (!font) throw new IndigoError(`${option} names a file that is not a font: "${name}".`);
  if (!font.hasMath) {
    warner(eleventyConfig)(
      `${option} names a font without a table "MATH", by which browsers set formulas: "${name}". Use a math font, such as STIX Two Math, Latin Modern Math or Libertinus Math.`,
    );
  }
  const extension = path.extname(from).toLowerCase();
  const to = `assets/${path.basename(from, path.extname(from))}-${shortHash(bytes)}${extension}`;
  copyAs(eleventyConfig, { from, to, namedBy: option });
  const url = toRoot + to.split("/").map(encodeURIComponent).join("/");
  return `@font-face{font-family:"${family}";src:url("${url}") format("${font.format}");font-display:swap}`;
}
