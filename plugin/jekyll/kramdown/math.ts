import { blockRule, firstOf, pushText, spanRule } from "./rules.js";

/**
 * Keeps an inline formula unchanged, with its `$$`, for a script in the browser.
 *
 * @see https://kramdown.gettalong.org/syntax.html#math-blocks
 */
export const mathSpan = spanRule(
  "$",
  /\$\$(?!\$).+?\$\$/sy,
  (state, [formula]) => {
    state.push("text_special", "", 0).content = formula;
  },
  "$$",
);

/**
 * Keeps a formula on its own lines unchanged, without parsing Markdown in it.
 *
 * @see https://kramdown.gettalong.org/syntax.html#math-blocks
 */
export const mathBlock = blockRule("$", (state, line, endLine, silent, first) => {
  if (silent || !/^\$\$(?!\$)/.test(first)) return false;
  let end = line;
  if (!/^\$\$.+\$\$\s*$/.test(first)) {
    if (first.includes("$$", 3)) return false;
    let close = -1;
    while (close < 0) {
      end += 1;
      if (end >= endLine || (state.sCount[end] ?? 0) < state.blkIndent) return false;
      const source = state.src.slice(firstOf(state, end), state.eMarks[end]);
      close = source.indexOf("$$");
      if (close >= 0 && source.slice(close + 2).trim() !== "") return false;
    }
  }
  state.push("paragraph_open", "p", 1).map = [line, end + 1];
  pushText(state, state.getLines(line, end + 1, state.blkIndent, false).trim());
  state.push("paragraph_close", "p", -1);
  state.line = end + 1;
  return true;
});
