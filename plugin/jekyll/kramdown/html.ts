import type { RuleBlock } from "markdown-it/lib/parser_block.mjs";

// @ts-expect-error The type declarations of markdown-it lack its rules.
import htmlRule from "markdown-it/lib/rules_block/html_block.mjs";
import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import { emptyElements, endOfElement, spanElements, startTag } from "./elements.js";
import { pushElements } from "./html-content.js";
import { blockRule, pushHtml, spanRule } from "./rules.js";

const htmlBlock = htmlRule as RuleBlock;
const start = new RegExp(`[ \\t]*${startTag}`, "y");

/**
 * Parses a block of HTML as kramdown does: it ends at its end tag, and its content is Markdown only with `markdown="1"`. If the
 * end tag is missing, CommonMark's rule applies, and the block ends at a blank line.
 *
 * @see https://kramdown.gettalong.org/syntax.html#html-blocks
 */
export const html = blockRule("<", (state, line, endLine, silent, first) => {
  const name = /^<\/?([A-Za-z][\w:.-]*)/.exec(first)?.[1]?.toLowerCase();
  if (!name) return htmlBlock(state, line, endLine, silent);
  const isAutolink = /^<[a-z][a-z+.-]*:\/?[^\s>]|^<[^\s<>]+@/i.test(first);
  if (spanElements.has(name) || isAutolink) return false;
  const source = linesFrom(state, line, endLine);
  const elements = source.slice(0, lengthOfElements(source));
  if (!elements) return htmlBlock(state, line, endLine, silent);
  if (silent) return true;
  pushElements(state, elements);
  state.line = line + elements.replace(/\n$/, "").split("\n").length;
  return true;
});

/** Returns the source from a line on. At the top level it is a slice without copying line by line. */
function linesFrom(state: StateBlock, line: number, endLine: number): string {
  if (state.level > 0) return state.getLines(line, endLine, state.blkIndent, true);
  return state.src.slice(state.bMarks[line], (state.eMarks[endLine - 1] ?? 0) + 1);
}

/** Returns the length of the block elements at the start of a text, up to the end of their last line; 0 if there are none. */
function lengthOfElements(source: string): number {
  let end = 0;
  start.lastIndex = 0;
  for (let open = start.exec(source); open; open = start.exec(source)) {
    const name = (open[1] ?? "").toLowerCase();
    if (end === 0 && spanElements.has(name)) break;
    const isEmpty = open[3] || emptyElements.has(name);
    end = isEmpty ? start.lastIndex : endOfElement(source, name, start.lastIndex);
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
export const rawSpan = spanRule(
  "<",
  /<(code|kbd|samp|var|math|option|textarea|script|style)(?=[\s>])[^>]*>.*?<\/\1\s*>/isy,
  (state, [element]) => pushHtml(state, "html_inline", element),
);
