import type { RuleInline } from "markdown-it/lib/parser_inline.mjs";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";
import { withoutTrailing } from "../../utils/search.js";
import { type FormulaScan, scanOf } from "./scan.js";
import { formulaToken } from "./token.js";
import { isBracketedText, isParenthesizedText } from "./words.js";

/**
 * Parses `$…$` by Pandoc's rule: the opening dollar has no space after it, the closing one none before it and no digit after
 * it. `$$…$$` within a text is a displayed formula.
 *
 * @see https://pandoc.org/MANUAL.html#math
 */
export const dollarFormula: RuleInline = (state, silent) => {
  const { src, pos } = state;
  if (src[pos] !== "$") return false;
  const scan = scanOf(state);
  if (scan.isLiteral(pos)) return false;
  if (src[pos + 1] === "$") return displayedBetweenDollars(state, scan, silent);
  if (!canOpen(src, pos)) return false;
  const end = scan.end("$", pos + 1);
  if (end < 0 || end >= state.posMax || !canClose(src, pos, end)) return false;
  return add(state, silent, { open: "$", close: "$", end, isDisplayed: false });
};

function displayedBetweenDollars(state: StateInline, scan: FormulaScan, silent: boolean): boolean {
  const { src, pos } = state;
  const start = pos + 2;
  const end = src[start] === "$" ? -1 : scan.end("$", start);
  if (end > start && end + 1 < state.posMax && src[end + 1] === "$" && src[end + 2] !== "$")
    return add(state, silent, { open: "$$", close: "$$", end, isDisplayed: true });
  // Two dollars are text together, so that the second one opens no formula.
  if (!silent) state.pending += "$$";
  state.pos = Math.min(start, state.posMax);
  return true;
}

/** Returns whether a dollar may open a formula. One before a comma and a space, as in `5 $, and`, does not. */
const canOpen = (src: string, at: number): boolean =>
  at + 1 < src.length && !/[ \t]/.test(src.charAt(at + 1)) && !/^[,;:.)]\s/.test(src.slice(at + 1, at + 3));

/** An opening bracket or quotation mark, code or a tag at the end of a text. */
const openingMark = /[([("“‘«„‚¿¡「『（`]$|<[^<>]*>$/;

/** A price before a slash or a dash: `$5/$x$`. */
const price = /^[\d.,]+[kKmMbB]?[/–—]$/;

function canClose(src: string, from: number, to: number): boolean {
  if (/\d/.test(src.charAt(to + 1))) return false;
  const content = src.slice(from + 1, to);
  const { length } = withoutTrailing(content, /\s/);
  const isOnOwnLines = content.startsWith("\n");
  if (isOnOwnLines !== content.includes("\n", length)) return false;
  // A space after a backslash is a command.
  if (length < content.length && !isOnOwnLines && !endsWithBackslash(content.slice(0, length))) return false;
  // After an opening mark, before a character that is none that closes, it opens the next formula: `US$5 (or $x$)`.
  const opensNext =
    (openingMark.test(content) || price.test(content)) && /[^\s.,;:!?)\]}"'”’»…]/.test(src.charAt(to + 1));
  return !opensNext || /^[[\]()]/.test(content);
}

/** Returns whether a text ends with a backslash that no other one escapes. */
const endsWithBackslash = (text: string): boolean =>
  (text.length - withoutTrailing(text, "\\").length) % 2 === 1;

/** Parses `\(…\)` and `\[…\]`, unless words are in them: then the backslashes are Markdown's, before text in brackets. */
export const bracketFormula: RuleInline = (state, silent) => {
  const { src, pos } = state;
  if (src[pos] !== "\\") return false;
  const isDisplayed = src[pos + 1] === "[";
  if (!isDisplayed && src[pos + 1] !== "(") return false;
  const scan = scanOf(state);
  const close = isDisplayed ? "\\]" : "\\)";
  const end = scan.isLiteral(pos) ? -1 : scan.end(close, pos + 2);
  if (end < 0 || end + 2 > state.posMax) return false;
  const content = src.slice(pos + 2, end);
  if (content.trim() === "") return false;
  const isText = isDisplayed
    ? isBracketed(src, pos, end) || isBracketedText(content)
    : isNumber(src, pos, end) || isParenthesizedText(content);
  if (isText) return false;
  return add(state, silent, { open: isDisplayed ? "\\[" : "\\(", close, end, isDisplayed });
};

/** Returns whether escaped parentheses at the start of a block have its number: `\(1\) First`. Pandoc escapes them. */
const isNumber = (src: string, start: number, end: number): boolean =>
  (start === 0 || src[start - 1] === "\n") &&
  /^(?:\d+|[ivxlc]{2,}|[IVXLC]{2,})$/.test(src.slice(start + 2, end)) &&
  /^\s+\S/.test(src.slice(end + 2, end + 4));

/** Returns whether escaped brackets are those of a link, of a task, or of a word, such as `\[T\]he` and `a\[i\]`. */
function isBracketed(src: string, start: number, end: number): boolean {
  if (/[([:{]/.test(src.charAt(end + 2)) || (start === 0 && /^\\\[x\\\] \S/i.test(src))) return true;
  const isInWord = /[a-z0-9\])]/i.test(src.charAt(start - 1)) || /[a-z0-9]/i.test(src.charAt(end + 2));
  return isInWord && !/\\[a-z]|=/i.test(src.slice(start + 2, end));
}

interface Span {
  open: string;
  close: string;
  end: number;
  isDisplayed: boolean;
}

function add(state: StateInline, silent: boolean, { open, close, end, isDisplayed }: Span): true {
  if (!silent) {
    const content = state.src.slice(state.pos + open.length, end);
    formulaToken(state.push("math_inline", "math", 0), content, open, isDisplayed);
  }
  state.pos = end + close.length;
  return true;
}
