import { keyFromText } from "../key-from-text.js";
import type { RawField } from "./raw-entry.js";

/**
 * Reads the key of an entry: what stands before the first comma, or before the end of the line if the comma is missing. It
 * may have spaces and braces, as keys of Mendeley and of hand-written files do. Empty if a field follows at once.
 *
 * @param at - The position after the opening brace.
 * @returns The key, and the position after its comma.
 */
export function entryKey(source: string, at: number): { key: string; end: number; lacksComma: boolean } {
  const start = skipSpaces(source, at);
  let depth = 0;
  for (let end = start; end < source.length; end += 1) {
    const character = source.charAt(end);
    if (character === "{") depth += 1;
    else if (character === "}" && depth > 0) depth -= 1;
    else if (character === "," && depth === 0) return keyOf(source, start, end, end + 1, false);
    else if (character === "=") return beforeField(source, start, end);
    else if (character === "\n") {
      const next = skipSpaces(source, end);
      // A key with its comma on the next line, or an entry without fields.
      const hasComma = source.charAt(next) === ",";
      const isEnd = source.charAt(next) === "}";
      return keyOf(source, start, end, hasComma ? next + 1 : end, !hasComma && !isEnd);
    } else if (character === "}" || (character === ")" && depth === 0 && isEndOfLine(source, end + 1)))
      return keyOf(source, start, end, end, false);
  }
  return keyOf(source, start, source.length, source.length, false);
}

function keyOf(source: string, start: number, end: number, next: number, lacksComma: boolean) {
  const key = source.slice(start, end).trim().replaceAll(/\s+/g, " ");
  return { key, end: next, lacksComma: lacksComma && key !== "" };
}

/** Returns the key before the name of a field whose `=` is at a position: empty for `{title = …`, `k` for `{k title = …`. */
function beforeField(source: string, start: number, equals: number) {
  const before = source.slice(start, equals).trimEnd();
  const space = Math.max(before.lastIndexOf(" "), before.lastIndexOf("\t"));
  return space < 0
    ? keyOf(source, start, start, start, false)
    : keyOf(source, start, start + space, start + space, true);
}

function skipSpaces(source: string, from: number): number {
  let at = from;
  while (/\s/.test(source.charAt(at))) at += 1;
  return at;
}

const isEndOfLine = (source: string, at: number): boolean => at >= source.length || source[at] === "\n";

/** Makes a key for an entry without one, from the words of its title; its type if it has no title. */
export function keyFromTitle(fields: readonly Pick<RawField, "name" | "value">[], type: string): string {
  const title = fields.find(({ name }) => name === "title")?.value.slice(0, 500) ?? "";
  return keyFromText(title.replaceAll(/\\[a-z]+|[{}\\"'`^~$]/gi, "")) || type;
}
