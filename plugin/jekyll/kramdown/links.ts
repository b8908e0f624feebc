import { codeSpans, Search } from "../../utils/search.js";

/** Matches the start of a link whose URL contains spaces. */
const start = /\]\([ \t]*([^\s<>()"']+(?:[ \t]+[^\s<>()"']+)+)/y;
const end = /\s*\)/y;
const titleStart = /\s+(["'])/y;
const titleEnds: Readonly<Record<string, RegExp>> = { '"': /"\s*\)/g, "'": /'\s*\)/g };

/**
 * Encloses URLs of links that contain spaces in `<>`, since CommonMark requires it. Keeps code.
 *
 * @see https://kramdown.gettalong.org/syntax.html#inline-links
 */
export function encloseUrls(text: string): string {
  // A faster test, since most texts have no such link.
  if (!/\]\([ \t]*[^\s<>()"']+[ \t]/.test(text)) return text;
  const code = codeSpans(text);
  const search = new Search(text);
  let out = "";
  let done = 0;
  for (const { 0: mark, index } of text.matchAll(/`+|\]\(/g)) {
    if (index < done) continue;
    let next = index;
    if (mark !== "](") {
      next = code.get(index) ?? index;
      out += text.slice(done, next);
    } else {
      start.lastIndex = index;
      const url = start.exec(text)?.[1];
      const urlEnd = start.lastIndex;
      next = url ? linkEnd(text, urlEnd, search) : 0;
      if (next === 0) continue;
      out += `${text.slice(done, index)}](<${url}>${text.slice(urlEnd, next)}`;
    }
    done = next;
  }
  return out + text.slice(done);
}

/** Returns the end of a link after its URL and title; 0 if it is not closed. */
function linkEnd(text: string, from: number, search: Search): number {
  end.lastIndex = from;
  if (end.test(text)) return end.lastIndex;
  titleStart.lastIndex = from;
  const quote = titleStart.exec(text)?.[1];
  const pattern = quote && titleEnds[quote];
  if (!pattern) return 0;
  const title = titleStart.lastIndex;
  const close = search.next(pattern, title);
  return close.start < search.next("\n", title).start ? close.end : 0;
}
