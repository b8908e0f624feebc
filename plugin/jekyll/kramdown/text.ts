import type MarkdownIt from "markdown-it";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";
import { codesOf, spanRule } from "./rules.js";

const isSign = codesOf("\n!#$%&*+-:<=>@[\\]^_`{}~\"'.");
const dot = ".".charCodeAt(0);

/**
 * Reads text up to the next sign that a rule may be for: those of markdown-it, and those of typography.
 *
 * @see https://kramdown.gettalong.org/syntax.html#typographic-symbols
 */
export function text(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  let end = pos;
  // Dots count where there are three.
  for (; end < posMax; end += 1) {
    const code = src.charCodeAt(end);
    if (code < 128 && isSign[code] && !(code === dot && !src.startsWith("...", end))) break;
  }
  if (end === pos) return false;
  if (!silent) state.pending += src.slice(pos, end);
  state.pos = end;
  return true;
}

/**
 * Breaks a line at two backslashes, next to the one that markdown-it knows.
 *
 * @see https://kramdown.gettalong.org/syntax.html#paragraphs
 */
export const lineBreak = spanRule("\\", /\\\\\n\s*/y, (state) => {
  state.push("hardbreak", "br", 0);
});

/**
 * Lets stars start emphasis in front of any sign and end it after any, as in `**Note:**text`; blanks count alone.
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
