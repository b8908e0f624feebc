/** A part of a text. */
interface Range {
  start: number;
  end: number;
}

/** Words with raised or lowered characters such as `n²`, and single letters that are no words: `k` in `k-means`. */
const symbols =
  /(?<![\p{L}\p{N}<>/'’.&;])(?:\p{Ll}{1,3}[²³¹⁰-₟][²³¹⁰-₟\p{L}]*|[b-df-hj-np-z])(?![\p{L}\p{N}'’.>])/gu;

/** Texts whose letter case is protected already, and tags. */
const fixed = /<span class="nocase">.*?<\/span>|<[^<>]*>/g;

/**
 * Protects symbols in a title from a style that begins its words with capitals. Formulas are protected by their reader.
 *
 * @see https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html#html-like-formatting-tags
 */
export function withSymbols(title: string): string {
  const taken = matches(title, fixed);
  const marked: Range[] = [];
  for (const range of matches(title, symbols)) {
    if ([...taken, ...marked].some(({ start, end }) => range.start < end && range.end > start)) continue;
    marked.push(range);
  }
  let [text, end] = ["", 0];
  for (const range of marked.sort((one, other) => one.start - other.start)) {
    const symbol = title.slice(range.start, range.end);
    text += `${title.slice(end, range.start)}<span class="nocase">${symbol}</span>`;
    end = range.end;
  }
  return text + title.slice(end);
}

const matches = (title: string, pattern: RegExp): Range[] =>
  [...title.matchAll(pattern)].map(({ 0: text, index }) => ({ start: index, end: index + text.length }));
