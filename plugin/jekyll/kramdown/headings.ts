import type Token from "markdown-it/lib/token.mjs";
import { withoutTrailing } from "../../utils/search.js";
import { idName } from "./attributes.js";

const ownId = new RegExp(`^\\{#(${idName})\\}$`);

/**
 * Moves the id of a heading such as `Title {#id}` from its text to its attributes.
 *
 * @see https://kramdown.gettalong.org/syntax.html#specifying-a-header-id
 */
export function takeHeadingId(inline: Token, heading: Token): void {
  const start = inline.content.lastIndexOf("{#");
  const id = start < 0 ? undefined : ownId.exec(inline.content.slice(start))?.[1];
  const before = inline.content.slice(0, start);
  const title = withoutTrailing(before, " \t");
  if (!id || title === before) return;
  // The number signs that may close a heading.
  const words = withoutTrailing(title, "#");
  const text = withoutTrailing(words, " \t");
  inline.content = text === words ? title : text;
  if (heading.attrGet("id") === null) heading.attrSet("id", id);
}

/**
 * Adds an id from its text to a heading without one. The second and later headings of the same text get a number.
 *
 * @param counts - Number of uses of each id in the document so far.
 * @see https://kramdown.gettalong.org/parser/gfm.html
 */
export function addHeadingId(heading: Token, text: readonly Token[], counts: Map<string, number>): void {
  if (heading.attrGet("id") !== null) return;
  const id = plainText(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}\p{Pc}\- \t]+/gu, "")
    .replace(/[ \t]/g, "-");
  const count = counts.get(id) ?? 0;
  counts.set(id, count + 1);
  const numbered = count > 0 ? `${id}-${count}` : id;
  if (numbered) heading.attrSet("id", numbered);
}

/** Returns the text of a heading, without markup, images and footnotes. */
function plainText(children: readonly Token[]): string {
  return children
    .map((token) => (/^(text|text_special|code_inline|math_inline)$/.test(token.type) ? token.content : ""))
    .join("");
}
