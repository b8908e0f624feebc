import type { RuleBlock } from "markdown-it/lib/parser_block.mjs";
// @ts-expect-error The declarations of markdown-it leave its rules out.
import listRule from "markdown-it/lib/rules_block/list.mjs";
import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import { blockRule, lineAt } from "./rules.js";

const listBlock = listRule as RuleBlock;

/**
 * Reads a list. For kramdown a number has a dot and where it starts does not count, and each item has paragraphs
 * of its own accord, not because another one has.
 *
 * @see https://kramdown.gettalong.org/syntax.html#ordered-and-unordered-lists
 */
export function list(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  if (/^\d+\)/.test(lineAt(state, line) ?? "")) return false;
  const start = state.tokens.length;
  if (!listBlock(state, line, endLine, silent)) return false;
  if (silent) return true;
  const [open, ...tokens] = state.tokens.slice(start);
  if (open?.attrs) open.attrs = open.attrs.filter(([name]) => name !== "start");
  const items = tokens.flatMap((token, index) =>
    token.type === "list_item_open" && token.level === (open?.level ?? 0) + 1 ? [tokens.slice(index)] : [],
  );
  let anyTight = false;
  items.forEach(([item, paragraph, ...rest], index) => {
    if (paragraph?.type !== "paragraph_open") {
      anyTight = true;
      return;
    }
    const isLast = index === items.length - 1;
    const isAlone = rest[2] === undefined || rest[2].level === item?.level;
    const next = paragraph.map?.[1] ?? endLine;
    const isLoose = next < endLine && state.isEmpty(next) && !(isLast && isAlone);
    const isTight = !isLoose && (!isLast || items.length === 1 || anyTight);
    paragraph.hidden = isTight;
    if (rest[1]) rest[1].hidden = isTight;
    anyTight ||= isTight;
  });
  return true;
}

/**
 * Ends a block, such as a list before another list, with a `^` on its own line.
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
