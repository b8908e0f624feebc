import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { EleventyConfig } from "../../eleventy/api.js";
import { fontSource } from "../../eleventy/font-source.js";
import { warnerOnce } from "../../eleventy/warnings.js";
import type { Site } from "../../options/site.js";
import { cacheFolder } from "../../utils/build-cache.js";
import { configFileName } from "../../utils/config-file-name.js";
import { quoteFont } from "../../utils/css-fonts.js";
import { IndigoError } from "../../utils/errors.js";
import { readFontFile } from "../../utils/font-file.js";
import { familyOf, readFontTables, writeFontFile } from "../../utils/font-tables.js";
import { shortHash } from "../../utils/hash.js";
import { addFontFiles } from "../../utils/load-sharp.js";

/** The fonts of drawn images. */
export interface ShareImageFonts {
  /** CSS lists of families. */
  families: Record<"text" | "heading", string>;
  /** Identifies the files. */
  hash: string;
}

/** A font file, as the system can read it. */
interface FontFile {
  file: string;
  family: string;
  hash: string;
}

/**
 * Adds the site's font files to those of the system, so that images are the same on every machine: those of the option
 * `shareImages.fonts`, else of `fonts`.
 *
 * @param stacks - CSS lists of the families of text and headings.
 * @throws IndigoError if a file of `shareImages.fonts` does not exist or is no font.
 */
export function shareImageFonts(
  eleventyConfig: EleventyConfig,
  { shareImages, fonts }: Site,
  stacks: Record<"text" | "heading", string>,
): ShareImageFonts {
  const named = typeof shareImages === "object" ? shareImages.fonts : [];
  const own = named.map((name, index) => {
    const option = `option "shareImages.fonts[${index}]" in ${configFileName()}`;
    const font = systemFont(fontSource(eleventyConfig, name, option));
    if (!font) throw new IndigoError(`${option} names a file that is not a font, or is damaged: "${name}".`);
    return { ...font, isHeading: true, isText: true };
  });
  const warn = warnerOnce(eleventyConfig);
  const ofPages = named.length > 0 ? [] : fonts.filter(({ use }) => use !== "mono");
  const all = own.concat(
    ofPages.flatMap(({ src, use }, index) => {
      const option = `option "fonts[${index}].src" in ${configFileName()}`;
      const font = systemFont(fontSource(eleventyConfig, src, option));
      if (!font) warn(`${option} names a file that is not a font, or is damaged: "${src}".`);
      return font ? [{ ...font, isHeading: true, isText: use === "sans" }] : [];
    }),
  );
  addFontFiles(all.map(({ file }) => file));
  const list = (used: readonly FontFile[], stack: string): string =>
    [...new Set(used.map(({ family }) => quoteFont(family))), stack, "sans-serif"].join(", ");
  // Fonts of headings come before those of text.
  const headings = all.toSorted((a, b) => Number(a.isText) - Number(b.isText));
  return {
    families: {
      text: list(
        all.filter(({ isText }) => isText),
        stacks.text,
      ),
      heading: list(headings, stacks.heading),
    },
    hash: all.map(({ hash }) => hash).join(" "),
  };
}

/** Returns a font in a format that every system reads; `undefined` if it is none. A WOFF is converted, and kept. */
function systemFont(source: string): FontFile | undefined {
  try {
    const bytes = readFileSync(source);
    const hash = shortHash(bytes);
    const format = readFontFile(bytes)?.format;
    if (format === undefined) return undefined;
    if (format === "truetype" || format === "opentype") {
      const family = familyOf(readFontTables(bytes));
      return family === undefined ? undefined : { file: path.resolve(source), family, hash };
    }
    const file = path.join(cacheFolder() ?? path.join(os.tmpdir(), "indigo-fonts"), "fonts", `${hash}.ttf`);
    if (!existsSync(file)) {
      mkdirSync(path.dirname(file), { recursive: true });
      const temporary = `${file}.${process.pid}.tmp`;
      writeFileSync(temporary, writeFontFile(readFontTables(bytes)));
      renameSync(temporary, file);
    }
    const family = familyOf(readFontTables(readFileSync(file)));
    return family === undefined ? undefined : { file, family, hash };
  } catch {
    return undefined;
  }
}
