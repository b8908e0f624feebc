import type { EleventyConfig } from "../eleventy/api.js";
import { cslPart, localeFor, type TextFormatter, textFormatter } from "../publications/index.js";
import type { BuildCache } from "../utils/build-cache.js";
import { keepTexts } from "./kept-texts.js";
import { type NamedStyle, styleNamed } from "./style.js";

/** The formatters of a build. */
export interface Formatters {
  /** Returns the formatter of a style and a language. */
  of(style: NamedStyle, language: string): TextFormatter;
  /**
   * Returns the style that an option or field names.
   *
   * @param name - As the option or field `citationStyle` has it.
   * @param namedBy - That option or field, for messages.
   */
  style(name: string, namedBy: string): NamedStyle;
  /** Ends a build: formatters keep its works, and a style may change. */
  clear(): void;
}

/**
 * Makes the formatters of texts, for all pages with the same style and language.
 *
 * @param kept - Returns the texts of earlier builds.
 */
export function textFormatters(eleventyConfig: EleventyConfig, kept: () => BuildCache): Formatters {
  const formatters = new Map<string, TextFormatter>();
  const styles = new Map<string, NamedStyle>();
  const style = (name: string, namedBy: string): NamedStyle => {
    const known = styles.get(name) ?? styleNamed(eleventyConfig, name, namedBy);
    styles.set(name, known);
    return known;
  };
  return {
    style,
    of(named, language) {
      const locale = localeFor(language);
      const key = `${locale} ${named.key}`;
      const make = (): TextFormatter => textFormatter(named.style, cslPart(locale));
      const formatter = formatters.get(key) ?? keepTexts({ isOfNotes: named.isOfNotes, key, make }, kept);
      formatters.set(key, formatter);
      return formatter;
    },
    clear() {
      formatters.clear();
      styles.clear();
    },
  };
}
