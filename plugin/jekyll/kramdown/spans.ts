import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { type Attributes, applyAttributes, type NamedLists } from "./attributes.js";
import { emptyElements } from "./elements.js";
import { addHeadingId } from "./headings.js";
import { withoutMarkdown } from "./html-content.js";
import { addTaskBox } from "./tasks.js";

/**
 * Adds attributes to inline elements, checkboxes to tasks, and ids to headings, after all inline text is parsed.
 *
 * @see https://kramdown.gettalong.org/syntax.html#span-ials
 */
export function finishSpans(state: StateCore): void {
  const named = state.env.kramdownNamed as NamedLists;
  delete state.env.kramdownNamed;
  const counts = new Map<string, number>();
  state.tokens.forEach((token, index) => {
    if (token.type !== "inline" || !token.children) return;
    finishAttributes(token.children, named, state);
    for (const child of token.children) finishSpan(child);
    const heading = state.tokens[index - 1];
    if (heading?.type === "heading_open") addHeadingId(heading, token.children, counts);
    addTaskBox(token, state);
  });
}

/** Adds each attribute list to the element that ends right before it. Without an element it is text. */
function finishAttributes(children: Token[], named: NamedLists, state: StateCore): void {
  for (let index = 0; index < children.length; index += 1) {
    const token = children[index];
    if (token?.type === "image" && token.children) finishAttributes(token.children, named, state);
    if (token?.type !== "kramdown_span") continue;
    const target = elementBefore(children, index);
    if (target?.type === "html_inline") addToTag(target, token.meta.attributes, named, state);
    else if (target) applyAttributes(target, token.meta.attributes, named);
    else token.type = "text";
    if (target) children.splice(index--, 1);
  }
}

/** Returns the opening token of the element that ends before an index. */
function elementBefore(children: readonly Token[], index: number): Token | undefined {
  let depth = 0;
  for (const token of children.slice(0, index).reverse()) {
    if (token.type === "html_inline") {
      const isEnd = token.content.startsWith("</");
      if (isEnd) depth += 1;
      else if (depth > 0 && !token.content.endsWith("/>") && !emptyElements.has(tagName(token))) depth -= 1;
      if (depth === 0) return token;
    } else {
      depth -= token.nesting;
      const isEmpty = token.type === "text" && token.content === "";
      if (depth === 0 && !isEmpty)
        return /^(text|text_special|softbreak|hardbreak)$/.test(token.type) ? undefined : token;
    }
  }
  return undefined;
}

function tagName(token: Token): string {
  return /^<([\w-]+)/.exec(token.content)?.[1]?.toLowerCase() ?? "";
}

/** Adds attributes to an HTML tag. They replace attributes of the same name. */
function addToTag(token: Token, attributes: Attributes, named: NamedLists, state: StateCore): void {
  const carrier = new state.Token("", "", 0);
  const [, start, own = "", end] = /^(<[\w:-]+)([^>]*?)(\s*\/?>[\s\S]*)$/.exec(token.content) ?? [];
  if (!start) return;
  for (const [, name = "", a, b, c] of own.matchAll(
    /([^\s=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s]+)))?/g,
  )) {
    carrier.attrSet(name, state.md.utils.unescapeAll(a ?? b ?? c ?? ""));
  }
  applyAttributes(carrier, attributes, named);
  token.content = `${start}${state.md.renderer.renderAttrs(carrier)}${end}`;
}

/** Adds the classes of kramdown to inline code, and uses its element for deleted text. */
function finishSpan(token: Token): void {
  if (token.type === "s_open" || token.type === "s_close") {
    token.tag = "del";
  } else if (token.type === "code_inline") {
    const hasLanguage = /\blanguage-/.test(token.attrGet("class") ?? "");
    token.attrJoin("class", hasLanguage ? "highlighter-rouge" : "language-plaintext highlighter-rouge");
  } else if (token.type === "html_inline") {
    token.content = withoutMarkdown(token.content);
  }
}
