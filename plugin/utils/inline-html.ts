import { escapeHtml } from "./html.js";

/** Elements that only mark a text. */
const marks = new Set("abbr b cite code del em i ins kbd mark q s small strong sub sup u var".split(" "));

/** Tags, comments, and elements whose content is no text. What is not closed ends with the text. */
const pieces =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|template|iframe|svg|math|object|noscript|textarea|title)\b[\s\S]*?(?:<\/\1\s*>|$)|<(\/?)([a-z][a-z\d]*)([^<>]*)>/gi;

/** An address over http(s) or mailto, or within the site; without character references, which could hide another scheme. */
const safeUrl = /^(?:https?:\/\/|mailto:|\/(?!\/)|#|\.{1,2}\/)[^\s"'<>&\\]*$/i;

/**
 * Returns HTML of an author's data with the markup of a text only: emphasis, links and line breaks. Other elements are left
 * out, with their attributes and scripts; what they hold stays as text.
 */
export function inlineHtml(html: string): string {
  let [safe, end] = ["", 0];
  const open: string[] = [];
  const close = (name: string): void => {
    // An end tag without its start tag is left out; it closes what is still open in its element.
    if (!open.includes(name)) return;
    for (let last = open.pop(); last !== undefined; last = open.pop()) {
      safe += `</${last}>`;
      if (last === name) return;
    }
  };
  for (const { 0: piece, 2: slash, 3: tag, 4: attributes = "", index } of html.matchAll(pieces)) {
    safe += text(html.slice(end, index));
    end = index + piece.length;
    const name = tag?.toLowerCase();
    if (name === undefined) continue;
    if (slash) close(name);
    else if (name === "br") safe += "<br>";
    else if (name === "a") {
      const url = hrefOf(attributes);
      // Links can't hold links.
      if (url === undefined || open.includes("a")) continue;
      safe += `<a href="${escapeHtml(url)}">`;
      open.push(name);
    } else if (marks.has(name)) {
      safe += `<${name}>`;
      open.push(name);
    }
  }
  safe += text(html.slice(end));
  for (const name of open.reverse()) safe += `</${name}>`;
  return safe;
}

/** Escapes a text; its character references stay. */
const text = (part: string): string =>
  escapeHtml(part).replaceAll(/&amp;(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{1,30}\d{0,2});/gi, "&$1;");

function hrefOf(attributes: string): string | undefined {
  const [, double, single, bare] =
    /(?:^|\s)href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(attributes) ?? [];
  const url = (double ?? single ?? bare)?.trim();
  return url !== undefined && safeUrl.test(url) ? url : undefined;
}
