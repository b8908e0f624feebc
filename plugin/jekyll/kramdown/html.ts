import type { RuleBlock } from "markdown-it/lib/parser_block.mjs";
import type { RuleInline } from "markdown-it/lib/parser_inline.mjs";
// @ts-expect-error The type declarations of markdown-it lack its rules.
import htmlRule from "markdown-it/lib/rules_block/html_block.mjs";
import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import { searchIn } from "../../utils/search.js";
import { Elements, emptyElements, spanElements, startTag } from "./elements.js";
import { pushElements } from "./html-content.js";
import { blockRule, firstOf, pushHtml, startsWith } from "./rules.js";

const htmlBlock = htmlRule as RuleBlock;
const rawNames = ["code", "kbd", "samp", "var", "math", "option", "textarea", "script", "style"];
const rawStart = new RegExp(`<(${rawNames.join("|")})(?=[\\s>])`, "iy");
/** Matches the end tag of each element that {@link rawSpan} keeps. */
const rawEnds = new Map(rawNames.map((name) => [name, new RegExp(`</${name}\\s*>`, "gi")]));
const start = new RegExp(`[ \\t]*${startTag}`, "y");

/**
 * Parses a block of HTML as kramdown does: it ends at its end tag, and its content is Markdown only with `markdown="1"`. If the
 * end tag is missing, CommonMark's rule applies, and the block ends at a blank line.
 *
 * @see https://kramdown.gettalong.org/syntax.html#html-blocks
 */
export const html = blockRule("<", (state, line, endLine, silent, first) => {
  if (!state.md.options.html) return false;
  const name = /^<\/?([A-Za-z][\w:.-]*)/.exec(first)?.[1]?.toLowerCase();
  if (!name) return htmlBlock(state, line, endLine, silent);
  const isAutolink = /^<[a-z][a-z+.-]*:\/?[^\s>]|^<[^\s<>]+@/i.test(first);
  if (spanElements.has(name) || isAutolink) return false;
  const container = containerOf(state, line, endLine);
  const from = container.offsets[line - container.first] ?? 0;
  const end = endOfElements(container, from);
  if (end === 0) return htmlBlock(state, line, endLine, silent);
  if (silent) return true;
  const elements = container.source.slice(from, end);
  pushElements(state, elements);
  state.line = line + elements.replace(/\n$/, "").split("\n").length;
  return true;
});

/** Lines in the same blocks, such as those of a list item, without the indentation of the blocks. */
interface Container {
  readonly blkIndent: number;
  readonly first: number;
  readonly endLine: number;
  /** The index of the first character of each line in the document. */
  readonly marks: readonly number[];
  /** The index of each line in `source`. */
  readonly offsets: readonly number[];
  readonly source: string;
  readonly elements: Elements;
}

/** The last container at each level, so that it is searched for elements once. */
const containers = new WeakMap<StateBlock, Container[]>();

/** Returns the lines from a line on that belong to the same blocks, or lines with more before them. */
function containerOf(state: StateBlock, line: number, endLine: number): Container {
  const levels = containers.get(state) ?? [];
  containers.set(state, levels);
  const { blkIndent, level } = state;
  const last = levels[level];
  const isSame = last?.blkIndent === blkIndent && last.endLine === endLine;
  if (isSame && last.marks[line - last.first] === firstOf(state, line)) return last;
  const marks: number[] = [];
  const offsets: number[] = [];
  let source = "";
  for (let at = line; at < endLine; at += 1) {
    if ((state.sCount[at] ?? 0) < blkIndent && !isLazy(state, at)) break;
    marks.push(firstOf(state, at));
    offsets.push(source.length);
    source += state.getLines(at, at + 1, blkIndent, true);
  }
  const elements = new Elements(source);
  const container = { blkIndent, first: line, endLine, marks, offsets, source, elements };
  levels[level] = container;
  return container;
}

/** Returns whether a line that is indented less than its block may belong to it: no item, definition or quote starts there. */
function isLazy(state: StateBlock, line: number): boolean {
  if (state.isEmpty(line)) return true;
  return !state.isEmpty(line - 1) && !startsWith(state, line, /(?:[*+:-]|\d+\.)\s|\[\^|>/y);
}

/** Returns the end of the block elements at an index, at the end of their last line; 0 if there are none. */
function endOfElements({ source, elements }: Container, from: number): number {
  let end = 0;
  start.lastIndex = from;
  for (let open = start.exec(source); open; open = start.exec(source)) {
    const name = (open[1] ?? "").toLowerCase();
    if (end === 0 && spanElements.has(name)) break;
    const tag = source.indexOf("<", open.index);
    const isEmpty = open[3] || emptyElements.has(name);
    end = isEmpty ? start.lastIndex : elements.endOf(name, tag, start.lastIndex);
    if (end === 0) return 0;
    start.lastIndex = end;
  }
  if (end === 0) return 0;
  const lineEnd = source.indexOf("\n", end);
  return lineEnd < 0 ? source.length : lineEnd + 1;
}

/**
 * Keeps inline elements for code, forms and scripts unchanged, including their content.
 *
 * @see https://kramdown.gettalong.org/syntax.html#html-spans
 */
export const rawSpan: RuleInline = (state, silent) => {
  const { src, pos, posMax } = state;
  if (src[pos] !== "<" || !state.md.options.html) return false;
  rawStart.lastIndex = pos;
  const end = rawEnds.get(rawStart.exec(src)?.[1]?.toLowerCase() ?? "");
  if (!end) return false;
  const search = searchIn(state);
  const inner = search.next(">", pos).end;
  const close = inner <= posMax ? search.next(end, inner).end : inner;
  if (close > posMax) return false;
  if (!silent) pushHtml(state, "html_inline", src.slice(pos, close));
  state.pos = close;
  return true;
};
