/** The place of a match in a text; both infinite if there is none. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

const nowhere: Place = { start: Number.POSITIVE_INFINITY, end: Number.POSITIVE_INFINITY };

/** Finds what follows a position in a text. Remembers the last result, so that many searches take linear time together. */
export class Search {
  readonly #text: string;
  readonly #last = new Map<string | RegExp, { from: number; place: Place }>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Returns the first match at or after a position. A pattern must have the flag `g`. */
  next(wanted: string | RegExp, from: number): Place {
    const last = this.#last.get(wanted);
    if (last && last.from <= from && from <= last.place.start) return last.place;
    const place = typeof wanted === "string" ? this.#nextText(wanted, from) : this.#nextMatch(wanted, from);
    this.#last.set(wanted, { from, place });
    return place;
  }

  #nextText(wanted: string, from: number): Place {
    const start = this.#text.indexOf(wanted, from);
    return start < 0 ? nowhere : { start, end: start + wanted.length };
  }

  #nextMatch(wanted: RegExp, from: number): Place {
    wanted.lastIndex = from;
    const match = wanted.exec(this.#text);
    return match ? { start: match.index, end: wanted.lastIndex } : nowhere;
  }
}

const searches = new WeakMap<object, Search>();

/** Returns the search in the source of a parser's state. */
export function searchIn(state: { readonly src: string }): Search {
  const search = searches.get(state) ?? new Search(state.src);
  searches.set(state, search);
  return search;
}

/** Returns the end of each code span in a text by its start. It ends at the next run of as many backticks. */
export function codeSpans(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const nextEnds = new Map<number, number>();
  for (const { 0: ticks, index } of [...text.matchAll(/`+/g)].reverse()) {
    const end = nextEnds.get(ticks.length);
    if (end !== undefined) ends.set(index, end);
    nextEnds.set(ticks.length, index + ticks.length);
  }
  return ends;
}

/** Returns a text without certain characters at its end. A pattern would try each of them in it. */
export function withoutTrailing(text: string, characters: string | RegExp): string {
  const isOne = (character: string): boolean =>
    typeof characters === "string" ? characters.includes(character) : characters.test(character);
  let end = text.length;
  while (end > 0 && isOne(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/**
 * Replaces a pattern up to the last text that can end it. After that, each match would search the rest in vain.
 *
 * @param end - What each match ends with.
 */
export function replaceUpTo(
  end: string,
  text: string,
  pattern: RegExp,
  replacement: (match: string) => string,
): string {
  const last = text.lastIndexOf(end) + end.length;
  if (last < end.length) return text;
  return text.slice(0, last).replace(pattern, replacement) + text.slice(last);
}
