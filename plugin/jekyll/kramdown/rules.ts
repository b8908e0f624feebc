import type MarkdownIt from "markdown-it";
import type { RuleBlock } from "markdown-it/lib/parser_block.mjs";
import type { RuleInline } from "markdown-it/lib/parser_inline.mjs";
import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";
import { searchIn } from "../../utils/search.js";

/** Parses a block. `source` is its first line without indentation. */
type ParseBlock = (
  state: StateBlock,
  line: number,
  endLine: number,
  silent: boolean,
  source: string,
) => boolean;

/** Creates a rule for blocks that start with a character. For speed, other lines cost one comparison. */
export function blockRule(character: string, parse: ParseBlock): RuleBlock {
  return (state, line, endLine, silent) => {
    if (state.src[firstOf(state, line)] !== character) return false;
    const source = lineAt(state, line);
    return source !== undefined && parse(state, line, endLine, silent, source);
  };
}

/**
 * Creates a rule for inline text that matches a sticky pattern.
 *
 * @param characters - The characters that a match can start with. For speed, the pattern is not tried at others.
 * @param add - Adds the tokens for a match.
 * @param end - The text that ends each match. The pattern is not tried if it is missing, since it would search the whole text.
 */
export function spanRule(
  characters: string,
  pattern: RegExp,
  add: (state: StateInline, match: RegExpExecArray) => void,
  end?: string,
): RuleInline {
  const isFirst = codesOf(characters);
  return (state, silent) => {
    if (!isFirst[state.src.charCodeAt(state.pos)]) return false;
    if (end && searchIn(state).next(end, state.pos + 1).end > state.posMax) return false;
    pattern.lastIndex = state.pos;
    const match = pattern.exec(textUpTo(state.src, state.posMax));
    if (!match) return false;
    if (!silent) add(state, match);
    state.pos += match[0].length;
    return true;
  };
}

/** Returns the start of a text. It is not copied. */
function textUpTo(text: string, end: number): string {
  return end < text.length ? text.slice(0, end) : text;
}

/** Makes markdown-it search the label of a link only if a `]` follows. It would try each opening bracket on the way. */
export function useLinkLabels(md: MarkdownIt): void {
  const { parseLinkLabel } = md.helpers;
  md.helpers.parseLinkLabel = (state, start, disableNested) =>
    searchIn(state).next("]", start).end > state.posMax ? -1 : parseLinkLabel(state, start, disableNested);
}

/** Returns a lookup table by character code, since rules test each character of a site. Covers ASCII. */
export function codesOf(characters: string): readonly boolean[] {
  return Array.from({ length: 128 }, (_, code) => characters.includes(String.fromCharCode(code)));
}

/** Returns a line without indentation; undefined if it is indented like code. */
export function lineAt(state: StateBlock, line: number): string | undefined {
  const indent = (state.sCount[line] ?? 0) - state.blkIndent;
  return indent >= 4 ? undefined : state.src.slice(firstOf(state, line), state.eMarks[line]);
}

/** Returns whether a line without indentation starts with a sticky pattern. */
export function startsWith(state: StateBlock, line: number, pattern: RegExp): boolean {
  pattern.lastIndex = firstOf(state, line);
  return pattern.test(state.src);
}

/** Returns the index of the first character of a line after indentation. */
export function firstOf(state: StateBlock, line: number): number {
  return (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
}

/** The most characters of pending text. */
const maxPending = 256;

/** Adds pending text. A long one becomes a token, since each comparison with its end would copy all of it. */
export function addPending(state: StateInline, text: string): void {
  state.pending += text;
  if (state.pending.length > maxPending) state.pushPending();
}

/** Adds inline text, which is parsed later. */
export function pushText(state: StateBlock, content: string): void {
  Object.assign(state.push("inline", "", 0), { content, children: [] });
}

/** Adds raw HTML. */
export function pushHtml(
  state: StateBlock | StateInline,
  type: "html_block" | "html_inline",
  content: string,
): void {
  state.push(type, "", 0).content = content;
}
