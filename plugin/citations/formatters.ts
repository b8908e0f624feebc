import type { EleventyConfig } from "../eleventy/api.js";
import { cslPart, localeFor, type TextFormatter, textFormatter } from "../publications/index.js";
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

/** Makes the formatters of texts. They load citeproc, so the first text with a citation makes them, for all pages. */
export function textFormatters(eleventyConfig: EleventyConfig): Formatters {
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
      const formatter = formatters.get(key) ?? textFormatter(named.style, cslPart(locale));
      formatters.set(key, formatter);
      return formatter;
    },
    clear() {
      formatters.clear();
      styles.clear();
    },
  };
}
