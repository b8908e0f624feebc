import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import {
  Elements,
  emptyElements,
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
  const elements = new Elements(source);
  const hasMarkdown = /\smarkdown\s*=/.test(source);
  let done = 0;
  for (let match = hasMarkdown && tags.exec(source); match; match = tags.exec(source)) {
    const name = (match[1] ?? "").toLowerCase();
    const mode = /\smarkdown\s*=\s*["']?(\w+)/.exec(match[2] ?? "")?.[1];
    const inner = tags.lastIndex;
    if (mode) {
      const isEmpty = match[3] || emptyElements.has(name);
      const end = isEmpty ? inner : elements.endOf(name, match.index, inner) || source.length;
      const close = Math.max(inner, source.lastIndexOf("</", end - 1));
      pushRaw(state, source.slice(done, match.index) + withoutMarkdown(match[0]));
      pushContent(state, source.slice(inner, close), contentModel(name, mode));
      done = close;
      tags.lastIndex = close;
    } else if (name === "pre" || unparsedElements.has(name)) {
      tags.lastIndex = elements.endOf(name, match.index, inner) || inner;
    }
  }
  pushRaw(state, source.slice(done));
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

/** How deep elements with Markdown may be nested: more than any real page needs, since each level is parsed again. */
const maxDepth = 30;

function pushContent(state: StateBlock, content: string, model: ContentModel): void {
  if (model === "raw") {
    pushRaw(state, content);
  } else if (model === "block") {
    pushRaw(state, "\n");
    const depth = Number(state.env.kramdownDepth ?? 0);
    if (depth >= maxDepth) {
      pushRaw(state, content);
      return;
    }
    state.env.kramdownDepth = depth + 1;
    state.md.block.parse(content.replace(/^[ \t]*\n/, ""), state.md, state.env, state.tokens);
    state.env.kramdownDepth = depth;
  } else {
    pushText(state, content.trim());
  }
}
