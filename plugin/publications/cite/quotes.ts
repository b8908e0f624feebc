// citeproc looks for pairs of quotes in a text, and takes a tag between two that are no pair for text.

/** Private-use characters as placeholders for quotes that are no pair, and what references have for them. */
const placeholders: ReadonlyMap<string, string> = new Map([
  ["’", "\uE005"],
  ["'", "\uE005"],
  ["‘", "\uE006"],
  ["“", "\uE007"],
  ["”", "\uE008"],
  ['"', "\uE009"],
  ["«", "\uE00A"],
  ["»", "\uE00B"],
]);

const quotes: ReadonlyMap<string, string> = new Map([
  ...[...placeholders].map(([quote, placeholder]) => [placeholder, quote] as const),
  // A straight one is an apostrophe.
  ["\uE005", "’"],
]);

const closers: ReadonlyMap<string, string> = new Map([
  ["‘", "’"],
  ["“", "”"],
  ["«", "»"],
  ["'", "'"],
  ['"', '"'],
]);

const piece = /<(\/?)[a-z][^<>]*>|[’'‘“”"«»]/gi;

/** Returns a text with CSL's markup without quotes that citeproc would misread; {@link withQuotes} restores them. */
export function withoutLoneQuotes(text: string): string {
  const balanced = withOpeningQuotes(text);
  if (!balanced.includes("<")) return balanced;
  const lone = loneQuotes(balanced);
  return lone.size === 0
    ? balanced
    : [...balanced.matchAll(/[\s\S]/g)]
        .map(([character], index) =>
          lone.has(index) ? (placeholders.get(character) ?? character) : character,
        )
        .join("");
}

/** Restores quotes in a reference. */
export const withQuotes = (html: string): string =>
  html.replace(/[\uE005-\uE00B]/g, (placeholder) => quotes.get(placeholder) ?? "");

/** Returns the positions of the quotes that are no pair within one element, apostrophes among them. */
function loneQuotes(text: string): Set<number> {
  const lone = new Set<number>();
  let open: { quote: string; index: number }[] = [];
  const outer: (typeof open)[] = [];
  const end = (): void => {
    for (const { index } of open) lone.add(index);
    open = outer.pop() ?? [];
  };
  for (const { 0: found, 1: slash, index } of text.matchAll(piece)) {
    if (found.startsWith("<")) {
      if (slash) end();
      else {
        outer.push(open);
        open = [];
      }
      continue;
    }
    const isInWord = /\p{L}.\p{L}/su.test(text.slice(Math.max(0, index - 1), index + 2));
    const start = isInWord ? -1 : open.findLastIndex(({ quote }) => closers.get(quote) === found);
    if (start >= 0) {
      for (const { index: between } of open.slice(start + 1)) lone.add(between);
      open.length = start;
    } else if (!isInWord && closers.has(found)) open.push({ quote: found, index });
    else lone.add(index);
  }
  while (outer.length > 0) end();
  for (const { index } of open) lone.add(index);
  return lone;
}

/** Returns a text with an opening quote where a closing one stands in its place, ”Word”, as references need pairs. */
function withOpeningQuotes(text: string): string {
  if (!/”.*”/s.test(text)) return text;
  const last = text.lastIndexOf("”");
  let depth = 0;
  return text.replace(/[“„”]/g, (quote, index: number) => {
    const opens =
      /(?:^|[\s([>])$/.test(text.charAt(index - 1)) &&
      /^[\p{L}\p{N}<]/u.test(text.slice(index + 1, index + 3));
    if (quote !== "”" || (depth === 0 && opens && index < last)) {
      depth += 1;
      return quote === "”" ? "“" : quote;
    }
    depth = Math.max(0, depth - 1);
    return quote;
  });
}
