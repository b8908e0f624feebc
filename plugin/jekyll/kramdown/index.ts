import type MarkdownIt from "markdown-it";
import type { PluginSimple } from "markdown-it";
import type { EleventyConfig } from "../../eleventy/api.js";
import { ownEnvironment } from "../../markdown/index.js";
import { load } from "../../utils/require.js";
import { attributesBlock, attributesSpan } from "./attributes.js";
import { finishBlocks } from "./blocks.js";
import { fillContents } from "./contents.js";
import { useEmoji } from "./emoji.js";
import { extensionBlock, extensionSpan } from "./extensions.js";
import { useFootnoteMarkup } from "./footnotes.js";
import { html, rawSpan } from "./html.js";
import { endOfBlock, list } from "./lists.js";
import { mathBlock, mathSpan } from "./math.js";
import { finishSpans } from "./spans.js";
import { table } from "./tables.js";
import { lineBreak, text, useEmphasis } from "./text.js";
import { quote, symbol } from "./typography.js";

export { emojify } from "./emoji.js";

// These packages have no type declarations: load them with `require` and type them here.
const footnote = load("markdown-it-footnote") as PluginSimple;
const deflist = load("markdown-it-deflist") as PluginSimple;
const abbr = load("markdown-it-abbr") as PluginSimple;

/**
 * Adds kramdown's syntax to Eleventy's Markdown library, for sites from Jekyll.
 *
 * @see https://kramdown.gettalong.org/syntax.html
 * @see https://kramdown.gettalong.org/parser/gfm.html
 */
export function addKramdown(eleventyConfig: EleventyConfig): void {
  eleventyConfig.amendLibrary("md", useKramdown);
}

/** Adds the rules to a Markdown library. */
function useKramdown(md: MarkdownIt): void {
  md.set({ html: true, linkify: false, typographer: false, breaks: false });
  md.enable("code");
  md.use(footnote).use(deflist).use(abbr).use(useEmoji);
  md.inline.ruler.disable("footnote_inline");

  const interrupts = { alt: ["paragraph", "reference", "blockquote", "list"] };
  md.block.ruler.before("table", "kramdown_math", mathBlock);
  md.block.ruler.before("table", "kramdown_extension", extensionBlock);
  md.block.ruler.before("table", "kramdown_attributes", attributesBlock, interrupts);
  md.block.ruler.before("table", "kramdown_end", endOfBlock, interrupts);
  md.block.ruler.at("table", table);
  md.block.ruler.at("list", list, { alt: ["paragraph", "reference", "blockquote"] });
  md.block.ruler.at("html_block", html, { alt: ["paragraph", "reference", "blockquote"] });

  md.inline.ruler.at("text", text);
  md.inline.ruler.before("newline", "kramdown_symbol", symbol);
  md.inline.ruler.before("newline", "kramdown_quote", quote);
  md.inline.ruler.before("newline", "kramdown_break", lineBreak);
  md.inline.ruler.before("newline", "kramdown_math", mathSpan);
  md.inline.ruler.before("newline", "kramdown_extension", extensionSpan);
  md.inline.ruler.before("newline", "kramdown_attributes", attributesSpan);
  md.inline.ruler.before("newline", "kramdown_raw", rawSpan);

  md.core.ruler.before("normalize", "kramdown_environment", ownEnvironment);
  md.core.ruler.after("block", "kramdown_blocks", finishBlocks);
  md.core.ruler.before("linkify", "kramdown_spans", finishSpans);
  md.core.ruler.push("kramdown_toc", fillContents);

  useEmphasis(md);
  useFootnoteMarkup(md);
}
