/** A piece of LaTeX outside braces: a group with all that is in it, a formula, a command, an HTML tag, or a character. */
export interface Token {
  kind: "group" | "formula" | "command" | "tag" | "space" | "character";
  tex: string;
}

const command = /\\(?:[a-zA-Z@]+\*?|[\s\S])/uy;
const white = /[\s~]+/uy;
/** Tags and what is in angle brackets, such as an e-mail address. */
const angle = /<[^<>\s]{1,200}>/uy;
/** Characters that set nothing: zero-width spaces and marks of writing direction. */
const zeroWidth = /[\u00AD\u200B\u200E\u200F\u2060\uFEFF]/u;
/** A longer formula is a dollar sign in the text. */
const maxFormula = 500;

/** Splits LaTeX into tokens in linear time. A brace without its partner is left out, or closed at the end. */
export function tokensOf(tex: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const put = (kind: Token["kind"], end: number): void => {
    tokens.push({ kind, tex: tex.slice(at, end) });
    at = end;
  };
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(tex)?.[0];
  };
  while (at < tex.length) {
    const character = String.fromCodePoint(tex.codePointAt(at) ?? 0);
    if (character === "{") {
      const end = groupEnd(tex, at);
      const isClosed = end <= tex.length;
      put("group", Math.min(end, tex.length));
      const last = tokens.at(-1);
      if (!isClosed && last) last.tex += "}".repeat(end - tex.length);
    } else if (character === "}" || zeroWidth.test(character)) at += character.length;
    else if (character === "$" || tex.startsWith("\\(", at)) {
      const end = formulaEnd(tex, at);
      if (end === undefined) put("character", at + 1);
      else put("formula", end);
    } else if (character === "\\") {
      const end = at + (match(command) ?? character).length;
      put("command", end);
    } else {
      const space = match(white);
      const tag = character === "<" ? match(angle) : undefined;
      if (space !== undefined) put("space", at + space.length);
      else if (tag !== undefined) put("tag", at + tag.length);
      else put("character", at + character.length);
    }
  }
  return tokens;
}

/** Returns where a group ends; for each brace that is not closed, one more than the length of the text. */
function groupEnd(tex: string, start: number): number {
  let depth = 0;
  for (let at = start; at < tex.length; at += 1) {
    const character = tex[at];
    if (character === "\\") at += 1;
    else if (character === "{") depth += 1;
    else if (character === "}") depth -= 1;
    if (depth === 0) return at + 1;
  }
  return tex.length + depth;
}

/** Returns where a formula ends; undefined if it does not. */
function formulaEnd(tex: string, start: number): number | undefined {
  const closing = tex[start] === "$" ? "$" : "\\)";
  const begin = start + (closing === "$" && tex[start + 1] === "$" ? 2 : closing.length);
  const near = tex.slice(begin, begin + maxFormula);
  const end = near.indexOf(closing);
  if (end < 0) return undefined;
  const after = begin + end + closing.length;
  return begin - start === 2 && closing === "$" && tex[after] === "$" ? after + 1 : after;
}

/** Returns the content of a group. */
export const insideOf = (group: string): string => group.slice(1, -1);
