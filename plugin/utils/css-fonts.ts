/** Generic font families, which must not be quoted, and names that only work without quotes. */
const unquotedFamilies =
  /^(serif|sans-serif|monospace|cursive|fantasy|system-ui|ui-(serif|sans-serif|monospace|rounded)|math|emoji|fangsong|-apple-system|BlinkMacSystemFont)$/i;

/** Returns whether a text is a safe font name: letters, digits and a few characters without meaning in CSS or Sass. */
export const isFontName = (name: string): boolean => /^[\p{L}\p{N}\-_][\p{L}\p{N}\p{M} ._&+-]*$/u.test(name);

/** Returns a font name in CSS syntax: quoted, unless it is a generic family. */
export const quoteFont = (name: string): string =>
  unquotedFamilies.test(name) ? name : JSON.stringify(name);

/**
 * Parses a list of font names, in the order in which a browser tries them.
 *
 * @param text - Names separated by commas, with or without quotes: `Inter, "Source Sans 3", sans-serif`.
 * @returns The names without quotes; `undefined` if one of them is not a font name.
 */
export function fontStack(text: string): string[] | undefined {
  const names = text.split(",").map((name) => name.trim().replace(/^(["'])(.*)\1$/, "$2"));
  return names.every(isFontName) ? names : undefined;
}

/** Returns a value for the CSS property `font-family`. */
export const fontFamilyList = (names: readonly string[]): string => names.map(quoteFont).join(", ");
