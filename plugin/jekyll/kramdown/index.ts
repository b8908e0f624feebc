import type MarkdownIt from "markdown-it";
import type { PluginSimple } from "markdown-it";
import type { EleventyConfig } from "../../eleventy/api.js";
import { ownEnvironment } from "../../markdown/index.js";
import type { DollarFormulas } from "../../options/markdown.js";
import { load } from "../../utils/require.js";
import { abbreviationDefinition, markAbbreviations } from "./abbreviations.js";
import { attributesBlock, attributesSpan } from "./attributes.js";
import { finishBlocks } from "./blocks.js";
import { code, fence } from "./code.js";
import { isCommonMark, useCommonMark } from "./commonmark.js";
import { fillContents } from "./contents.js";
import { definitionList } from "./definition-lists.js";
import { footnoteDefinition, linkDefinition, linkName, linksOf } from "./definitions.js";
import { hasEmoji, type PluginSettings, useEmoji } from "./emoji.js";
import { emphasis, strikethrough } from "./emphasis.js";
import { extensionBlock, extensionSpan } from "./extensions.js";
import { finishFootnotes, footnoteReference, numberFootnotes, useFootnoteMarkup } from "./footnotes.js";
import { heading, underlinedHeading } from "./headings.js";
import { html } from "./html.js";
import { autolink, htmlSpan } from "./html-spans.js";
import { link } from "./links.js";
import { endOfBlock, list } from "./lists.js";
import { mathBlock, mathSpan } from "./math.js";
import { bracketSpan, dollarSpan, dollarsOf } from "./mathjax.js";
import { jekyllDefaults, withOptions } from "./options.js";
import { paragraph } from "./paragraphs.js";
import { blockquote } from "./quotes.js";
import { horizontalRule, useLinkLabels } from "./rules.js";
import { finishSpans } from "./spans.js";
import { table } from "./tables.js";
import { codeSpan, escaped, lineBreak, text } from "./text.js";
import { quote, symbol } from "./typography.js";

export { isCommonMark } from "./commonmark.js";
export { emojify, hasEmoji } from "./emoji.js";
export { dollarDelimitersAt, withoutComments } from "./mathjax.js";
export { optionOutcomes } from "./options.js";

// This package has no type declarations: load it with `require` and type it here.
const footnote = load("markdown-it-footnote") as PluginSimple;

/** The keys of `_config.yml` for Markdown, and its list of plugins. */
export interface MarkdownSettings extends PluginSettings {
  readonly markdown?: unknown;
  readonly kramdown?: unknown;
  readonly commonmark?: unknown;
}

/**
 * Makes Eleventy's Markdown library read the Markdown of sites from Jekyll: kramdown's, or CommonMark if a site has chosen it.
 *
 * @param settings - The keys `markdown`, `kramdown` and `commonmark` of `_config.yml`.
 * @param dollars - Whether `$…$` is a formula.
 * @see https://kramdown.gettalong.org/syntax.html
 * @see https://kramdown.gettalong.org/parser/gfm.html
 */
export function addKramdown(
  eleventyConfig: EleventyConfig,
  settings: MarkdownSettings = {},
  dollars: DollarFormulas = false,
): void {
  eleventyConfig.amendLibrary("md", (md: MarkdownIt) => {
    if (isCommonMark(settings.markdown)) useCommonMark(md, settings.commonmark);
    else useKramdown(md, settings.kramdown);
    if (hasEmoji(settings)) md.use(useEmoji);
    md.core.ruler.after("kramdown_environment", "kramdown_dollars", dollarsOf(dollars));
  });
}

/** Adds the rules to a Markdown library. */
function useKramdown(md: MarkdownIt, settings: unknown): void {
  const options = withOptions(jekyllDefaults, settings);
  md.set({ html: true, linkify: false, typographer: false, breaks: false });
  md.enable("code");
  md.use(footnote);
  md.inline.ruler.disable("footnote_inline");

  // In kramdown's order. Paragraphs know what ends them: no rule has alternatives.
  const none = { alt: [] };
  const { ruler } = md.block;
  ruler.disable(["table", "reference"]);
  ruler.at("code", code, none);
  ruler.at("fence", fence, none);
  ruler.at("blockquote", blockquote, none);
  ruler.before("hr", "kramdown_heading", heading, none);
  ruler.disable("heading");
  ruler.at("hr", horizontalRule, none);
  ruler.at("list", list, none);
  ruler.before("html_block", "kramdown_definitions", definitionList, none);
  ruler.at("html_block", html, none);
  ruler.at("lheading", underlinedHeading, none);
  ruler.before("paragraph", "kramdown_math", mathBlock, none);
  ruler.before("paragraph", "kramdown_table", table, none);
  ruler.at("footnote_def", () => false, none);
  ruler.before("paragraph", "kramdown_footnote", footnoteDefinition, none);
  ruler.before("paragraph", "kramdown_link", linkDefinition, none);
  ruler.before("paragraph", "kramdown_abbreviation", abbreviationDefinition, none);
  ruler.before("paragraph", "kramdown_extension", extensionBlock, none);
  ruler.before("paragraph", "kramdown_attributes", attributesBlock, none);
  ruler.before("paragraph", "kramdown_end", endOfBlock, none);
  ruler.at("paragraph", paragraph, none);

  md.inline.ruler.at("text", text);
  md.inline.ruler.before("newline", "kramdown_symbol", symbol);
  md.inline.ruler.before("newline", "kramdown_quote", quote);
  md.inline.ruler.before("newline", "kramdown_break", lineBreak);
  md.inline.ruler.before("newline", "kramdown_math", mathSpan);
  md.inline.ruler.before("newline", "kramdown_dollars", dollarSpan);
  md.inline.ruler.before("kramdown_break", "kramdown_brackets", bracketSpan);
  md.inline.ruler.before("newline", "kramdown_extension", extensionSpan);
  md.inline.ruler.before("newline", "kramdown_attributes", attributesSpan);
  md.inline.ruler.at("escape", escaped);
  md.inline.ruler.at("backticks", codeSpan);
  md.inline.ruler.at("emphasis", emphasis);
  md.inline.ruler.at("strikethrough", strikethrough);
  md.inline.ruler.at("link", link);
  md.inline.ruler.at("footnote_ref", footnoteReference);
  md.inline.ruler.at("image", link);
  md.inline.ruler.at("autolink", autolink);
  md.inline.ruler.at("html_inline", htmlSpan);

  md.core.ruler.before("normalize", "kramdown_environment", ownEnvironment);
  md.core.ruler.after("kramdown_environment", "kramdown_options", ({ env }) => {
    env.kramdownOptions = options;
    env.kramdownLinks = undefined;
    env.kramdownAbbreviations = undefined;
    for (const [name, [url, title]] of Object.entries(options.linkDefinitions)) {
      linksOf(env).set(linkName(name), { url, title });
    }
  });
  md.core.ruler.after("block", "kramdown_blocks", finishBlocks);
  md.core.ruler.before("linkify", "kramdown_spans", finishSpans);
  md.core.ruler.after("kramdown_spans", "kramdown_abbreviations", markAbbreviations);
  md.core.ruler.before("footnote_tail", "kramdown_numbers", numberFootnotes);
  md.core.ruler.after("footnote_tail", "kramdown_footnotes", finishFootnotes);
  md.core.ruler.push("kramdown_toc", fillContents);

  useLinkLabels(md);
  useFootnoteMarkup(md);
}
