import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import { endsLazily } from "./paragraphs.js";
import { blockRule, firstOf, indentOf, lineAt, wholeLine } from "./rules.js";

/** Returns the line after indented code and the lines that continue it lazily. */
export function codeEnd(state: StateBlock, line: number, endLine: number): number {
  let end = line;
  for (let at = line; at < endLine; at += 1) {
    if (state.isEmpty(at)) continue;
    if (indentOf(state, at) < 4 && (at === line || end < at || endsLazily(lineAt(state, at) ?? ""))) break;
    end = at + 1;
  }
  return end;
}

/**
 * Parses indented code. Lines right below it belong to it without indentation.
 *
 * @see https://kramdown.gettalong.org/syntax.html#standard-code-blocks
 */
export function code(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  if (silent || indentOf(state, line) < 4) return false;
  const end = codeEnd(state, line, endLine);
  let content = "";
  for (let at = line; at < end; at += 1) {
    const source = wholeLine(state, at);
    if (!state.isEmpty(at) && indentOf(state, at) < 4) content = `${content.replace(/\n$/, "")} ${source}\n`;
    else content += `${source.replace(/^(?:\t| {4})/, "")}\n`;
  }
  const token = state.push("code_block", "code", 0);
  token.content = content;
  token.map = [line, end];
  state.line = end;
  return true;
}

const fenceLine = /^((~|`)\2{2,})[ \t]*(.*?)[ \t]*$/;

/** The line from which no line ends a fence of a character and length, so that it is searched once. */
const missingEnds = new WeakMap<StateBlock, Map<string, number>>();

/**
 * Parses code between fences. Without the second fence it is text.
 *
 * @see https://kramdown.gettalong.org/syntax.html#fenced-code-blocks
 */
export const fence = blockRule("~`", (state, line, endLine, silent, source) => {
  const [, marker = "", character = "", info = ""] = fenceLine.exec(source) ?? [];
  // The language is one word, which may have options after a question mark.
  if (silent || !marker || /\s/.test(info)) return false;
  const missing = missingEnds.get(state) ?? new Map<string, number>();
  missingEnds.set(state, missing);
  if (line >= (missing.get(marker) ?? Number.POSITIVE_INFINITY)) return false;
  const isEnd = (at: number): boolean => {
    const start = firstOf(state, at);
    if (!state.src.startsWith(marker, start) || indentOf(state, at) >= 4) return false;
    const rest = state.src.slice(start, state.eMarks[at]);
    return [...rest.trimEnd()].every((each) => each === character);
  };
  let end = line + 1;
  while (end < endLine && !isEnd(end)) end += 1;
  if (end >= endLine) {
    missing.set(marker, line);
    return false;
  }
  const token = state.push("fence", "code", 0);
  token.info = info;
  token.markup = marker;
  token.content = state.getLines(line + 1, end, state.blkIndent, true);
  token.map = [line, end + 1];
  state.line = end + 1;
  return true;
});
