import type MarkdownIt from "markdown-it";
import type Token from "markdown-it/lib/token.mjs";
import { withoutHtml } from "../utils/without-html.js";

/**
 * Returns the text of Markdown on one line, without its marks, for data that programs read. A link is its text, an image its
 * alternative text; a formula stays as it is written, which keeps its meaning.
 */
export function markdownText(md: MarkdownIt, source: string): string {
  // HTML is text, as where the same source is shown.
  return withoutHtml(md, () => textOf(md.parse(source, {})).replaceAll(/\s+/gu, " ").trim());
}

const textOf = (tokens: readonly Token[]): string => tokens.map(textOfToken).join("");

function textOfToken({ type, children, content, markup, block, nesting }: Token): string {
  // Blocks are words of their own.
  const space = block && nesting < 1 ? " " : "";
  if (children && children.length > 0) return textOf(children) + space;
  if (/^(soft|hard)break$/.test(type)) return " ";
  return (type.startsWith("math") ? markup + content + markup : content) + space;
}

/** Returns whether Markdown has nothing but paragraphs: no list, quote, table or code. */
export const isParagraphs = (md: MarkdownIt, source: string): boolean =>
  md.parse(source, {}).every(({ type, level }) => level > 0 || /^paragraph_(open|close)$/.test(type));
