/** A part of a value: in braces or quotes, or a name of a string, a number, or `#`. */
interface ValuePart {
  text: string;
  isName: boolean;
}

/** Splits a value such as `"A" # oct # {B}` into its parts. Braces may be nested to any depth. */
export function valueParts(value: string): ValuePart[] {
  const parts: ValuePart[] = [];
  for (let at = 0; at < value.length; ) {
    const end = partEnd(value, at);
    const text = value.slice(at, end);
    parts.push({ text, isName: /^[^\s#{}"]/.test(text) });
    at = end;
  }
  return parts;
}

function partEnd(value: string, start: number): number {
  const first = value.charAt(start);
  if (first === "{" || first === '"') return literalEnd(value, start, first === "{" ? "}" : '"');
  if (first === "}" || first === "#") return start + 1;
  const rest = /\s+|[^\s#{}"]+/y;
  rest.lastIndex = start;
  return start + (rest.exec(value)?.[0].length ?? 1);
}

function literalEnd(value: string, start: number, end: string): number {
  let depth = 0;
  for (let at = start + 1; at < value.length; at += 1) {
    const character = value.charAt(at);
    if (depth === 0 && character === end) return at + 1;
    if (character === "\\") at += 1;
    else if (character === "{") depth += 1;
    else if (character === "}") depth -= 1;
  }
  return value.length;
}

/** Returns whether a value is one literal, without names of strings. */
export const isLiteral = (value: string): boolean => /^[{"]/.test(value) && !value.includes("#");

/** Replaces the names of strings in a value by their values. */
export function expand(value: string, strings: ReadonlyMap<string, string>): string {
  if (strings.size === 0 || isLiteral(value)) return value;
  return valueParts(value)
    .map(({ text, isName }) => (isName ? (strings.get(text.toLowerCase()) ?? text) : text))
    .join("");
}

/** Returns the length that {@link expand} would give a value, without writing it. */
export function expandedLength(value: string, strings: ReadonlyMap<string, string>): number {
  if (strings.size === 0 || isLiteral(value)) return value.length;
  return valueParts(value).reduce(
    (sum, { text, isName }) => sum + (isName ? (strings.get(text.toLowerCase()) ?? text) : text).length,
    0,
  );
}
