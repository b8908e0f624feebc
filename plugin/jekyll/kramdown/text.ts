import type { RuleInline } from "markdown-it/lib/parser_inline.mjs";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";
import { searchIn } from "../../utils/search.js";
import { addPending, codesOf, spanRule } from "./rules.js";

const isSpecial = codesOf("\n!#$%&*+-:<=>@[\\]^_`{}~\"'.");
const dot = ".".charCodeAt(0);

/**
 * Parses text up to the next character with a rule: those of markdown-it, and typographic symbols.
 *
 * @see https://kramdown.gettalong.org/syntax.html#typographic-symbols
 */
export function text(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  let end = pos;
  // A dot is special only as part of three.
  for (; end < posMax; end += 1) {
    const code = src.charCodeAt(end);
    if (code < 128 && isSpecial[code] && !(code === dot && !src.startsWith("...", end))) break;
  }
  if (end === pos) return false;
  if (!silent) state.pending += src.slice(pos, end);
  state.pos = end;
  return true;
}

/**
 * Parses two backslashes at the end of a line as a line break; markdown-it parses one.
 *
 * @see https://kramdown.gettalong.org/syntax.html#paragraphs
 */
export const lineBreak = spanRule("\\", /\\\\?\n\s*/y, (state) => {
  state.push("hardbreak", "br", 0);
});

/**
 * Parses a backslash before a character with a meaning.
 *
 * @see https://kramdown.gettalong.org/syntax.html#automatic-and-manual-escaping
 */
export const escaped = spanRule(
  "\\",
  /\\([\\.*_+`<>()[\]{}#!:|"'$=\-~])/y,
  (state, [markup, content = ""]) => {
    Object.assign(state.push("text_special", "", 0), { content, markup, info: "escape" });
  },
);

/**
 * Parses code in text: it ends at the next backticks, which may be part of more. A backtick between spaces is text.
 *
 * @see https://kramdown.gettalong.org/syntax.html#code-spans
 */
export const codeSpan: RuleInline = (state, silent) => {
  const { src, pos, posMax } = state;
  if (src[pos] !== "`") return false;
  let inner = pos;
  while (inner < posMax && src[inner] === "`") inner += 1;
  const mark = src.slice(pos, inner);
  const isAlone = mark.length === 1 && /^\s?$/.test(src.charAt(pos - 1)) && /\s/.test(src.charAt(inner));
  const close = isAlone ? undefined : searchIn(state).next(mark, inner);
  if (!close || close.end > posMax) {
    if (!silent) addPending(state, mark);
    state.pos = inner;
    return true;
  }
  if (!silent) {
    const content = src.slice(inner, close.start);
    const trimmed = mark.length === 1 ? content : content.replace(/^ /, "").replace(/ $/, "");
    Object.assign(state.push("code_inline", "code", 0), { content: trimmed, markup: mark });
  }
  state.pos = close.end;
  return true;
};
