/** Code, which is to stay, or the address of a link up to its title, where blanks are in it. */
const spacedAddress =
  /(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)|\]\([ \t]*([^\s<>()"']+(?:[ \t]+[^\s<>()"']+)+)((?:\s+(["']).*?\4)?\s*\))/g;

/**
 * Encloses the addresses of links that have blanks in `<>`, without which CommonMark has no link there.
 *
 * @see https://kramdown.gettalong.org/syntax.html#inline-links
 */
export function encloseAddresses(text: string): string {
  // Most texts have none, and this tells so much sooner.
  if (!/\]\([ \t]*[^\s<>()"']+[ \t]/.test(text)) return text;
  return text.replace(spacedAddress, (whole: string, _ticks?: string, address?: string, rest?: string) =>
    address ? `](<${address}>${rest}` : whole,
  );
}
