import type MarkdownIt from "markdown-it";
import type Token from "markdown-it/lib/token.mjs";
import anchor from "markdown-it-anchor";
import { slug } from "../utils/slug.js";

/** Ids of the theme's own on a page with text; those of footnotes have a colon, which no heading's has. */
const taken = new Set(["main-content"]);

/**
 * Gives headings ids of their words, so that links and a table of contents can lead to them; of two with the same words
 * the second has a number. Where the author has brought a plugin for it, that one stays in charge.
 */
export function useHeadingIds(md: MarkdownIt): void {
  if (md.core.ruler.enable("anchor", true).length > 0) return;
  md.use(anchor, {
    slugify: headingId,
    getTokensText: wordsOf,
    tabIndex: false,
    uniqueSlugStartIndex: 2,
  });
}

/** The words of a heading, with its code and the source of its formulas. */
const wordsOf = (tokens: readonly Token[]): string =>
  tokens
    .map(({ type, content }) => (/^(text|text_special|code_inline|math_inline)$/.test(type) ? content : ""))
    .join("");

/** The words of a heading as an id. */
function headingId(words: string): string {
  const id = slug(words) || "section";
  return taken.has(id) ? `${id}-2` : id;
}
