import { Search } from "../../utils/search.js";

/** Returns the names in a list that is separated by spaces. */
function namesIn(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}

/**
 * Inline elements: a line that starts with one is a paragraph.
 *
 * @see https://kramdown.gettalong.org/syntax.html#html-blocks
 */
export const spanElements = namesIn(
  "a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option q rb rbc rp rt " +
    "rtc ruby samp select small span strong sub sup tt u var",
);

/** Void elements, which have no end tag. */
export const emptyElements = namesIn(
  "area base br col command embed hr img input keygen link meta param source track wbr",
);

/** Elements whose Markdown content is inline. */
export const textElements = namesIn("caption dt h1 h2 h3 h4 h5 h6 legend optgroup p summary th");

/** Elements whose content is raw even with `markdown="1"`. */
export const rawElements = namesIn(
  "script style math option textarea pre code kbd samp var colgroup table tbody thead tfoot tr ul ol",
);

/** Elements in which HTML has no tags. */
export const unparsedElements = namesIn("script style textarea");

/** Matches a start tag, with the groups name, attributes and `/`. */
export const startTag =
  "<([A-Za-z][\\w:.-]*)((?:\\s+[\\w:@.-]+(?:\\s*=\\s*(?:\"[^\"]*\"|'[^']*'|[^\\s\"'=<>`]+))?)*)\\s*(/?)>";

const sticky = new RegExp(startTag, "y");
const tagOrComment = /<!--|<(\/?)([A-Za-z][\w:.-]*)(?=[\s/>])/g;
const unparsedEnds = new Map(
  [...unparsedElements].map((name) => [name, new RegExp(`</${name}(?=[\\s/>])`, "gi")]),
);

/** How often the tags of a text are read again, from a start tag that a comment seemed to contain. */
const maxReadings = 50;

/** Finds the ends of the elements in a text. Reads all its tags once, not from each start tag again. */
export class Elements {
  readonly #source: string;
  readonly #search: Search;
  /** The end of each element by the index of its start tag; 0 if its end tag is missing. */
  #ends = new Map<number, number>();
  #readings = 0;

  constructor(source: string) {
    this.#source = source;
    this.#search = new Search(source);
  }

  /**
   * Returns the index after an element; 0 if its end tag is missing.
   *
   * @param start - The index of its start tag.
   * @param inner - The index of its content.
   */
  endOf(name: string, start: number, inner: number): number {
    const unparsed = unparsedEnds.get(name);
    if (unparsed) return finite(this.#search.next(">", this.#search.next(unparsed, inner).end).end);
    if (!this.#ends.has(start) && this.#readings < maxReadings) this.#read(start);
    return this.#ends.get(start) ?? 0;
  }

  /** Reads the tags from an index on. */
  #read(from: number): void {
    this.#readings += 1;
    this.#ends = new Map();
    // The start tags of open elements, and the end of the last tag, by name.
    const open = new Map<string, number[]>();
    const lastEnds = new Map<string, number>();
    tagOrComment.lastIndex = from;
    for (let tag = tagOrComment.exec(this.#source); tag; tag = tagOrComment.exec(this.#source)) {
      const inner = tagOrComment.lastIndex;
      const name = tag[2]?.toLowerCase();
      if (!name) {
        const { end } = this.#search.next("-->", inner);
        if (Number.isFinite(end)) tagOrComment.lastIndex = end;
        continue;
      }
      if (tag.index < (lastEnds.get(name) ?? 0)) continue;
      sticky.lastIndex = tag.index;
      const isTag = !tag[1] && sticky.test(this.#source);
      const end = isTag ? sticky.lastIndex : this.#search.next(">", inner).end;
      if (!Number.isFinite(end)) break;
      lastEnds.set(name, end);
      tagOrComment.lastIndex = isTag ? end : inner;
      const starts = open.get(name) ?? [];
      open.set(name, starts);
      if (tag[1]) {
        const start = starts.pop();
        if (start !== undefined) this.#ends.set(start, end);
      } else if (this.#source[end - 2] !== "/") {
        starts.push(tag.index);
        this.#ends.set(tag.index, 0);
      }
    }
  }
}

const finite = (index: number): number => (Number.isFinite(index) ? index : 0);
