import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { takeTaskBox } from "../../markdown/index.js";
import { type Attributes, applyAttributes, NamedLists } from "./attributes.js";
import { optionsOf } from "./options.js";
import { addToTag } from "./tags.js";

/**
 * Adds attributes to blocks, and marks task lists, after all blocks are parsed.
 *
 * @see https://kramdown.gettalong.org/syntax.html#inline-attribute-lists
 */
export function finishBlocks(state: StateCore): void {
  const own = state.tokens.filter(isOwn);
  const named = new NamedLists(own, state.env);
  state.env.kramdownNamed = named;
  if (own.length > 0) {
    finishAttributes(state, named);
    state.tokens = state.tokens.filter((token) => !isOwn(token));
  }
  finishCode(state);
  // The last list at each level.
  const lists: Token[] = [];
  state.tokens.forEach((token, index) => {
    if (/^(bullet|ordered)_list_open$/.test(token.type)) lists[token.level] = token;
    if (/^(list_item|dt|dd)_open$/.test(token.type) && token.meta?.attributes) {
      applyAttributes(token, [token.meta.attributes], named);
    }
    const item = state.tokens[index - 2];
    if (token.type !== "inline" || item?.type !== "list_item_open") return;
    if (state.tokens[index - 1]?.type === "paragraph_open") takeTaskBox(token, item, lists[item.level - 1]);
  });
}

/** Gives code blocks their default language, or kramdown's markup for code that is not highlighted. */
function finishCode(state: StateCore): void {
  const { highlightBlocks, defaultLanguage } = optionsOf(state.env);
  const { escapeHtml } = state.md.utils;
  for (const token of state.tokens) {
    // Diagrams are not code.
    if (!/^(fence|code_block)$/.test(token.type) || token.info === "mermaid") continue;
    const names = (token.attrGet("class") ?? "").split(/\s+/).filter(Boolean);
    const own = names.find((name) => name.startsWith("language-"));
    const language = token.info.replace(/(?<=.)\?.*$/, "") || own?.slice("language-".length) || "";
    if (highlightBlocks) {
      if (!language && defaultLanguage !== "plaintext") token.info = defaultLanguage;
      continue;
    }
    const others = names.filter((name) => token.info !== "" || name !== own).join(" ");
    token.attrs = (token.attrs ?? []).filter(([name]) => name !== "class");
    if (others) token.attrs.push(["class", others]);
    const attributes = state.md.renderer.renderAttrs(token);
    const code = language ? `<code class="language-${escapeHtml(language)}">` : "<code>";
    const text = token.content.replace(/\n$/, "");
    token.type = "html_block";
    token.content = `<pre${attributes}>${code}${escapeHtml(text)}\n</code></pre>\n`;
  }
}

/** Returns whether a token exists only for this rule. */
function isOwn(token: Token): boolean {
  return token.type.startsWith("kramdown_");
}

/** Adds each attribute list to its block: the one right above, else the next one. */
function finishAttributes(state: StateCore, named: NamedLists): void {
  // The lists for the next block, and the open elements, each with its last block.
  let waiting: Attributes[] = [];
  const levels: { last?: Token }[] = [{}];
  const targets = new Map<Token, Attributes[]>();
  const add = (token: Token, attributes: Attributes): void => {
    const lists = targets.get(token) ?? [];
    lists.push(attributes);
    targets.set(token, lists);
  };
  for (const token of state.tokens) {
    const level = levels.at(-1);
    if (token.type === "kramdown_attributes") {
      const { attributes, follows, isLost } = token.meta;
      if (follows && level?.last) add(level.last, attributes);
      else if (!isLost) waiting.push(attributes);
    } else if (token.nesting === -1) {
      levels.pop();
      waiting = [];
    } else if (token.type === "kramdown_definition") {
      for (const attributes of waiting) add(token, attributes);
      waiting = [];
      if (level) level.last = token;
    } else if (!isOwn(token) && token.type !== "inline") {
      for (const attributes of waiting) add(token, attributes);
      waiting = [];
      if (level) level.last = token;
      if (token.nesting === 1) levels.push({});
    }
  }
  for (const [token, lists] of targets) {
    if (token.type === "html_block") addToTag(token, lists, named, state);
    else applyAttributes(token, lists, named);
    if (token.meta?.link) token.meta.link.attributes = token.attrs;
  }
}
