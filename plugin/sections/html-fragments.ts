import { Search } from "../utils/search.js";

/** Returns the first paragraph of rendered text, or all of it if it has no paragraph. */
export function firstParagraph(html: string): string {
  const start = html.search(/<p[\s>]/);
  const end = html.indexOf("</p>", start);
  return start < 0 || end < 0 ? html : html.slice(start, end + "</p>".length);
}

/** Removes blank lines, which would end the HTML within Markdown. In `<pre>` they become a character reference. */
export function withoutBlankLines(html: string): string {
  let [result, end] = ["", 0];
  const search = new Search(html);
  for (const { index } of html.matchAll(/<pre[\s>]/g)) {
    const close = search.next("</pre>", index);
    if (index < end || !Number.isFinite(close.end)) continue;
    result += html.slice(end, index).replaceAll(/\n\s*\n/g, "\n");
    result += html.slice(index, close.end).replaceAll(/\n(?=[ \t]*\n)/g, "&#10;");
    end = close.end;
  }
  return (result + html.slice(end).replaceAll(/\n\s*\n/g, "\n")).trim();
}
