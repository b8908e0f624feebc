import type MarkdownIt from "markdown-it";
import type { RuleBlock } from "markdown-it/lib/parser_block.mjs";
import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import { type Attributes, addAttributes, plainBraces, takeAttributes } from "./attributes.js";
import { type PageEnvironment, placeIn } from "./environment.js";
import { lineText } from "./lines.js";

/** What the first line of a div says; the `meta` of its tokens. */
export interface Div {
  /** The first word, or the first class: `theorem`. */
  name: string;
  /** The words after the name, as Markdown. */
  title: string;
  attributes: Attributes;
  /** The first line, for messages. */
  source: string;
}

/**
 * Reads pandoc's fenced divs, which may contain any Markdown and one another: `::: {#id .name key=value}` or
 * `::: name Title {#id}`, up to a line of colons only. Renders each as a `<div>` of the class `name`; rules after this one
 * turn the tokens `div_open` and `div_close`, with a {@link Div} as their `meta`, into more. A plugin of the author's for
 * containers takes the names that it knows.
 *
 * @see https://pandoc.org/MANUAL.html#extension-fenced_divs
 */
export function useDivs(md: MarkdownIt, warn: (message: string) => void): void {
  const alt = ["paragraph", "reference", "blockquote", "list"];
  md.block.ruler.before("fence", "indigo_div", blockOfDiv(warn), { alt });
}

const blockOfDiv =
  (warn: (message: string) => void): RuleBlock =>
  (state, line, endLine, silent) => {
    const div = divAt(state, line);
    if (!div) return false;
    if (silent) return true;
    const end = closingLine(state, line, endLine);
    if (end === undefined) {
      warn(
        `the div "${div.source}" in ${placeIn(state.env as PageEnvironment, div.source)} has no closing line ":::". It ends with the text around it.`,
      );
    }
    const last = end ?? endLine;
    pushDiv(state, div, line, last);
    state.line = last + (end === undefined ? 0 : 1);
    return true;
  };

/**
 * Adds the tokens of a div.
 *
 * @param line - Its first line.
 * @param last - The line that closes it.
 */
export function pushDiv(state: StateBlock, div: Div, line: number, last: number): void {
  const open = state.push("div_open", "div", 1);
  Object.assign(open, { block: true, map: [line, last], meta: div, info: div.name, markup: ":::" });
  const { name, attributes } = div;
  const isNamed = name === "" || attributes.classes.includes(name);
  addAttributes(open, isNamed ? attributes : { ...attributes, classes: [name, ...attributes.classes] });
  tokenize(state, line + 1, last);
  // So that attributes in the last line are those of its own element, not of the div, which closes with it.
  state.push("div_end", "", 0).hidden = true;
  const close = state.push("div_close", "div", -1);
  Object.assign(close, { block: true, meta: div, info: div.name, markup: ":::" });
}

/** Parses the lines of a div. They neither continue the text around it nor go on after it. */
function tokenize(state: StateBlock, start: number, end: number): void {
  const { parentType, lineMax } = state;
  // As markdown-it's containers do; no rule asks for this type.
  (state as { parentType: string }).parentType = "div";
  state.lineMax = end;
  state.md.block.tokenize(state, start, end);
  Object.assign(state, { parentType, lineMax });
}

/** Returns the text of a line without its indentation; undefined if it is indented as code is. */
function textOf(state: StateBlock, line: number): string | undefined {
  if ((state.sCount[line] ?? 0) - state.blkIndent >= 4) return undefined;
  return lineText(state, line);
}

function divAt(state: StateBlock, line: number): Div | undefined {
  const text = textOf(state, line);
  if (!text?.startsWith(":::")) return undefined;
  // Pandoc allows colons at the end of the line too.
  const { rest, attributes } = takeAttributes(text.replace(/^:+/, "").replace(/\s:+\s*$/, ""));
  const [, word, title = ""] = /^([\p{L}_][\p{L}\p{N}_-]*)(?:\s+(.*))?$/su.exec(rest) ?? [];
  const name = word ?? (rest === "" ? attributes.classes[0] : undefined);
  if (name) return { name, title: title.trim(), attributes, source: plainBraces(text).trim() };
  if (rest !== "" || !attributes.id) return undefined;
  return { name: "", title: "", attributes, source: plainBraces(text).trim() };
}

/** Returns the line that closes the div of a line: of colons only, and not of a div within it or within code. */
function closingLine(state: StateBlock, start: number, end: number): number | undefined {
  let depth = 0;
  let fence: string | undefined;
  for (let line = start + 1; line < end; line += 1) {
    if (!state.isEmpty(line) && (state.sCount[line] ?? 0) < state.blkIndent) return undefined;
    const text = textOf(state, line);
    if (text === undefined) continue;
    const [, marks, info] = /^(`{3,}|~{3,})(.*)/s.exec(text) ?? [];
    if (fence !== undefined) {
      if (marks?.startsWith(fence) && info?.trim() === "") fence = undefined;
    } else if (marks && !(marks.startsWith("`") && info?.includes("`"))) fence = marks;
    else if (/^:{3,}\s*$/.test(text)) {
      if (depth === 0) return line;
      depth -= 1;
    } else if (divAt(state, line)) depth += 1;
  }
  return undefined;
}
