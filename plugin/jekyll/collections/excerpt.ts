import { escapeHtml } from "../../utils/html.js";

/**
 * Returns the excerpt of rendered content, as Jekyll does: what is before the separator, everything if there is none, or by
 * default the first paragraph.
 *
 * @param separator - The key `excerpt_separator`, such as `<!--more-->`. An empty text turns excerpts off.
 */
export function excerptOf(html: string, separator: unknown): string {
  if (typeof separator !== "string" || separator === "\n\n") return firstParagraph(html);
  const text = separator.trim();
  if (text === "") return "";
  // A separator that is no comment is text of a paragraph.
  const at = [text, `<p>${escapeHtml(text)}</p>`, escapeHtml(text)].map((each) => html.indexOf(each));
  const end = at.find((position) => position >= 0);
  return end === undefined ? html : html.slice(0, end);
}

/** Returns the first paragraph of rendered content, as Jekyll's excerpt; empty if there is none. */
function firstParagraph(html: string): string {
  const start = html.search(/<p\b/);
  const end = html.indexOf("</p>", start);
  return start < 0 || end < 0 ? "" : html.slice(start, end + "</p>".length);
}
