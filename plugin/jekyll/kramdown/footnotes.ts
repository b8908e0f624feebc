import type MarkdownIt from "markdown-it";
import type Token from "markdown-it/lib/token.mjs";
import { classes } from "../../utils/markup.js";

/**
 * Renders footnotes with kramdown's markup: ids have the author's labels.
 *
 * @see https://kramdown.gettalong.org/syntax.html#footnotes
 */
export function useFootnoteMarkup(md: MarkdownIt): void {
  const { rules } = md.renderer;
  const name = (token?: Token) => md.utils.escapeHtml(String(token?.meta.label ?? ""));
  /** Returns the number of earlier references to the same footnote. */
  const earlierReferences = (token?: Token) => Number(token?.meta.subId ?? 0);
  const reference = (token?: Token) =>
    name(token) + (earlierReferences(token) > 0 ? `:${earlierReferences(token)}` : "");

  rules.footnote_ref = (tokens, index) => {
    const token = tokens[index];
    const link = `<a href="#fn:${name(token)}" class="footnote" rel="footnote" role="doc-noteref">`;
    return `<sup id="fnref:${reference(token)}">${link}${Number(token?.meta.id) + 1}</a></sup>`;
  };
  rules.footnote_block_open = () => `<div class="${classes.footnotes}" role="doc-endnotes">\n<ol>\n`;
  rules.footnote_block_close = () => "</ol>\n</div>\n";
  rules.footnote_open = (tokens, index) => `<li id="fn:${name(tokens[index])}">`;
  rules.footnote_close = () => "</li>\n";
  rules.footnote_anchor = (tokens, index) => {
    const token = tokens[index];
    const number = earlierReferences(token) > 0 ? `<sup>${earlierReferences(token) + 1}</sup>` : "";
    const link = `<a href="#fnref:${reference(token)}" class="reversefootnote" role="doc-backlink">`;
    return `&nbsp;${link}&#8617;${number}</a>`;
  };
}
