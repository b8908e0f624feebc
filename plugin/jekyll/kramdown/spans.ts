import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { addTaskBox } from "../../markdown/index.js";
import { type Attributes, applyAttributes, type NamedLists } from "./attributes.js";
import { emptyElements } from "./elements.js";
import { addHeadingId, termId } from "./headings.js";
import { type KramdownOptions, optionsOf } from "./options.js";
import { addToTag } from "./tags.js";

/**
 * Adds attributes to inline elements, checkboxes to tasks, and ids to headings, after all inline text is parsed.
 *
 * @see https://kramdown.gettalong.org/syntax.html#span-ials
 */
export function finishSpans(state: StateCore): void {
  const named = state.env.kramdownNamed as NamedLists;
  delete state.env.kramdownNamed;
  const options = optionsOf(state.env);
  const counts = new Map<string, number>();
  let list: Token | undefined;
  state.tokens.forEach((token, index) => {
    if (token.type === "dl_open") list = token;
    if (token.type !== "inline" || !token.children) return;
    token.children = finishAttributes(token.children, named, state);
    for (const child of token.children) finishSpan(child, options);
    for (const child of token.children) if (child.type === "footnote_ref") child.meta.options = options;
    if (options.joinCjkLines) joinLines(token.children);
    const parent = state.tokens[index - 1];
    if (parent?.type === "heading_open") {
      addHeadingId(parent, token.children, counts, options);
      const id = parent.attrGet("id");
      if (id?.trim() === "") parent.attrs = (parent.attrs ?? []).filter(([name]) => name !== "id");
      if (options.headerLinks && id) token.children.unshift(...emptyLink(state, id));
    }
    const prefix = list?.meta?.termIds;
    if (parent?.type === "dt_open" && prefix !== undefined && parent.attrGet("id") === null) {
      parent.attrSet("id", termId(token.children, prefix));
    }
    if (parent?.type === "paragraph_open") makeFigure(parent, token, state.tokens[index + 1], state);
    addTaskBox(token, state);
  });
}

/** Returns the tokens of an empty link to a heading. */
function emptyLink(state: StateCore, id: string): Token[] {
  const open = new state.Token("link_open", "a", 1);
  open.attrSet("href", `#${id}`);
  return [open, new state.Token("link_close", "a", -1)];
}

/**
 * Makes a paragraph that is one image with `{:standalone}` a figure. Its caption is the image's text.
 *
 * @see https://kramdown.gettalong.org/syntax.html#images
 */
function makeFigure(open: Token, inline: Token, close: Token | undefined, state: StateCore): void {
  const [image, ...others] = inline.children ?? [];
  if (image?.type !== "image" || others.length > 0 || !image.meta?.isStandalone || !close) return;
  open.tag = "figure";
  close.tag = "figure";
  for (const name of ["class", "id"]) {
    const value = image.attrGet(name);
    if (value === null || open.attrGet(name) !== null) continue;
    open.attrSet(name, value);
    image.attrs = (image.attrs ?? []).filter(([key]) => key !== name);
  }
  const caption = state.md.utils.escapeHtml(image.children?.map(({ content }) => content).join("") ?? "");
  const token = new state.Token("html_inline", "", 0);
  token.content = `<figcaption>${caption}</figcaption>`;
  inline.children?.push(token);
}

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Removes line breaks between Chinese and Japanese characters. */
function joinLines(children: Token[]): void {
  children.forEach((token, index) => {
    const before = children[index - 1]?.content.at(-1) ?? "";
    const after = children[index + 1]?.content.at(0) ?? "";
    if (token.type !== "softbreak" || !cjk.test(before) || !cjk.test(after)) return;
    Object.assign(token, { type: "text", tag: "", content: "" });
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

/** Adds the classes of kramdown to inline code, and breaks lines if the option is on. */
function finishSpan(token: Token, options: KramdownOptions): void {
  if (token.type === "code_inline" && options.highlightSpans) {
    const hasLanguage = /\blanguage-/.test(token.attrGet("class") ?? "");
    const language = options.guessLanguage ? `language-${options.defaultLanguage} ` : "";
    token.attrJoin("class", `${hasLanguage ? "" : language}highlighter-rouge`);
  } else if (token.type === "softbreak" && options.hardWrap) {
    token.type = "hardbreak";
  }
}
