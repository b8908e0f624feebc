import type MarkdownIt from "markdown-it";
import type Token from "markdown-it/lib/token.mjs";
import { slug, uniqueIds } from "../utils/slug.js";

/** Ids of the theme's own on a page with text; those of footnotes have a colon, which no heading's has. */
const ownIds = new Set(["main-content"]);

/**
 * Gives headings ids of their words, so that links and a table of contents can lead to them; of two with the same words
 * the second has a number. If the author has added markdown-it-anchor, that stays in charge. Not that package here: its
 * time grows with the square of the number of headings.
 */
export function useHeadingIds(md: MarkdownIt): void {
  if (md.core.ruler.enable("anchor", true).length > 0) return;
  md.core.ruler.push("indigo_heading_ids", ({ tokens }) => {
    const unique = uniqueIds();
    const headings = [...tokens.entries()].filter(([, { type }]) => type === "heading_open");
    // Ids that are there already come first, so that no other heading takes them.
    for (const [, heading] of headings) {
      const id = heading.attrGet("id");
      if (id !== null) unique(id);
    }
    for (const [index, heading] of headings) {
      if (heading.attrGet("id") === null)
        heading.attrSet("id", unique(headingId(wordsOf(tokens[index + 1]?.children ?? []))));
    }
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
  return ownIds.has(id) ? `${id}-2` : id;
}
