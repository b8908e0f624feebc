import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import {
  type Attributes,
  applyAttributes,
  attributeList,
  type NamedLists,
  namedAttributes,
  parseAttributes,
} from "./attributes.js";
import { takeHeadingId } from "./headings.js";
import { encloseUrls } from "./links.js";
import { takeTaskBox } from "./tasks.js";

/**
 * Adds attributes to blocks, ids to headings, and marks task lists, after all blocks are parsed.
 *
 * @see https://kramdown.gettalong.org/syntax.html#inline-attribute-lists
 */
export function finishBlocks(state: StateCore): void {
  const own = state.tokens.filter(isOwn);
  const named = namedAttributes(own);
  state.env.kramdownNamed = named;
  if (own.length > 0) {
    finishAttributes(state.tokens, named);
    state.tokens = state.tokens.filter((token) => !isOwn(token));
  }
  state.tokens.forEach((token, index) => {
    if (token.type !== "inline") return;
    token.content = encloseUrls(token.content);
    const parent = state.tokens[index - 1];
    if (parent?.type === "heading_open") takeHeadingId(token, parent);
    const item = parent?.type === "paragraph_open" ? state.tokens[index - 2] : parent;
    if (item && /^(list_item|dt|dd)_open$/.test(item.type)) takeItemAttributes(token, item, named);
    if (item?.type === "list_item_open") takeTaskBox(token, item, state.tokens, index);
  });
}

/** Returns whether a token exists only for this rule. */
function isOwn(token: Token): boolean {
  return token.type.startsWith("kramdown_");
}

/** Adds each attribute list to its block: the one right above, else the next one. */
function finishAttributes(tokens: readonly Token[], named: NamedLists): void {
  // The lists for the next block, and the open elements, each with its last block.
  let waiting: Attributes[] = [];
  const levels: { readonly parent?: Token; last?: Token }[] = [{}];
  for (const token of tokens) {
    const level = levels.at(-1);
    if (token.type === "kramdown_attributes") {
      const { parent, last } = level ?? {};
      const isItem = parent?.type === "list_item_open" && parent.map?.[0] === token.map?.[0];
      const target = isItem ? parent : token.meta.follows ? last : undefined;
      if (target) applyAttributes(target, token.meta.attributes, named);
      else waiting.push(token.meta.attributes);
    } else if (token.nesting === -1) {
      levels.pop();
      waiting = [];
    } else if (!isOwn(token) && token.type !== "inline") {
      for (const attributes of waiting) applyAttributes(token, attributes, named);
      waiting = [];
      if (level) level.last = token;
      if (token.nesting === 1) levels.push({ parent: token });
    }
  }
}

const atStart = new RegExp(`^${attributeList}\\s*`);

/** Moves an attribute list from the start of an item's text to the item: `* {: .class} text`. */
function takeItemAttributes(inline: Token, item: Token, named: NamedLists): void {
  inline.content = inline.content.replace(atStart, (_, source: string) => {
    applyAttributes(item, parseAttributes(source), named);
    return "";
  });
}
