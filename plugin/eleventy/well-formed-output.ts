import type { EleventyConfig } from "./api.js";

/**
 * Matches the characters that XML 1.0 forbids, even as character references: control characters except white space, lone
 * surrogates, U+FFFE and U+FFFF. In HTML they are errors too.
 *
 * @see https://www.w3.org/TR/xml/#charsets
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to find
const forbidden = /[\0-\x08\x0B\x0C\x0E-\x1F\p{Cs}\uFFFE\uFFFF]/gu;

/** Finds what may be one of them. Without the flag `u`, which makes it slow, it also finds surrogates that are in pairs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to find
const suspicious = /[\0-\x08\x0B\x0C\x0E-\x1F\uD800-\uDFFF\uFFFE\uFFFF]/;

/** The formats that are XML, and HTML, in which a form feed is white space. */
const xml = /\.(?:xml|atom|rss|svg|xhtml|opml|xsl)$/i;
const html = /\.html?$/i;

/**
 * Drops the characters that XML forbids from every feed, sitemap and page. They come from pasted text, and one of them makes
 * a whole feed unreadable. Must be called after everything else that transforms pages.
 */
export function addWellFormedOutput(eleventyConfig: EleventyConfig): void {
  eleventyConfig.addTransform("indigo-well-formed", function (content) {
    const file = String(this.page.outputPath);
    if (typeof content !== "string" || !(xml.test(file) || html.test(file))) return content;
    // A faster test, since hardly any page has one.
    if (!suspicious.test(content)) return content;
    return content.replace(forbidden, (character) => (character === "\f" && html.test(file) ? "\f" : ""));
  });
}
