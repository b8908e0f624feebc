/** The first paragraph of rendered text, or all of it where it has none. */
export function firstParagraph(html: string): string {
  return /<p[\s>].*?<\/p>/s.exec(html)?.[0] ?? html;
}

/** HTML without a blank line, which would end it within Markdown; one in code stays, as a character reference. */
export function withoutBlankLines(html: string): string {
  return html
    .split(/(<pre[\s>].*?<\/pre>)/s)
    .map((part, index) =>
      index % 2 === 0 ? part.replaceAll(/\n\s*\n/g, "\n") : part.replaceAll(/\n(?=[ \t]*\n)/g, "&#10;"),
    )
    .join("")
    .trim();
}
