import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import {
  emptyElements,
  endOfElement,
  rawElements,
  spanElements,
  startTag,
  textElements,
  unparsedElements,
} from "./elements.js";
import { pushHtml, pushText } from "./rules.js";

/**
 * Adds raw HTML. Parses Markdown in elements with a `markdown` attribute.
 *
 * @see https://kramdown.gettalong.org/syntax.html#html-blocks
 */
export function pushElements(state: StateBlock, source: string): void {
  const tags = new RegExp(startTag, "g");
  const hasMarkdown = /\smarkdown\s*=/.test(source);
  for (let match = hasMarkdown && tags.exec(source); match; match = tags.exec(source)) {
    const name = (match[1] ?? "").toLowerCase();
    const mode = /\smarkdown\s*=\s*["']?(\w+)/.exec(match[2] ?? "")?.[1];
    const inner = tags.lastIndex;
    if (mode) {
      const isEmpty = match[3] || emptyElements.has(name);
      const end = isEmpty ? inner : endOfElement(source, name, inner) || source.length;
      const close = Math.max(inner, source.lastIndexOf("</", end - 1));
      pushRaw(state, source.slice(0, match.index) + withoutMarkdown(match[0]));
      pushContent(state, source.slice(inner, close), contentModel(name, mode));
      pushElements(state, source.slice(close));
      return;
    }
    if (name === "pre" || unparsedElements.has(name)) {
      tags.lastIndex = endOfElement(source, name, inner) || inner;
    }
  }
  pushRaw(state, source);
}

const markdownAttribute = /^(<(?:"[^"]*"|'[^']*'|[^"'>])*?)\smarkdown\s*=\s*(?:"[^"]*"|'[^']*'|\w+)/;

/**
 * Removes the `markdown` attribute, which is not HTML, from a start tag.
 *
 * @see https://kramdown.gettalong.org/syntax.html#html-blocks
 */
export function withoutMarkdown(tag: string): string {
  return tag.replace(markdownAttribute, "$1");
}

/** How the content of an element is parsed. */
type ContentModel = "block" | "span" | "raw";

/** Returns how the content of an element is parsed, by the value of its `markdown` attribute. */
function contentModel(name: string, mode: string): ContentModel {
  if (mode === "block" || mode === "span") return mode;
  if (mode !== "1" || rawElements.has(name)) return "raw";
  return spanElements.has(name) || textElements.has(name) ? "span" : "block";
}

function pushRaw(state: StateBlock, content: string): void {
  if (content) pushHtml(state, "html_block", content);
}

function pushContent(state: StateBlock, content: string, model: ContentModel): void {
  if (model === "raw") {
    pushRaw(state, content);
  } else if (model === "block") {
    pushRaw(state, "\n");
    state.md.block.parse(content.replace(/^[ \t]*\n/, ""), state.md, state.env, state.tokens);
  } else {
    pushText(state, content.trim());
  }
}
