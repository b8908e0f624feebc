import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";
import { codeSpans, Search } from "../../utils/search.js";
import { anyClose, anyOpen } from "../braces.js";

// Finds where formulas of a text may end. It reads the text once, so that many dollars take linear time together.

/** What ends a formula. */
export type Closer = "$" | "\\)" | "\\]";

const closers: readonly Closer[] = ["$", "\\)", "\\]"];

/** Braces, with the characters in place of those of attributes. */
const [open, close] = [`[${anyOpen}]`, `[${anyClose}]`];

/** A command whose argument is text, in which formulas are part of the formula around it: `\text{if $x$}`. */
const textCommand = String.raw`\\(?:text[a-z]*|[fhm]box|makebox|tag\*?|(?:short)?intertext)\s*(?=${open})`;

const tokens = new RegExp(
  String.raw`${textCommand}|\\[\s\S]|${open}|${close}|\$|${"`"}+|<|\]\(|\bhttps?:\/\/`,
  "g",
);

/** An HTML tag. Only values of attributes may contain dollars: `$a<b$ and $c>d$` has none. */
const tag =
  /<\/?[a-z][a-z\d-]*(?:\s+[a-z_:@][\w:.@-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*\s*\/?>/iy;

/** Elements whose text is code or no text: the formulas of others are rendered. */
const rawElement = /^<(code|kbd|math|option|pre|samp|script|style|svg|textarea|title|tt)(?=[\s/>])/i;

/** The destination of a link, with its title. */
const destination = /\]\([^\s()]*(?:\s+"[^"]*"\s*)?\)/y;

/** A URL in text. */
const url = /https?:\/\/[!#-&*+,./0-9:;=?@A-Z_a-z~-]+/y;

interface Piece {
  at: number;
  text: string;
}

/** The ranges of a text in which dollars and brackets are text, and the ends of formulas. */
export class FormulaScan {
  readonly #starts: number[];
  /** For each closer, the place of the next one by the index of a piece. */
  readonly #next: Readonly<Record<Closer, Int32Array>>;
  readonly #literal: [start: number, end: number][] = [];

  /** @param html - Whether HTML in the text is HTML. */
  constructor(source: string, html: boolean) {
    const pieces = Array.from(source.matchAll(tokens), ({ 0: text, index }) => ({ at: index, text }));
    this.#starts = pieces.map(({ at }) => at);
    const ends = this.#endsOf(source, pieces, html);
    const braces = matchingBraces(pieces);
    const length = pieces.length + 1;
    this.#next = {
      $: new Int32Array(length).fill(-1),
      "\\)": new Int32Array(length).fill(-1),
      "\\]": new Int32Array(length).fill(-1),
    };
    for (let index = pieces.length - 1; index >= 0; index -= 1) {
      const { at, text } = pieces[index] as Piece;
      const end = ends.get(index);
      // After the argument of a command for text, or after code, a tag or a URL.
      const argument = text.length > 2 && text.startsWith("\\") ? braces.get(index + 1) : undefined;
      const after = end === undefined ? (argument ?? index) + 1 : this.#indexFrom(end);
      for (const closer of closers) {
        const next = this.#next[closer];
        next[index] = text === closer ? at : (next[after] ?? -1);
      }
    }
  }

  /** Returns where a formula whose content starts at a position ends: the start of the closer; -1 if it does not. */
  end(closer: Closer, from: number): number {
    return this.#next[closer][this.#indexFrom(from)] ?? -1;
  }

  /** Returns whether a position is within an HTML element for code, or within a URL. */
  isLiteral(position: number): boolean {
    const index = lowerBound(this.#literal.length, (each) => (this.#literal[each]?.[0] ?? 0) > position) - 1;
    return position < (this.#literal[index]?.[1] ?? 0);
  }

  /** Returns the index of the first piece at or after a position. */
  #indexFrom(position: number): number {
    return lowerBound(this.#starts.length, (index) => (this.#starts[index] ?? 0) >= position);
  }

  /** Returns the ends of the pieces that start code, tags, destinations and URLs, by their index. */
  #endsOf(source: string, pieces: readonly Piece[], html: boolean): Map<number, number> {
    const ends = new Map<number, number>();
    const code = codeSpans(source);
    const search = new Search(source);
    let done = 0;
    for (const [index, { at, text }] of pieces.entries()) {
      let end: number | undefined;
      if (text.startsWith("`")) end = code.get(at);
      else if (text === "](") end = matchEnd(destination, source, at);
      else if (text.startsWith("http")) end = matchEnd(url, source, at);
      else if (text === "<" && html) end = matchEnd(tag, source, at);
      if (end === undefined || at < done) continue;
      const [, name] = (text === "<" && rawElement.exec(source.slice(at, at + 12))) || [];
      if (name) {
        const closing = search.next(closingTag(name), end);
        if (Number.isFinite(closing.end)) end = closing.end;
      }
      if (name || text.startsWith("http")) this.#literal.push([at, end]);
      ends.set(index, end);
      done = end;
    }
    return ends;
  }
}

const closingTags = new Map<string, RegExp>();

function closingTag(name: string): RegExp {
  const known = closingTags.get(name.toLowerCase()) ?? new RegExp(`</${name}\\s*>`, "gi");
  closingTags.set(name.toLowerCase(), known);
  return known;
}

function matchEnd(pattern: RegExp, source: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(source) ? pattern.lastIndex : undefined;
}

/** Returns the index of each closing brace by that of the brace that it closes. */
function matchingBraces(pieces: readonly Piece[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const stack: number[] = [];
  for (const [index, { text }] of pieces.entries()) {
    if (anyOpen.includes(text)) stack.push(index);
    else if (anyClose.includes(text)) {
      const start = stack.pop();
      if (start !== undefined) pairs.set(start, index);
    }
  }
  return pairs;
}

/** Returns the first number below a length for which a condition holds, which holds for all after it; else the length. */
function lowerBound(length: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

const scans = new WeakMap<StateInline, FormulaScan>();

/** Returns the scan of the text of a parser's state. */
export function scanOf(state: StateInline): FormulaScan {
  const scan = scans.get(state) ?? new FormulaScan(state.src, state.md.options.html === true);
  scans.set(state, scan);
  return scan;
}
