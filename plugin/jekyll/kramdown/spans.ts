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
    token.children = finishAttributes(token.children, named, state);
    for (const child of token.children) finishSpan(child);
    const heading = state.tokens[index - 1];
    if (heading?.type === "heading_open") addHeadingId(heading, token.children, counts);
    addTaskBox(token, state);
  });
}

/**
 * Adds each attribute list to the element that ends right before it. Without an element it is text.
 *
 * @returns The tokens without the attribute lists.
 */
function finishAttributes(children: Token[], named: NamedLists, state: StateCore): Token[] {
  if (!children.some(({ type }) => type === "kramdown_span" || type === "image")) return children;
  const lists = new Map<Token, Attributes[]>();
  // The opening tokens of the open elements, and that of the element that ends right before a token.
  const open: Token[] = [];
  let ended: Token | undefined;
  const rest = children.filter((token) => {
    if (token.type === "kramdown_span" && ended) {
      const waiting = lists.get(ended) ?? [];
      waiting.push(token.meta.attributes);
      lists.set(ended, waiting);
      return false;
    }
    if (token.type === "kramdown_span") token.type = "text";
    if (token.type === "image" && token.children) {
      token.children = finishAttributes(token.children, named, state);
    }
    const nesting = nestingOf(token);
    if (nesting === 1) open.push(token);
    if (nesting === -1) ended = open.pop();
    else if (!/^(text|text_special|softbreak|hardbreak)$/.test(token.type)) ended = endsAt(token);
    else if (token.type !== "text" || token.content !== "") ended = undefined;
    return true;
  });
  for (const [target, attributes] of lists) {
    if (target.type === "html_inline") addToTag(target, attributes, named, state);
    else applyAttributes(target, attributes, named);
  }
  return rest;
}

/** Returns the element that ends with a token which is no end tag. A start tag in HTML may have an attribute list too. */
function endsAt(token: Token): Token | undefined {
  return token.type === "html_inline" || token.nesting === 0 ? token : undefined;
}

/** Returns 1 for a token that opens an element, -1 for one that closes it, and 0 for others. */
function nestingOf(token: Token): number {
  if (token.type !== "html_inline") return token.nesting;
  const { content } = token;
  if (content.startsWith("</")) return -1;
  const isWhole = content.endsWith("/>") || content.indexOf("</", 1) > 0 || !/^<[a-z]/i.test(content);
  return isWhole || emptyElements.has(tagName(token)) ? 0 : 1;
}

function tagName(token: Token): string {
  return /^<([\w-]+)/.exec(token.content)?.[1]?.toLowerCase() ?? "";
}

/** Adds attributes to an HTML tag. They replace attributes of the same name. */
function addToTag(token: Token, lists: readonly Attributes[], named: NamedLists, state: StateCore): void {
  const carrier = new state.Token("", "", 0);
  const [, start, inner = ""] = /^(<[\w:-]+)([^>]*)>/.exec(token.content) ?? [];
  if (!start) return;
  const own = (inner.endsWith("/") ? inner.slice(0, -1) : inner).trimEnd();
  const end = token.content.slice(start.length + own.length);
  for (const [, name = "", a, b, c] of own.matchAll(
    /([^\s=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s]+)))?/g,
  )) {
    carrier.attrSet(name, state.md.utils.unescapeAll(a ?? b ?? c ?? ""));
  }
  applyAttributes(carrier, lists, named);
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
