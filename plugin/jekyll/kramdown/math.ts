import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";
import { escapeHtml } from "../../utils/html.js";
import { searchIn } from "../../utils/search.js";
import { optionsOf } from "./options.js";
import {
  blockRule,
  endsBlock,
  firstOf,
  pushHtml,
  pushText,
  spanRule,
  startLineAt,
  startsBlock,
} from "./rules.js";

/** Returns whether the plugin renders formulas. Otherwise they stay for a script in the browser. */
export const isRendered = (state: StateBlock | StateInline): boolean =>
  state.md.renderer.rules.math_inline !== undefined;

/**
 * Parses an inline formula. Without a renderer it keeps its `$$`; with `math_engine: null` it gets kramdown's markup.
 *
 * @see https://kramdown.gettalong.org/syntax.html#math-blocks
 */
export const mathSpan = spanRule(
  "$",
  /\$\$(?!\$)(.+?)\$\$/sy,
  (state, [source, formula = ""]) => {
    if (isRendered(state)) {
      Object.assign(state.push("math_inline", "math", 0), { content: formula, markup: "$$" });
    } else if (optionsOf(state.env).hasMathEngine) {
      state.push("text_special", "", 0).content = source;
    } else {
      pushHtml(state, "html_inline", `<span class="kdmath">$${escapeHtml(formula.trim())}$</span>`);
    }
  },
  "$$",
);

/**
 * Parses a formula between blank lines. After a backslash it is one in text.
 *
 * @see https://kramdown.gettalong.org/syntax.html#math-blocks
 */
export const mathBlock = blockRule("$\\", (state, line, endLine, silent, first) => {
  const isEscaped = first.startsWith("\\$$");
  if (silent || !(isEscaped || first.startsWith("$$")) || !startsBlock(state, line)) return false;
  const start = firstOf(state, line) + (isEscaped ? 3 : 2);
  const close = searchIn(state).next("$$", start);
  const last = lineOfEnd(state, close.end, line, endLine);
  if (last === undefined || state.src.slice(close.end, state.eMarks[last]).trim() !== "") return false;
  if (isEscaped) {
    startLineAt(state, line, start - 2, true);
    return false;
  }
  const formula = state.src.slice(start, close.start).trim();
  if (formula === "" || !endsBlock(state, last + 1, endLine)) return false;
  state.line = last + 1;
  if (isRendered(state)) {
    const token = state.push("math_block", "math", 0);
    Object.assign(token, { block: true, content: formula, markup: "$$", map: [line, last + 1] });
  } else if (optionsOf(state.env).hasMathEngine) {
    state.push("paragraph_open", "p", 1).map = [line, last + 1];
    pushText(state, state.getLines(line, last + 1, state.blkIndent, false).trim());
    state.push("paragraph_close", "p", -1);
  } else {
    pushHtml(state, "html_block", `<div class="kdmath">$$\n${escapeHtml(formula)}\n$$</div>\n`);
  }
  return true;
});

/** Returns the line in which a formula ends. */
function lineOfEnd(state: StateBlock, end: number, line: number, endLine: number): number | undefined {
  if (end > (state.eMarks[endLine - 1] ?? 0)) return undefined;
  let last = line;
  while ((state.eMarks[last] ?? 0) < end) last += 1;
  return last;
}
