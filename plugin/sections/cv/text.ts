/** A text in one line, or nothing where it is blank. A blank line within HTML would end it in Markdown. */
export function oneLine(text: string | undefined): string | undefined {
  return text?.replaceAll(/\s+/gu, " ").trim() || undefined;
}

/** The paragraphs of a text, which blank lines divide, each in one line. */
export function paragraphs(text: string | undefined): string[] {
  return lines(text?.split(/\n\s*\n/));
}

/** Each text in one line, without the blank ones. */
export function lines(texts: readonly (string | undefined)[] | undefined): string[] {
  return texts?.flatMap((text) => oneLine(text) ?? []) ?? [];
}

/** Texts in a row with commas between, or nothing where all are blank. */
export function joined(...texts: (string | undefined)[]): string | undefined {
  return lines(texts).join(", ") || undefined;
}
