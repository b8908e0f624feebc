import type { RuleBlock } from "markdown-it/lib/parser_block.mjs";

// @ts-expect-error The type declarations of markdown-it lack its rules.
import listRule from "markdown-it/lib/rules_block/list.mjs";
import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import { blockRule, startsWith } from "./rules.js";

const listBlock = listRule as RuleBlock;
const numberWithParenthesis = /\d+\)/y;

/**
 * Parses a list as kramdown does: a number ends with a dot, the first number is ignored, and each item has paragraphs or not
 * independently of the others.
 *
 * @see https://kramdown.gettalong.org/syntax.html#ordered-and-unordered-lists
 */
export function list(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  if (startsWith(state, line, numberWithParenthesis)) return false;
  const start = state.tokens.length;
  if (!listBlock(state, line, endLine, silent)) return false;
  if (silent) return true;
  const open = state.tokens[start];
  if (open?.attrs) open.attrs = open.attrs.filter(([name]) => name !== "start");
  const level = (open?.level ?? 0) + 1;
  const tokens = state.tokens.slice(start);
  const items = [...tokens.keys()].filter(
    (at) => tokens[at]?.type === "list_item_open" && tokens[at].level === level,
  );
  let anyTight = false;
  items.forEach((at, index) => {
    const [paragraph, , end, next] = tokens.slice(at + 1, at + 5);
    if (paragraph?.type !== "paragraph_open") {
      anyTight = true;
      return;
    }
    const isLast = index === items.length - 1;
    const isAlone = next === undefined || next.level === level;
    const nextLine = paragraph.map?.[1] ?? endLine;
    const isLoose = nextLine < endLine && state.isEmpty(nextLine) && !(isLast && isAlone);
    const isTight = !isLoose && (!isLast || items.length === 1 || anyTight);
    paragraph.hidden = isTight;
    if (end) end.hidden = isTight;
    anyTight ||= isTight;
  });
  return true;
}

/**
 * Parses a `^` on its own line, which ends a block, such as a list before another list.
 *
 * @see https://kramdown.gettalong.org/syntax.html#eob-marker
 */
export const endOfBlock = blockRule("^", (state, line, _endLine, silent, source) => {
  if (!/^\^\s*$/.test(source)) return false;
  if (silent) return true;
  state.push("kramdown_end", "", 0).hidden = true;
  state.line = line + 1;
  return true;
});
