import type MarkdownIt from "markdown-it";
import type { PluginSimple } from "markdown-it";
import type Token from "markdown-it/lib/token.mjs";
import { fill } from "../i18n/fill.js";
import type { Strings } from "../i18n/strings/types.js";
import { escapeHtml } from "../utils/html.js";
import { classes } from "../utils/markup.js";
import { load } from "../utils/require.js";

// The package ships no type declarations, so it is loaded with `require` and typed here.
const footnote = load("markdown-it-footnote") as PluginSimple;

/**
 * Renders footnotes: `[^1]` in text with `[^1]: …` elsewhere, or `^[…]`. A footnote plugin of the author's takes
 * precedence.
 *
 * @param stringsOf - Returns the UI strings in the language of a page, by its markdown-it environment.
 */
export function useFootnotes(md: MarkdownIt, stringsOf: (env: unknown) => Strings): void {
  const { rules } = md.renderer;
  if (rules.footnote_ref) return;
  md.use(footnote);
  const number = (token?: Token): number => Number(token?.meta.id ?? 0) + 1;
  /** Returns the id of a reference to a footnote, which may have several. */
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
    // The character after the arrow makes browsers show it as text, not as an emoji.
    const arrow = "\u21a9\ufe0e";
    return ` <a class="footnote-back" href="#${reference(token)}" role="doc-backlink" aria-label="${label}">${arrow}</a>`;
  };
}
