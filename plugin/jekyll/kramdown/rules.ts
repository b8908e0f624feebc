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

/** Creates a rule for blocks that start with one of some characters. For speed, other lines cost one comparison. */
export function blockRule(characters: string, parse: ParseBlock): RuleBlock {
  const isFirst = codesOf(characters);
  return (state, line, endLine, silent) => {
    if (!isFirst[state.src.charCodeAt(firstOf(state, line))]) return false;
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
export function textUpTo(text: string, end: number): string {
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
  return indentOf(state, line) >= 4 ? undefined : state.src.slice(firstOf(state, line), state.eMarks[line]);
}

/** Returns a line with its indentation. */
export function wholeLine(state: StateBlock, line: number): string {
  return state.blkIndent === 0
    ? state.src.slice(state.bMarks[line], state.eMarks[line])
    : state.getLines(line, line + 1, state.blkIndent, false);
}

/** Returns the indentation of a line in its block, in columns. */
export function indentOf(state: StateBlock, line: number): number {
  return (state.sCount[line] ?? 0) - state.blkIndent;
}

/** Returns the index of the first character of a line after indentation. */
export function firstOf(state: StateBlock, line: number): number {
  return (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
}

/** Lines of which an HTML block has taken the start, and lines that are the first in an element. */
const takenLines = new WeakMap<StateBlock, number>();
const firstLines = new WeakMap<StateBlock, number>();

/**
 * Makes a line start at an index, after HTML in it.
 *
 * @param isFirst - Whether the line is the first in an element.
 */
export function startLineAt(state: StateBlock, line: number, index: number, isFirst: boolean): void {
  if (isFirst) firstLines.set(state, line);
  else firstLines.delete(state);
  if (index <= (state.bMarks[line] ?? 0)) return;
  const end = state.eMarks[line] ?? index;
  let first = index;
  let columns = 0;
  for (; first < end && /[ \t]/.test(state.src.charAt(first)); first += 1) {
    columns += state.src[first] === "\t" ? 4 - (columns % 4) : 1;
  }
  state.bMarks[line] = index;
  state.tShift[line] = first - index;
  state.sCount[line] = columns;
  state.bsCount[line] = 0;
  takenLines.set(state, line);
}

/** Returns whether a block that needs a blank line before it can start at a line. */
export function startsBlock(state: StateBlock, line: number): boolean {
  if (firstLines.get(state) === line) return true;
  if (takenLines.get(state) === line) return false;
  if (line === 0 || state.isEmpty(line - 1)) return true;
  const last = state.tokens.at(-1);
  return last?.type === "kramdown_end" || (last?.type === "kramdown_attributes" && !last.meta.follows);
}

/** Returns whether a block that needs a blank line after it can end before a line. */
export function endsBlock(state: StateBlock, line: number, endLine: number): boolean {
  if (line >= endLine || state.isEmpty(line) || indentOf(state, line) < 0) return true;
  return isMark(lineAt(state, line) ?? "");
}

/** Returns whether a line without indentation is an attribute list or the end of a block. */
export function isMark(source: string): boolean {
  return (
    /^\^\s*$/.test(source) || (source.startsWith("{:") && /^\{:(?![:/])(?:\\\}|[^}])+\}\s*$/.test(source))
  );
}

/** Matches a ruler of asterisks, dashes or underscores. */
export const ruler = /^(?:\*[ \t]*\*[ \t]*\*[* \t]*|-[ \t]*-[ \t]*-[- \t]*|_[ \t]*_[ \t]*_[_ \t]*)$/;

/**
 * Parses a ruler.
 *
 * @see https://kramdown.gettalong.org/syntax.html#horizontal-rules
 */
export const horizontalRule = blockRule("*-_", (state, line, _endLine, silent, source) => {
  if (silent || !ruler.test(source)) return false;
  state.push("hr", "hr", 0).map = [line, line + 1];
  state.line = line + 1;
  return true;
});

/** Returns whether nothing is between the last block and a line. */
export function isRightBelow(state: StateBlock, line: number): boolean {
  return (
    line > 0 && firstLines.get(state) !== line && (takenLines.get(state) === line || !state.isEmpty(line - 1))
  );
}

/** Parses a text as blocks, such as that of a list item. Returns the state of its parser. */
export function parseInner(state: StateBlock, source: string): StateBlock {
  const inner = new state.md.block.State(source, state.md, state.env, state.tokens);
  inner.level = state.level;
  state.md.block.tokenize(inner, 0, inner.lineMax);
  return inner;
}

/** The most characters of pending text. */
const maxPending = 256;

/** Adds pending text. A long one becomes a token, since each comparison with its end would copy all of it. */
export function addPending(state: StateInline, text: string): void {
  state.pending += text;
  if (state.pending.length > maxPending) state.pushPending();
}

/**
 * Parses inline text up to an index where a test is true.
 *
 * @returns Whether it is true somewhere; if not, all text is parsed.
 */
export function parseUntil(state: StateInline, isEnd: (index: number) => boolean): boolean {
  const rules = state.md.inline.ruler.getRules("");
  const { maxNesting = 100 } = state.md.options as { maxNesting?: number };
  while (state.pos < state.posMax) {
    if (isEnd(state.pos)) return true;
    if (state.level >= maxNesting || !rules.some((rule) => rule(state, false))) {
      addPending(state, state.src.charAt(state.pos));
      state.pos += 1;
    }
  }
  return false;
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
  nesting: -1 | 0 | 1 = 0,
): void {
  state.push(type, "", nesting).content = content;
}
