import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import { spanElements } from "./elements.js";
import { optionsOf } from "./options.js";
import { isMark, isRightBelow, lineAt, pushText, wholeLine } from "./rules.js";

/** Matches the start of a list item. Its tail starts with a space, a tab or a pipe. */
export const itemStart = /^(?:([+*-])|(\d+\.))(?=[\t| ])/;

const definitionStart = /^:[\t| ]/;
const headingStart = /^#{1,6}[\t ]/;
const fenceStart = /^(?:~{3}|`{3})/;
const tagStart = /^<\/?([A-Za-z_][\w:.-]*)/;

/** Returns whether a line without indentation ends text that goes on lazily, such as that of a quote. */
export function endsLazily(source: string): boolean {
  if (source[0] === "<") {
    const [tag, name = ""] = tagStart.exec(source) ?? [];
    if (!tag || spanElements.has(name) || name === "script") return false;
    return tag[1] !== "/" || /^\s*>/.test(source.slice(tag.length));
  }
  return isMark(source);
}

/** Returns whether a paragraph ends before a line. */
function endsParagraph(state: StateBlock, line: number, endLine: number): boolean {
  if (line >= endLine || state.isEmpty(line)) return true;
  const source = lineAt(state, line);
  if (source === undefined) return false;
  if (endsLazily(source) || definitionStart.test(source)) return true;
  if (optionsOf(state.env).paragraphEnd) {
    if (itemStart.test(source) || source[0] === ">" || fenceStart.test(source)) return true;
    if (headingStart.test(source) && state.tShift[line] === 0) return true;
  }
  // Blocks of other plugins.
  return state.md.block.ruler.getRules("paragraph").some((rule) => rule(state, line, endLine, true));
}

/**
 * Parses a paragraph. Unlike CommonMark's it ends at any list item, and goes on at a line of asterisks.
 *
 * @see https://kramdown.gettalong.org/syntax.html#paragraphs
 */
export function paragraph(state: StateBlock, line: number, endLine: number): boolean {
  let end = line + 1;
  while (!endsParagraph(state, end, endLine)) end += 1;
  const lines: string[] = [];
  for (let at = line; at < end; at += 1) lines.push(wholeLine(state, at));
  const text = lines.join("\n").trimEnd();
  const [open, inline, close] = state.tokens.slice(-3);
  state.line = end;
  if (close?.type === "paragraph_close" && open && inline && !open.hidden && isRightBelow(state, line)) {
    // A block that could have started here did not: the paragraph goes on.
    const isBreak = line > 0 && / {2}$/.test(wholeLine(state, line - 1));
    inline.content += `${isBreak ? "  " : ""}\n${text}`;
    open.map = [open.map?.[0] ?? line, end];
    return true;
  }
  state.push("paragraph_open", "p", 1).map = [line, end];
  pushText(state, text.trimStart());
  state.push("paragraph_close", "p", -1);
  return true;
}
