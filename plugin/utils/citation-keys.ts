// The keys of pandoc's citations, which references to figures, tables and the like have too: `@hu2022`, `[@fig:x; @fig:y]`.
// See https://pandoc.org/MANUAL.html#citation-syntax

/** The longest key that is read, which keeps each rule linear. */
const maxKey = 200;

/** A key: letters, digits and `_`, and single punctuation marks between them. */
const simpleKey = /[\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_])){0,199}/uy;

/** Where a key was found, and where it ends. */
interface FoundKey {
  key: string;
  end: number;
}

/**
 * Reads a key after `@`: `hu2022`, `doi:10.1000/x`, or any characters in braces.
 *
 * @param start - The index after the `@`.
 */
export function keyAt(source: string, start: number): FoundKey | undefined {
  if (source[start] === "{") {
    const end = source.indexOf("}", start);
    const key = source.slice(start + 1, end);
    return end > start + 1 && end - start < maxKey && !/[\s{}]/.test(key) ? { key, end: end + 1 } : undefined;
  }
  simpleKey.lastIndex = start;
  const key = simpleKey.exec(source)?.[0];
  return key ? { key, end: start + key.length } : undefined;
}

/** Returns whether a citation may start at an `@` or `-@`: not within a word, an address or a path. */
export const canStart = (before: string): boolean =>
  before === "" || /[\s([{"'“‘«„‚¿¡—–;,:|>*_~]/.test(before);

/** Splits a text at semicolons that are not in braces. */
export function splitAtSemicolons(text: string): string[] {
  const parts: string[] = [];
  let [depth, start] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === "{") depth += 1;
    else if (character === "}") depth = Math.max(0, depth - 1);
    else if (character === ";" && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

/** Returns the index of the bracket that closes one, within a limit; -1 without. Brackets within and escapes are skipped. */
export function closingBracket({ src, posMax }: { src: string; posMax: number }, open: number): number {
  let depth = 0;
  const end = Math.min(posMax, open + 5000);
  for (let at = open; at < end; at += 1) {
    const character = src[at];
    if (character === "\\") at += 1;
    else if (character === "`") return -1;
    else if (character === "[") depth += 1;
    else if (character === "]") {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return -1;
}
