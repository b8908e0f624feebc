/** The most characters that strings and inheritance may add to a small file, and to a larger one for each of its characters. */
const maxAdded = 100_000;
const maxAddedPerCharacter = 10;

/**
 * Counts the characters that `@string`, `crossref` and `xdata` add to a file: a few lines of it may stand for gigabytes. A
 * real file adds less than twice its length.
 */
export class Expansion {
  readonly limit: number;
  #added = 0;

  /** @param length - The length of the file, in characters. */
  constructor(length: number) {
    this.limit = Math.max(maxAdded, maxAddedPerCharacter * length);
  }

  /** Adds a number of characters, and returns whether the limit allows that; otherwise adds nothing. */
  add(characters: number): boolean {
    if (this.#added + characters > this.limit) return false;
    this.#added += characters;
    return true;
  }

  /** The limit in words, for messages. */
  get words(): string {
    return `more than ${this.limit.toLocaleString("en-US")} characters in the file`;
  }
}
