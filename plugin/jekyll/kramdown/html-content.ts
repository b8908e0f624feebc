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
 * Adds HTML as it stands, apart from the elements in it whose `markdown` attribute asks for more.
 *
 * @see https://kramdown.gettalong.org/syntax.html#html-blocks
 */
export function pushElements(state: StateBlock, source: string): void {
  const tags = new RegExp(startTag, "g");
  const isAsking = /\smarkdown\s*=/.test(source);
  for (let found = isAsking && tags.exec(source); found; found = tags.exec(source)) {
    const name = (found[1] ?? "").toLowerCase();
    const mode = /\smarkdown\s*=\s*["']?(\w+)/.exec(found[2] ?? "")?.[1];
    const inner = tags.lastIndex;
    if (mode) {
      const isEmpty = found[3] || emptyElements.has(name);
      const end = isEmpty ? inner : endOfElement(source, name, inner) || source.length;
      const close = Math.max(inner, source.lastIndexOf("</", end - 1));
      pushRaw(state, source.slice(0, found.index) + withoutMarkdown(found[0]));
      pushContent(state, source.slice(inner, close), contentOf(name, mode));
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
 * A start tag without its `markdown` attribute, which is for kramdown alone.
 *
 * @see https://kramdown.gettalong.org/syntax.html#html-blocks
 */
export function withoutMarkdown(tag: string): string {
  return tag.replace(markdownAttribute, "$1");
}

type Kind = "block" | "span" | "raw";

/** How the content of an element is read whose `markdown` attribute has a value. */
function contentOf(name: string, mode: string): Kind {
  if (mode === "block" || mode === "span") return mode;
  if (mode !== "1" || rawElements.has(name)) return "raw";
  return spanElements.has(name) || textElements.has(name) ? "span" : "block";
}

function pushRaw(state: StateBlock, content: string): void {
  if (content) pushHtml(state, "html_block", content);
}

function pushContent(state: StateBlock, content: string, kind: Kind): void {
  if (kind === "raw") {
    pushRaw(state, content);
  } else if (kind === "block") {
    pushRaw(state, "\n");
    state.md.block.parse(content.replace(/^[ \t]*\n/, ""), state.md, state.env, state.tokens);
  } else {
    pushText(state, content.trim());
  }
}
