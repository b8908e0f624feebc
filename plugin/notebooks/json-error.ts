const white = /[ \t\r\n]*/y;
const literal = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** What may come next. */
type Expected = "value" | "value or ]" | "key" | "key or }" | "colon" | "comma or end" | "nothing";

/**
 * Returns the position of the first error of a text that is not JSON, which `JSON.parse` does not name in every version of
 * Node.js. Takes linear time.
 */
export function jsonErrorAt(source: string): number {
  const open: string[] = [];
  let expected: Expected = "value";
  let at = 0;
  const afterValue = (): Expected => (open.length > 0 ? "comma or end" : "nothing");
  for (;;) {
    at = endOf(white, source, at) ?? at;
    const character = source[at];
    if (character === undefined) return source.length;
    const isValue: boolean = expected === "value" || expected === "value or ]";
    const isKey: boolean = expected === "key" || expected === "key or }";
    if (character === '"' && (isValue || isKey)) {
      const end = endOfString(source, at);
      if (end < 0) return at;
      [at, expected] = [end, isKey ? "colon" : afterValue()];
      continue;
    }
    if (isValue && (character === "{" || character === "[")) {
      open.push(character);
      expected = character === "{" ? "key or }" : "value or ]";
    } else if (character === ":" && expected === "colon") expected = "value";
    else if (character === "," && expected === "comma or end") {
      expected = open.at(-1) === "{" ? "key" : "value";
    } else if (
      (character === "}" &&
        open.at(-1) === "{" &&
        (expected === "key or }" || expected === "comma or end")) ||
      (character === "]" && open.at(-1) === "[" && (expected === "value or ]" || expected === "comma or end"))
    ) {
      open.pop();
      expected = afterValue();
    } else {
      const end: number | undefined = isValue ? endOf(literal, source, at) : undefined;
      if (end === undefined) return at;
      [at, expected] = [end, afterValue()];
      continue;
    }
    at += 1;
  }
}

function endOf(pattern: RegExp, source: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(source) ? pattern.lastIndex : undefined;
}

/** Returns the position after a string; -1 if a line ends in it, or the text. */
function endOfString(source: string, start: number): number {
  for (let at = start + 1; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) return -1;
    if (code === 0x5c) at += 1;
  }
  return -1;
}
