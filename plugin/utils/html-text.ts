import { unescapeHtml } from "./html.js";

/** Tags, comments, and elements whose content is no text for readers. What is not closed ends with the text. */
const pieces =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|template|iframe|svg|annotation|object|noscript|textarea)\b[\s\S]*?(?:<\/\1\s*>|$)|<(\/?)([a-z][a-z\d]*)([^<>]*)>/gi;

/** Comments, and elements whose content is for programs. What is not closed ends with the text. */
const unseen = /<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;

/** Returns the text of HTML on one line. */
export const htmlLine = (html: string): string =>
  unescapeHtml(
    html
      .replaceAll(unseen, "")
      .replaceAll(/<br\b[^<>]*>/gi, " ")
      .replaceAll(/<\/?[a-z][^<>]*>/gi, ""),
  )
    .replaceAll(/\s+/g, " ")
    .trim();

/** Elements that are a paragraph or more. */
const blocks = new Set(
  "p div h1 h2 h3 h4 h5 h6 ul ol dl dt dd pre blockquote table tr figure figcaption section hr".split(" "),
);

/**
 * Returns the plain text of rendered Markdown, for programs that show no HTML: blocks as paragraphs, items of lists after a
 * hyphen, links with their full URLs, images as their alternative text.
 */
export function htmlText(html: string): string {
  let [text, end] = ["", 0];
  let link: { url: string; start: number } | undefined;
  for (const { 0: piece, 2: slash, 3: tag = "", 4: attributes = "", index } of html.matchAll(pieces)) {
    text += html.slice(end, index).replaceAll(/\s+/g, " ");
    end = index + piece.length;
    const name = tag.toLowerCase();
    if (blocks.has(name)) text += "\n\n";
    else if (name === "br") text += "\n";
    else if (name === "li" && !slash) text += "\n- ";
    else if (name === "td" || name === "th") text += " ";
    else if (name === "img") text += attributeOf("alt", attributes) ?? "";
    else if (name === "a" && slash) {
      if (link && text.slice(link.start).trim() !== link.url) text += ` (${link.url})`;
      link = undefined;
    } else if (name === "a") {
      const url = attributeOf("href", attributes);
      link = url && /^https?:/i.test(url) ? { url, start: text.length } : undefined;
    }
  }
  return unescapeHtml((text + html.slice(end)).replaceAll("&nbsp;", " "))
    .replaceAll(/[ \t]+/g, " ")
    .replaceAll(/ ?\n ?/g, "\n")
    .replaceAll(/^-\n+/gm, "- ")
    .replaceAll(/^(- .*)\n+(?=- )/gm, "$1\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

const attributeOf = (name: "alt" | "href", attributes: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`, "i").exec(attributes)?.[1];
