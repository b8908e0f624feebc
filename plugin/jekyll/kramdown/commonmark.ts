import type MarkdownIt from "markdown-it";
import type { PluginSimple } from "markdown-it";
import { ownEnvironment } from "../../markdown/index.js";
import { isRecord } from "../../utils/records.js";
import { load } from "../../utils/require.js";
import { addHeadingId } from "./headings.js";
import { mathBlock, mathSpan } from "./math.js";
import { bracketSpan, dollarSpan } from "./mathjax.js";
import { jekyllDefaults } from "./options.js";

/** Returns whether a site's Markdown is CommonMark. GitHub Pages reads `GFM` as such too. */
export function isCommonMark(markdown: unknown): boolean {
  return /^(?:commonmark(?:ghpages)?|gfm)$/i.test(String(markdown ?? ""));
}

/**
 * Makes a Markdown library read CommonMark as jekyll-commonmark-ghpages does: with tables, deleted text and ids of headings.
 *
 * @param settings - The value of `commonmark:` in `_config.yml`, with `options` and `extensions`.
 * @see https://github.com/github/jekyll-commonmark-ghpages
 */
export function useCommonMark(md: MarkdownIt, settings: unknown): void {
  const { options, extensions } = isRecord(settings) ? settings : {};
  const has = (list: unknown, name: string): boolean =>
    Array.isArray(list) && list.some((item) => String(item).toLowerCase() === name);
  md.set({
    html: true,
    linkify: has(extensions, "autolink"),
    typographer: has(options, "smart"),
    breaks: has(options, "hardbreaks"),
  });
  md.enable("code");
  if (has(options, "footnotes")) md.use(load("markdown-it-footnote") as PluginSimple);
  md.block.ruler.before("table", "kramdown_math", mathBlock);
  md.inline.ruler.before("escape", "kramdown_math", mathSpan);
  md.inline.ruler.before("escape", "kramdown_dollars", dollarSpan);
  md.inline.ruler.before("escape", "kramdown_brackets", bracketSpan);
  md.core.ruler.before("normalize", "kramdown_environment", ownEnvironment);
  md.core.ruler.push("commonmark_ids", ({ tokens }) => {
    const counts = new Map<string, number>();
    tokens.forEach((token, index) => {
      const text = tokens[index + 1]?.children ?? [];
      if (token.type === "heading_open") addHeadingId(token, text, counts, jekyllDefaults);
    });
  });
}
