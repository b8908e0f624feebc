import type MarkdownIt from "markdown-it";
import type { RuleInline } from "markdown-it/lib/parser_inline.mjs";
import { addAttributes, takeAttributes } from "./attributes.js";
import { closeBrace, openBrace } from "./braces.js";

const attributesAt = new RegExp(`${openBrace}[^${openBrace}${closeBrace}]*${closeBrace}`, "y");

/**
 * Reads pandoc's bracketed spans: `[text]{.class #id lang=fr}`. What is a link, such as `[text](/x){.class}`, stays one.
 *
 * @see https://pandoc.org/MANUAL.html#extension-bracketed_spans
 */
export function useSpans(md: MarkdownIt): void {
  md.inline.ruler.after("link", "indigo_span", span);
}

const span: RuleInline = (state, silent) => {
  if (state.src[state.pos] !== "[") return false;
  const end = state.md.helpers.parseLinkLabel(state, state.pos);
  if (end < 0) return false;
  attributesAt.lastIndex = end + 1;
  const match = attributesAt.exec(state.src);
  if (!match || attributesAt.lastIndex > state.posMax) return false;
  const after = attributesAt.lastIndex;
  if (!silent) {
    addAttributes(state.push("span_open", "span", 1), takeAttributes(match[0]).attributes);
    const { posMax } = state;
    state.pos += 1;
    state.posMax = end;
    state.md.inline.tokenize(state);
    state.posMax = posMax;
    state.push("span_close", "span", -1);
  }
  state.pos = after;
  return true;
};
