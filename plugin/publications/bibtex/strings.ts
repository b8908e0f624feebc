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

/** The names of months that every style of BibTeX defines. */
const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const fullMonth =
  /^(?:january|february|march|april|may|june|july|august|sept(?:ember)?|october|november|december)$/i;

const isMonthName = (word: string): boolean => months.includes(word.toLowerCase());

/** Returns whether a word without braces is a month: `oct`, and in the field `month` also `October`. */
export const isMonth = (field: string, word: string): boolean =>
  isMonthName(word) || (field === "month" && fullMonth.test(word.replace(/\.$/, "")));

/** Returns a value with the months of the field `month` as BibTeX's own names: `June` is `jun`. */
export const withMonthNames = (value: string): string =>
  isLiteral(value)
    ? value
    : value.replace(/[a-z]{3,9}\b\.?/gi, (word) =>
        isMonth("month", word) ? word.slice(0, 3).toLowerCase() : word,
      );

/**
 * Replaces the names of strings in a value by their values, and puts words that are no names in braces: `true`, `1-2`.
 * Numbers, and the months that BibTeX defines, stay.
 */
export function expand(value: string, strings: ReadonlyMap<string, string>): string {
  if (isLiteral(value) || /^\d*$/.test(value)) return value;
  if (/\s/.test(value) && !/[{}"#]/.test(value)) return `{${value}}`;
  return valueParts(value)
    .map(({ text, isName }) => (isName ? textOf(text, strings) : text))
    .join("");
}

function textOf(word: string, strings: ReadonlyMap<string, string>): string {
  const known = strings.get(word.toLowerCase());
  if (known !== undefined) return known;
  return /^\d+$/.test(word) || isMonthName(word) ? word : `{${word}}`;
}

/** Returns the length that {@link expand} would give a value, without writing it; at most two more for each word. */
export function expandedLength(value: string, strings: ReadonlyMap<string, string>): number {
  if (strings.size === 0 || isLiteral(value)) return value.length;
  return valueParts(value).reduce(
    (sum, { text, isName }) => sum + (isName ? (strings.get(text.toLowerCase()) ?? text) : text).length,
    0,
  );
}
