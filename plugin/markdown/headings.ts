import type MarkdownIt from "markdown-it";
import type Token from "markdown-it/lib/token.mjs";
import anchor from "markdown-it-anchor";
import { slug } from "../utils/slug.js";

/** Ids that the theme's layouts use. Those of footnotes have a colon, which ids of headings never have. */
const reservedIds = new Set(["main-content"]);

/**
 * Gives headings ids made from their text, for links and the table of contents; equal ids are numbered from 2 on. A
 * plugin of the author's for such ids takes precedence.
 */
export function useHeadingIds(md: MarkdownIt): void {
  if (md.core.ruler.enable("anchor", true).length > 0) return;
  md.use(anchor, {
    slugify: headingId,
    getTokensText: textOf,
    tabIndex: false,
    uniqueSlugStartIndex: 2,
  });
}

/** Returns the text of a heading, with its code and the source of its formulas. */
const textOf = (tokens: readonly Token[]): string =>
  tokens
    .map(({ type, content }) => (/^(text|text_special|code_inline|math_inline)$/.test(type) ? content : ""))
    .join("");

/** Returns the id of a heading. */
function headingId(text: string): string {
  const id = slug(text) || "section";
  return reservedIds.has(id) ? `${id}-2` : id;
}
