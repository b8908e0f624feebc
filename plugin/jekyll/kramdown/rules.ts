import type { RuleBlock } from "markdown-it/lib/parser_block.mjs";
import type { RuleInline } from "markdown-it/lib/parser_inline.mjs";
import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";

/** Reads a block whose first line, without its indentation, is `source`. */
type ReadBlock = (
  state: StateBlock,
  line: number,
  endLine: number,
  silent: boolean,
  source: string,
) => boolean;

/** A rule for blocks whose first line starts with a sign. Any other line costs only a look at its first sign. */
export function blockRule(sign: string, read: ReadBlock): RuleBlock {
  return (state, line, endLine, silent) => {
    if (state.src[firstOf(state, line)] !== sign) return false;
    const source = lineAt(state, line);
    return source !== undefined && read(state, line, endLine, silent, source);
  };
}

/**
 * A rule for what a sticky pattern finds within text.
 *
 * @param signs - Those that the pattern may start with. At any other sign it is not tried.
 * @param add - Adds the tokens for what is found.
 */
export function spanRule(
  signs: string,
  pattern: RegExp,
  add: (state: StateInline, match: RegExpExecArray) => void,
): RuleInline {
  const isFirst = codesOf(signs);
  return (state, silent) => {
    if (!isFirst[state.src.charCodeAt(state.pos)]) return false;
    pattern.lastIndex = state.pos;
    const match = pattern.exec(state.src);
    if (!match || pattern.lastIndex > state.posMax) return false;
    if (!silent) add(state, match);
    state.pos += match[0].length;
    return true;
  };
}

/** Whether a sign is among some, by its code: a quick answer for what looks at each character of a site. */
export function codesOf(signs: string): readonly boolean[] {
  return Array.from({ length: 128 }, (_, code) => signs.includes(String.fromCharCode(code)));
}

/** The text of a block's line without the indentation; `undefined` where it is indented like code. */
export function lineAt(state: StateBlock, line: number): string | undefined {
  const indent = (state.sCount[line] ?? 0) - state.blkIndent;
  return indent >= 4 ? undefined : state.src.slice(firstOf(state, line), state.eMarks[line]);
}

/** Whether a line's text without its indentation starts with a sticky pattern. */
export function startsWith(state: StateBlock, line: number, pattern: RegExp): boolean {
  pattern.lastIndex = firstOf(state, line);
  return pattern.test(state.src);
}

/** Where the first sign of a line is. */
function firstOf(state: StateBlock, line: number): number {
  return (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
}

/** Adds text that is yet to be read for what stands in it. */
export function pushText(state: StateBlock, content: string): void {
  Object.assign(state.push("inline", "", 0), { content, children: [] });
}

/** Adds HTML as it stands. */
export function pushHtml(
  state: StateBlock | StateInline,
  type: "html_block" | "html_inline",
  content: string,
): void {
  state.push(type, "", 0).content = content;
}
