import { endsLazily } from "./paragraphs.js";
import { blockRule, lineAt, parseInner, wholeLine } from "./rules.js";

/**
 * Parses a quote: it ends at a blank line.
 *
 * @see https://kramdown.gettalong.org/syntax.html#blockquotes
 */
export const blockquote = blockRule(">", (state, line, endLine, silent) => {
  if (silent) return false;
  let end = line + 1;
  while (end < endLine && !state.isEmpty(end) && !endsLazily(lineAt(state, end) ?? "")) end += 1;
  let text = "";
  for (let at = line; at < end; at += 1) text += `${wholeLine(state, at).replace(/^ {0,3}> ?/, "")}\n`;
  state.push("blockquote_open", "blockquote", 1).map = [line, end];
  parseInner(state, text);
  state.push("blockquote_close", "blockquote", -1);
  state.line = end;
  return true;
});
