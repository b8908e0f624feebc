import type { RuleBlock } from "markdown-it/lib/parser_block.mjs";
import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import { lineStart } from "../lines.js";
import { formulaToken } from "./token.js";
import { isBracketedText, isProse } from "./words.js";

/** How far a formula with blank lines may go, so that an unclosed one does not take the rest of the page. */
const most = { lines: 100, characters: 10_000 };

/** Environments of displayed formulas, which need no delimiters. */
const environment =
  /\\begin\{((?:equation|align|alignat|flalign|gather|multline|eqnarray)\*?|displaymath)\}/y;

/** What a formula of one or more lines starts and ends with. */
interface Delimiters {
  open: string;
  close: string;
  /** Whether they are part of the TeX. */
  isEnvironment?: boolean;
}

/** Returns the delimiters of the formula that starts at a position, if one does. */
function delimitersAt(source: string, start: number): Delimiters | undefined {
  if (source.startsWith("$$", start) && source[start + 2] !== "$") return { open: "$$", close: "$$" };
  if (source.startsWith("\\[", start)) return { open: "\\[", close: "\\]" };
  environment.lastIndex = start;
  const [open, name] = environment.exec(source) ?? [];
  return open ? { open, close: `\\end{${name}}`, isEnvironment: true } : undefined;
}

/**
 * Parses a formula of one or more lines of its own: between `$$` or `\[` and `\]`, or an environment such as `align`. Blank
 * lines may be in it if no paragraph of text is.
 */
export const formulaBlock: RuleBlock = (state, line, endLine, silent) => {
  const start = lineStart(state, line);
  if ((state.sCount[line] ?? 0) - state.blkIndent >= 4) return false;
  const delimiters = delimitersAt(state.src, start);
  if (!delimiters) return false;
  const { open, close, isEnvironment } = delimiters;
  // A brace that is not closed must not hide the end of the formula.
  const last =
    lastLine(state, line, endLine, delimiters, true) ?? lastLine(state, line, endLine, delimiters, false);
  if (last === undefined) return false;
  const source = state.getLines(line, last + 1, state.blkIndent, false).trim();
  const content = source.slice(open.length, -close.length);
  if (content.trim() === "" || (open === "\\[" && isBracketedText(content))) return false;
  const paragraphs = content.split(/\n[ \t]*\n/);
  if (paragraphs.length > 1 && !isEnvironment && paragraphs.some(isProse)) return false;
  if (paragraphs.length > 1 && silent && isOpen(state, line)) return false;
  if (silent) return true;
  const token = state.push("math_block", "math", 0);
  formulaToken(token, isEnvironment ? source : content, isEnvironment ? "" : open);
  Object.assign(token, { block: true, map: [line, last + 1] });
  state.line = last + 1;
  return true;
};

/** Returns whether two dollars before a line, in the paragraph that it would end, start a formula which it closes. */
const isOpen = (state: StateBlock, line: number): boolean =>
  state.line < line && state.getLines(state.line, line, state.blkIndent, false).split("$$").length % 2 === 0;

/**
 * Returns the line at whose end a formula ends.
 *
 * @param inText - Whether what is in the argument of `\text` ends no formula.
 */
function lastLine(
  state: StateBlock,
  first: number,
  endLine: number,
  { open, close }: Delimiters,
  inText: boolean,
): number | undefined {
  let position = lineStart(state, first) + open.length;
  const from = position;
  let hasBlank = false;
  let depth = 0;
  let hidden = 0;
  for (let line = first; line < endLine; line += 1) {
    if (state.isEmpty(line)) {
      hasBlank = true;
      continue;
    }
    if (line > first && (state.sCount[line] ?? 0) < state.blkIndent) return undefined;
    if (hasBlank && (line - first > most.lines || position - from > most.characters)) return undefined;
    position = Math.max(position, lineStart(state, line));
    const text = state.src.slice(position, state.eMarks[line] ?? 0);
    for (const { 0: piece, index } of text.matchAll(pieces)) {
      const isEnd = text.startsWith(close, index) && position + index > from;
      if (depth === 0 && isEnd) return text.slice(index + close.length).trim() === "" ? line : undefined;
      // No formula is in another one. Without this, each of many that are not closed would read the rest of the page.
      if (isEnd || (text.startsWith(open, index) && open !== close)) hidden += depth === 0 ? mostHidden : 1;
      if (hidden >= mostHidden) return undefined;
      if (inText && piece.length > 2 && piece.endsWith("{")) depth += 1;
      else if (depth > 0 && piece === "{") depth += 1;
      else if (depth > 0 && piece === "}") depth -= 1;
    }
  }
  return undefined;
}

/** How many delimiters may be in the text of a formula. */
const mostHidden = 20;

/** Commands for text with the brace of their argument, characters after a backslash, ends of formulas, and braces. */
const pieces = /\\(?:text[a-z]*|[fhm]box|tag\*?)\s*\{|\\[\s\S]|\$\$|[{}]/g;
