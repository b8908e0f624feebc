import type { RuleBlock } from "markdown-it/lib/parser_block.mjs";

// @ts-expect-error The declarations of markdown-it leave its rules out.
import htmlRule from "markdown-it/lib/rules_block/html_block.mjs";
import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import { emptyElements, endOfElement, spanElements, startTag } from "./elements.js";
import { pushElements } from "./html-content.js";
import { blockRule, pushHtml, spanRule } from "./rules.js";

const htmlBlock = htmlRule as RuleBlock;
const start = new RegExp(`[ \\t]*${startTag}`, "y");

/**
 * Reads a block of HTML as kramdown does: it goes to its end tag, whatever is in it, and its content is Markdown
 * only with `markdown="1"`. Where the end tag is missing, CommonMark's rule has the block end at an empty line.
 *
 * @see https://kramdown.gettalong.org/syntax.html#html-blocks
 */
export const html = blockRule("<", (state, line, endLine, silent, first) => {
  const name = /^<\/?([A-Za-z][\w:.-]*)/.exec(first)?.[1]?.toLowerCase();
  if (!name) return htmlBlock(state, line, endLine, silent);
  const isAddress = /^<[a-z][a-z+.-]*:\/?[^\s>]|^<[^\s<>]+@/i.test(first);
  if (spanElements.has(name) || isAddress) return false;
  const source = linesFrom(state, line, endLine);
  const whole = source.slice(0, lengthOfElements(source));
  if (!whole) return htmlBlock(state, line, endLine, silent);
  if (silent) return true;
  pushElements(state, whole);
  state.line = line + whole.replace(/\n$/, "").split("\n").length;
  return true;
});

/** The lines from one on. Outside of quotes, lists and the like they are the text as it stands, not copied. */
function linesFrom(state: StateBlock, line: number, endLine: number): string {
  if (state.level > 0) return state.getLines(line, endLine, state.blkIndent, true);
  return state.src.slice(state.bMarks[line], (state.eMarks[endLine - 1] ?? 0) + 1);
}

/** How much of a text the block elements at its start take, up to the end of their last line; 0 for none. */
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
 * Leaves elements for code and the like within text alone, with what they hold.
 *
 * @see https://kramdown.gettalong.org/syntax.html#html-spans
 */
export const rawSpan = spanRule(
  "<",
  /<(code|kbd|samp|var|math|option|textarea|script|style)(?=[\s>])[^>]*>.*?<\/\1\s*>/isy,
  (state, [element]) => pushHtml(state, "html_inline", element),
);
