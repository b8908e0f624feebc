/** Matches code, which is kept, or the URL of a link with spaces in it, up to its title. */
const urlWithSpaces =
  /(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)|\]\([ \t]*([^\s<>()"']+(?:[ \t]+[^\s<>()"']+)+)((?:\s+(["']).*?\4)?\s*\))/g;

/**
 * Encloses URLs of links that contain spaces in `<>`, since CommonMark requires it.
 *
 * @see https://kramdown.gettalong.org/syntax.html#inline-links
 */
export function encloseUrls(text: string): string {
  // A faster test, since most texts have no such link.
  if (!/\]\([ \t]*[^\s<>()"']+[ \t]/.test(text)) return text;
  return text.replace(urlWithSpaces, (match: string, _ticks?: string, url?: string, rest?: string) =>
    url ? `](<${url}>${rest}` : match,
  );
}
