import type Token from "markdown-it/lib/token.mjs";
import { classes } from "../../utils/markup.js";
import {
  attributesOf,
  type Block,
  type BlockContext,
  element,
  inlineText,
  isBlock,
  isShown,
  type Kind,
  nameOf,
  partsOf,
  tokensOf,
  voidElement,
} from "./block.js";

/**
 * Renders `::: tabs Name` with `::: tab Title` in it: a radio button and its label before each panel, so that it works by
 * keyboard, and reads in order without styles and on paper. The name, if any, is for screen readers.
 */
export const tabs: Kind = (block, context) => {
  const parts = partsOf(block.inner).filter(isShown);
  const tabBlocks = parts.filter(isTab);
  if (tabBlocks.length === 0) {
    context.warn(`${nameOf(block, context)} has no tabs. Write each as "::: tab Title", up to a line ":::".`);
    return [block.open, ...context.render(block.inner), block.close];
  }
  const { id, ...attributes } = attributesOf(block, classes.tabSet);
  const name = context.newId("tabs");
  const panels = tabBlocks.flatMap((tab, index) => panel(tab, { name, number: index + 1 }, context));
  const others = parts.filter((part) => !isTab(part)).flatMap(tokensOf);
  const set = element(
    context,
    "div",
    {
      ...attributes,
      id,
      role: "group",
      "aria-label": block.div.title || context.strings.tabs,
    },
    panels,
  );
  return [...set, ...context.render(others)];
};

const isTab = (part: Parameters<typeof isBlock>[0]): part is Block =>
  isBlock(part) && part.div.name === "tab";

function panel(
  block: Block,
  { name, number }: { name: string; number: number },
  context: BlockContext,
): Token[] {
  const { title } = block.div;
  if (!title)
    context.warn(`${nameOf(block, context)} has no title. Write it after the word: "::: tab Title".`);
  const id = `${name}-${number}`;
  const radio = voidElement(context, "input", {
    type: "radio",
    name,
    id,
    checked: number === 1 ? "" : undefined,
  });
  const label = element(context, "label", { for: id }, [
    inlineText(context, title || String(number), block.open.map),
  ]);
  return [
    radio,
    ...label,
    ...element(context, "div", attributesOf(block, "tab-panel"), context.render(block.inner)),
  ];
}

/** Renders a `::: tab` that is in no `tabs`: its title and its text. */
export const tab: Kind = (block, context) => {
  context.warn(
    `${nameOf(block, context)} is not in a div "::: tabs", so that it is shown as a text with its title.`,
  );
  const { title } = block.div;
  const heading = title
    ? element(context, "p", {}, element(context, "strong", {}, [inlineText(context, title, block.open.map)]))
    : [];
  return [block.open, ...heading, ...context.render(block.inner), block.close];
};
