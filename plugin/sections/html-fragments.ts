/** Returns the first paragraph of rendered text, or all of it if it has no paragraph. */
export function firstParagraph(html: string): string {
  return /<p[\s>].*?<\/p>/s.exec(html)?.[0] ?? html;
}

/** Removes blank lines, which would end the HTML within Markdown. In `<pre>` they become a character reference. */
export function withoutBlankLines(html: string): string {
  return html
    .split(/(<pre[\s>].*?<\/pre>)/s)
    .map((part, index) =>
      index % 2 === 0 ? part.replaceAll(/\n\s*\n/g, "\n") : part.replaceAll(/\n(?=[ \t]*\n)/g, "&#10;"),
    )
    .join("")
    .trim();
}
