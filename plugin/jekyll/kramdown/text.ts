import type MarkdownIt from "markdown-it";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";
import { codesOf, spanRule } from "./rules.js";

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
export const lineBreak = spanRule("\\", /\\\\\n\s*/y, (state) => {
  state.push("hardbreak", "br", 0);
});

/**
 * Makes asterisks start emphasis before any character but white space, and end it after any, as in `**Note:**text`.
 *
 * @see https://kramdown.gettalong.org/syntax.html#emphasis
 */
export function useEmphasis(md: MarkdownIt): void {
  md.inline.State = class extends md.inline.State {
    override scanDelims(start: number, canSplitWord: boolean): ReturnType<StateInline["scanDelims"]> {
      const scanned = super.scanDelims(start, canSplitWord);
      if (this.src[start] !== "*") return scanned;
      const before = this.src[start - 1] ?? " ";
      const after = this.src[start + scanned.length] ?? " ";
      return { ...scanned, can_open: /\S/.test(after), can_close: /\S/.test(before) };
    }
  };
}
