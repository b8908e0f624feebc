/** Returns a text in one line, or undefined if it is blank: a blank line would end HTML within Markdown. */
export function oneLine(text: string | undefined): string | undefined {
  return text?.replaceAll(/\s+/gu, " ").trim() || undefined;
}

/** Splits a text at blank lines into paragraphs, each in one line. */
export function paragraphs(text: string | undefined): string[] {
  return lines(text?.split(/\n\s*\n/));
}

/** Returns each text in one line, without blank ones. */
export function lines(texts: readonly (string | undefined)[] | undefined): string[] {
  return texts?.flatMap((text) => oneLine(text) ?? []) ?? [];
}

/** Joins texts with commas; undefined if all are blank. */
export function joined(...texts: (string | undefined)[]): string | undefined {
  return lines(texts).join(", ") || undefined;
}
