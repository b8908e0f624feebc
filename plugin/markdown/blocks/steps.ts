import type Token from "markdown-it/lib/token.mjs";
import { classes } from "../../utils/markup.js";
import {
  attributesOf,
  type BlockContext,
  element,
  isBlock,
  isShown,
  type Kind,
  nameOf,
  type Part,
  partsOf,
  tokensOf,
} from "./block.js";

/**
 * Renders `::: steps` as a numbered list of steps: an ordered list, or a step for each heading of the highest level in it. What
 * is before the first heading stays before the list.
 */
export const steps: Kind = (block, context) => {
  const parts = partsOf(block.inner);
  const types = parts.map((part) => (isBlock(part) ? "" : part.type));
  const attributes = attributesOf(block, classes.stepList);
  if (types.includes("ordered_list_open"))
    return element(context, "div", attributes, context.render(block.inner));
  const level = highestHeading(parts);
  if (level === undefined) {
    context.warn(
      `${nameOf(block, context)} has no steps. Write them as an ordered list, or each under a heading of its own.`,
    );
    return [block.open, ...context.render(block.inner), block.close];
  }
  const [before = [], ...items] = divided(parts, level);
  const list = element(
    context,
    "ol",
    {},
    items.flatMap((item) => element(context, "li", {}, rendered(item, context))),
  );
  return element(context, "div", attributes, [...rendered(before, context), ...list]);
};

const rendered = (parts: readonly Part[], context: BlockContext): Token[] =>
  context.render(parts.flatMap(tokensOf));

/** Returns the highest level of the headings that are no part of anything else; undefined if there are none. */
function highestHeading(parts: readonly Part[]): string | undefined {
  const levels = headingsAtTop(parts).map(({ tag }) => tag);
  return levels.sort()[0];
}

/** Returns the headings that are in no list or quotation. */
function headingsAtTop(parts: readonly Part[]): Token[] {
  let depth = 0;
  const headings: Token[] = [];
  for (const part of parts) {
    if (isBlock(part)) continue;
    if (depth === 0 && part.type === "heading_open") headings.push(part);
    depth += part.nesting;
  }
  return headings;
}

/** Divides parts before each heading of a level. The first group is what is before the first of them. */
function divided(parts: readonly Part[], level: string): Part[][] {
  const starts = new Set<Part>(headingsAtTop(parts).filter(({ tag }) => tag === level));
  const groups: Part[][] = [[]];
  for (const part of parts) {
    if (starts.has(part)) groups.push([]);
    if (isShown(part)) groups.at(-1)?.push(part);
  }
  return groups;
}
