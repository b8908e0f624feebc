import type Token from "markdown-it/lib/token.mjs";
import { classes } from "../../utils/markup.js";
import {
  attributeOf,
  attributesOf,
  type Block,
  type BlockContext,
  element,
  inlineText,
  isBlock,
  isShown,
  type Kind,
  nameOf,
  type Part,
  partsOf,
  tokensOf,
} from "./block.js";

/** The key of an inline token's `meta` that says which URL all of it links to. */
export const linkOfTitle = "indigoLink";

/**
 * Renders `::: cards` as a grid of its cards: `::: card Title {href=/x}`, each with one link on its title that the whole card
 * follows. What is not a card stays between them.
 */
export const cards: Kind = (block, context) => {
  const tokens: Token[] = [];
  const attributes = attributesOf(block, classes.cardGrid);
  for (const group of groupsOf(partsOf(block.inner))) {
    if (group.every(isCard)) {
      const items = group.filter(isCard).flatMap((card) => item(card, context));
      tokens.push(
        ...element(context, "ul", tokens.length > 0 ? { class: classes.cardGrid } : attributes, items),
      );
    } else tokens.push(...context.render(group.flatMap(tokensOf)));
  }
  if (partsOf(block.inner).some(isCard)) return tokens;
  context.warn(`${nameOf(block, context)} has no cards. Write each as "::: card Title", up to a line ":::".`);
  return [block.open, ...context.render(block.inner), block.close];
};

/** Renders a card that is in no `cards`: as a grid of one. */
export const card: Kind = (block, context) =>
  element(context, "ul", { class: classes.cardGrid }, item(block, context));

const isCard = (part: Part): part is Block => isBlock(part) && part.div.name === "card";

/** Divides parts into those that are cards and those that are not, in their order. */
function groupsOf(parts: readonly Part[]): Part[][] {
  const groups: Part[][] = [];
  for (const part of parts.filter(isShown)) {
    const last = groups.at(-1);
    if (last?.[0] && isCard(last[0]) === isCard(part)) last.push(part);
    else groups.push([part]);
  }
  return groups;
}

function item(block: Block, context: BlockContext): Token[] {
  const href = hrefOf(block, context);
  const { title } = block.div;
  if (!title) {
    context.warn(
      `${nameOf(block, context)} has no title${href === undefined ? "" : ", which would be the link"}. Write it after the word: "::: card Title".`,
    );
  }
  // A card without a title is linked by its URL.
  const text = title || (href === undefined ? "" : href.replace(/^https?:\/\//, ""));
  const heading = text
    ? element(context, "p", { class: "card-title" }, [linked(text, href, block, context)])
    : [];
  return element(context, "li", attributesOf(block), [...heading, ...context.render(block.inner)]);
}

function linked(text: string, href: string | undefined, block: Block, context: BlockContext): Token {
  const token = inlineText(context, text, block.open.map);
  if (href !== undefined) token.meta = { [linkOfTitle]: href };
  return token;
}

/** Returns the URL of a card as Markdown's links have it; undefined, with a warning, if links may not have it. */
function hrefOf(block: Block, context: BlockContext): string | undefined {
  const written = attributeOf(block, "href");
  if (written === undefined) return undefined;
  const { md } = context.state;
  const href = md.normalizeLink(written);
  if (md.validateLink(href)) return href;
  context.warn(
    `${nameOf(block, context)} links to a URL that runs a script or names a file of the reader's. The card has no link.`,
  );
  return undefined;
}
