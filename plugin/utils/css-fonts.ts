/** Names that mean a kind of font and must not be quoted, and those that only work without quotes. */
const unquoted =
  /^(serif|sans-serif|monospace|cursive|fantasy|system-ui|ui-(serif|sans-serif|monospace|rounded)|math|emoji|fangsong|-apple-system|BlinkMacSystemFont)$/i;

/** Whether a text may be the name of a font: letters, digits and a few signs, none that means something in CSS or Sass. */
export const isFontName = (name: string): boolean => /^[\p{L}\p{N}\-_][\p{L}\p{N}\p{M} ._&+-]*$/u.test(name);

/** The name of a font as CSS has it. */
export const quoteFont = (name: string): string => (unquoted.test(name) ? name : JSON.stringify(name));

/**
 * Fonts in the order in which a browser tries them.
 *
 * @param text - Names with commas between them, each with or without quotes: `Inter, "Source Sans 3", sans-serif`.
 * @returns The names without quotes; nothing where the text is none of this.
 */
export function fontStack(text: string): string[] | undefined {
  const names = text.split(",").map((name) => name.trim().replace(/^(["'])(.*)\1$/, "$2"));
  return names.every(isFontName) ? names : undefined;
}

/** Fonts as CSS has them. */
export const fontFamilyList = (stack: readonly string[]): string => stack.map(quoteFont).join(", ");
