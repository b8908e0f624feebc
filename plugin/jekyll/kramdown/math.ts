import { blockRule, pushText, spanRule } from "./rules.js";

/**
 * Keeps an inline formula unchanged, with its `$$`, for a script in the browser.
 *
 * @see https://kramdown.gettalong.org/syntax.html#math-blocks
 */
export const mathSpan = spanRule("$", /\$\$(?!\$).+?\$\$/sy, (state, [formula]) => {
  state.push("text_special", "", 0).content = formula;
});

/**
 * Keeps a formula on its own lines unchanged, without parsing Markdown in it.
 *
 * @see https://kramdown.gettalong.org/syntax.html#math-blocks
 */
export const mathBlock = blockRule("$", (state, line, endLine, silent, first) => {
  if (silent || !/^\$\$(?!\$)/.test(first)) return false;
  let end = line;
  let source = first;
  while (!/^\$\$.+\$\$\s*$/s.test(source)) {
    end += 1;
    if (end >= endLine || (state.sCount[end] ?? 0) < state.blkIndent) return false;
    source = state.getLines(line, end + 1, state.blkIndent, false).trim();
    if (/^\$\$.+?\$\$\s*\S/s.test(source)) return false;
  }
  state.push("paragraph_open", "p", 1).map = [line, end + 1];
  pushText(state, source.trim());
  state.push("paragraph_close", "p", -1);
  state.line = end + 1;
  return true;
});
