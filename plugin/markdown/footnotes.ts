import type MarkdownIt from "markdown-it";
import type { PluginSimple } from "markdown-it";
import type Token from "markdown-it/lib/token.mjs";
import { fill } from "../i18n/fill.js";
import type { Strings } from "../i18n/strings/types.js";
import { escapeHtml } from "../utils/html.js";
import { classes } from "../utils/markup.js";
import { load } from "../utils/require.js";

// The package brings no declarations, so it is read with `require` and given a type here.
const footnote = load("markdown-it-footnote") as PluginSimple;

/**
 * Reads footnotes: `[^1]` in text, `[^1]: …` somewhere, or `^[…]`. Where the author has brought a plugin for them, that
 * one stays in charge.
 *
 * @param stringsOf - The theme's words in the language of a page, by what the page is rendered with.
 */
export function useFootnotes(md: MarkdownIt, stringsOf: (env: unknown) => Strings): void {
  const { rules } = md.renderer;
  if (rules.footnote_ref) return;
  md.use(footnote);
  const number = (token?: Token): number => Number(token?.meta.id ?? 0) + 1;
  /** The id of a place that refers to a note; a note may be referred to again. */
  const reference = (token?: Token): string =>
    `fnref:${number(token)}${Number(token?.meta.subId ?? 0) > 0 ? `:${token?.meta.subId}` : ""}`;

  rules.footnote_ref = (tokens, index, _options, env) => {
    const token = tokens[index];
    const label = escapeHtml(fill(stringsOf(env).footnote, number(token)));
    const link = `<a href="#fn:${number(token)}" id="${reference(token)}" role="doc-noteref" aria-label="${label}">${number(token)}</a>`;
    return `<sup class="footnote-ref">${link}</sup>`;
  };
  rules.footnote_block_open = (_tokens, _index, _options, env) =>
    `<section class="${classes.footnotes}" role="doc-endnotes" aria-label="${escapeHtml(stringsOf(env).footnotes)}">\n<ol>\n`;
  rules.footnote_block_close = () => "</ol>\n</section>\n";
  rules.footnote_open = (tokens, index) => `<li id="fn:${number(tokens[index])}">`;
  rules.footnote_close = () => "</li>\n";
  rules.footnote_anchor = (tokens, index, _options, env) => {
    const token = tokens[index];
    const label = escapeHtml(fill(stringsOf(env).backToText, number(token)));
    // The sign behind the arrow keeps it from being shown as a picture.
    const arrow = "\u21a9\ufe0e";
    return ` <a class="footnote-back" href="#${reference(token)}" role="doc-backlink" aria-label="${label}">${arrow}</a>`;
  };
}
