import { unescapeHtml } from "./html.js";

/** Comments, and elements whose content is no text for readers. What is not closed ends with the text. */
const hidden =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|template|iframe|svg|annotation|object|noscript|textarea)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;

/** Tags that start or end a block of text. */
const blocks =
  /<\/?(?:p|div|h[1-6]|ul|ol|dl|dt|dd|pre|blockquote|table|tr|figure|figcaption|section|hr)\b[^<>]*>/gi;

/**
 * Returns the plain text of rendered Markdown, for programs that show no HTML: blocks as paragraphs, items of lists after a
 * hyphen, links with their full URLs, images as their alternative text.
 */
export function htmlText(html: string): string {
  const text = html
    .replaceAll(hidden, "")
    .replaceAll(/<img\b[^<>]*?\balt="([^"]*)"[^<>]*>/gi, "$1")
    .replaceAll(
      /<a\b[^<>]*?\bhref="(https?:[^"]*)"[^<>]*>([\s\S]*?)<\/a>/gi,
      (_, url: string, label: string) => (label === url ? url : `${label} (${url})`),
    )
    .replaceAll(/[ \t]*\n[ \t]*/g, " ")
    .replaceAll(/<br\b[^<>]*>/gi, "\n")
    .replaceAll(/<li\b[^<>]*>/gi, "\n- ")
    .replaceAll(/<\/t[dh]>/gi, " ")
    .replaceAll(blocks, "\n\n")
    .replaceAll(/<\/?[a-z][^<>]*>/gi, "");
  return unescapeHtml(text.replaceAll("&nbsp;", " "))
    .replaceAll(/[ \t]+/g, " ")
    .replaceAll(/ *\n */g, "\n")
    .replaceAll(/^-\n+/gm, "- ")
    .replaceAll(/^(- .*)\n+(?=- )/gm, "$1\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}
