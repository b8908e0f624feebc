import { Search } from "../../../utils/search.js";
import { endTagsOf, entityAt, type Tag, tagAt } from "./html.js";

/** A piece of LaTeX. `text` is what it shows, or the name of a command. */
export interface Token {
  kind: "text" | "space" | "open" | "close" | "command" | "dollar" | "begin" | "end" | "tag";
  text: string;
  start: number;
  end: number;
  /** Whether white space followed a command, which LaTeX leaves out. */
  isSpaced?: boolean;
  tag?: Tag;
}

const environment = /\\(begin|end)\s{0,10}\{([A-Za-z]{1,30}\*?)\}/y;
const verb = /\\verb\*?([^A-Za-z\s*])/y;
const word = /\\([A-Za-z]+(?:@[A-Za-z]+)*)(\s*)/y;
const symbol = /\\\\\*?(?:\[[^\]\\{}]{0,20}\])?|\\(.)/suy;
const plain = /[^\\{}$<&\s~`',?!>[\]-]+/y;
const ligature = /-{2,}|''|``|,,|[?!]`|<<|>>|~/y;
const whiteSpace = /\s+/y;

const dimension = String.raw`\s{0,10}=?\s{0,10}[+-]{0,5}\s{0,10}\d{0,9}[.,]?\d{0,9}\s{0,10}(?:true\s?)?(?:mm|cm|pt|em|ex|in|bp|pc|dd|cc|sp|mu|fill?l?)`;
const dimensions = new RegExp(
  String.raw`(?:${dimension}(?:\s{1,10}plus${dimension})?(?:\s{1,10}minus${dimension})?)?\s?`,
  "y",
);
const number = /\s{0,10}=?\s{0,10}-?\d{1,9}\s?/y;
const code = /\s{0,10}(?:\{?"([\dA-F]{1,6})|\{?'([0-7]{1,7})|\{?(\d{1,7}))(?:\s?\}|\s?)/y;
const star = /\*/y;

const withDimension = new Set("hskip vskip mskip kern mkern raise lower".split(" "));
const withNumber = new Set(["penalty", "linepenalty"]);
const withStar = new Set(
  "hspace vspace footnote textcolor enquote MakeUppercase section subsection href operatorname newcommand renewcommand providecommand DeclareMathOperator cite citet citep url".split(
    " ",
  ),
);

/** Returns the match of a sticky pattern at a position. */
function matchAt(pattern: RegExp, source: string, position: number): RegExpExecArray | undefined {
  pattern.lastIndex = position;
  return pattern.exec(source) ?? undefined;
}

/** Splits LaTeX into tokens. Takes linear time: patterns without a bound start where the last one ended. */
export function tokens(source: string): Token[] {
  const list: Token[] = [];
  const search = new Search(source);
  const quotes = singleQuotes(source);
  const endTags = endTagsOf(source);
  let position = 0;
  const add = (kind: Token["kind"], text: string, length: number, more: Partial<Token> = {}): void => {
    list.push({ kind, text, start: position, end: position + length, ...more });
    position += length;
  };
  while (position < source.length) {
    const character = source.charAt(position);
    const run = matchAt(plain, source, position);
    if (run) {
      add("text", run[0], run[0].length);
      continue;
    }
    const tag = "<&{\\$]".includes(character) ? tagAt(source, position, endTags) : undefined;
    if (tag) {
      const unseenEnd = tag.isUnseen && !tag.isEnd ? search.next(endOf(tag.name), position) : undefined;
      const length = unseenEnd && unseenEnd.end < Infinity ? unseenEnd.end - position : tag.length;
      add("tag", tag.name, length, { tag });
      continue;
    }
    const entity = "&\\{".includes(character) ? entityAt(source, position) : undefined;
    if (entity) {
      add(/^\s+$/.test(entity.text) ? "space" : "text", entity.text, entity.length);
      continue;
    }
    if (character === "\\") addCommand(source, position, add);
    else if (character === "{") add("open", "", 1);
    else if (character === "}") add("close", "", 1);
    else if (character === "$") add("dollar", "", source.startsWith("$$", position) ? 2 : 1);
    else {
      const space = matchAt(whiteSpace, source, position);
      const joined = space ? undefined : matchAt(ligature, source, position);
      const shown = joined && shownFor(joined[0], source, position);
      const quote = quotes.get(position);
      if (space) add("space", " ", space[0].length);
      else if (joined && shown !== undefined) add(shown === " " ? "space" : "text", shown, joined[0].length);
      else add("text", quote ?? character, 1);
    }
  }
  return list;
}

const ends = new Map<string, RegExp>();

/** Returns the pattern of an element's end tag; the same object each time, as a search remembers by it. */
function endOf(name: string): RegExp {
  const pattern = ends.get(name) ?? new RegExp(String.raw`</(?:[a-z]+:)?${name}\s?>`, "gi");
  ends.set(name, pattern);
  return pattern;
}

type Add = (kind: Token["kind"], text: string, length: number, more?: Partial<Token>) => void;

/** Adds the command at a backslash, and what belongs to it without braces: a length, a number or a star. */
function addCommand(source: string, position: number, add: Add): void {
  const block = matchAt(environment, source, position);
  if (block) {
    add(block[1] === "begin" ? "begin" : "end", block[2] ?? "", block[0].length);
    return;
  }
  const verbatim = matchAt(verb, source, position);
  const verbatimEnd = verbatim
    ? source.slice(position, position + 1000).indexOf(verbatim[1] ?? "", verbatim[0].length)
    : -1;
  if (verbatim && verbatimEnd > 0) {
    add("text", source.slice(position + verbatim[0].length, position + verbatimEnd), verbatimEnd + 1);
    return;
  }
  const named = matchAt(word, source, position);
  if (!named) {
    const single = matchAt(symbol, source, position);
    // A backslash at the end is no command.
    add(single ? "command" : "space", single?.[1] ?? (single ? "\\" : ""), single?.[0].length ?? 1);
    return;
  }
  const [whole, name = "", spaces = ""] = named;
  const after = position + whole.length;
  const from = after - spaces.length;
  const char = name === "char" || name === "symbol" ? matchAt(code, source, from) : undefined;
  if (char) {
    const [, hex, octal, decimal = ""] = char;
    const point = hex ? Number.parseInt(hex, 16) : octal ? Number.parseInt(octal, 8) : Number(decimal);
    const text = point > 31 && point < 0x11_0000 ? String.fromCodePoint(point).replace(/\p{C}/u, "") : "";
    add("text", text, from + char[0].length - position);
    return;
  }
  const length = withDimension.has(name)
    ? matchAt(dimensions, source, from)
    : withNumber.has(name)
      ? matchAt(number, source, from)
      : withStar.has(name)
        ? matchAt(star, source, from)
        : undefined;
  const isMoved = length !== undefined && length[0] !== "";
  add("command", name, isMoved ? from + length[0].length - position : whole.length, {
    isSpaced: !isMoved && spaces !== "",
  });
}

/** Returns the character of a ligature; undefined if it is meant as it is written. */
function shownFor(written: string, source: string, position: number): string | undefined {
  const before = source.charAt(position - 1);
  const after = source.charAt(position + written.length);
  const opens = /^[\s({["~]?$/.test(before) && after !== "" && !/[\s,]/.test(after);
  switch (written) {
    case "--":
      return "–";
    case "``":
      return "“";
    case "''":
      // `''Word''`, for "``Word''".
      return opens && source.includes("''", position + 2) ? "“" : "”";
    case ",,":
      return opens ? "„" : undefined;
    case "?`":
      return after === "`" ? undefined : "¿";
    case "!`":
      return after === "`" ? undefined : "¡";
    case "<<":
      return opens && source.indexOf(">>", position) > 0 && source.length < 10_000 ? "«" : undefined;
    case ">>":
      return /[\s<>]/.test(before) || /[\w>]/.test(after) ? undefined : "»";
    case "~":
      // The home folder in a URL; "~50" after a space, where a tie has no use.
      return (before === "/" && /[A-Za-z]/.test(after)) || (/^\s?$/.test(before) && /\d/.test(after))
        ? "~"
        : " ";
    default:
      return "—";
  }
}

/** Returns the positions of the single quotation marks in "`…'". An apostrophe, or a backtick in a name, stays as it is. */
function singleQuotes(source: string): Map<number, string> {
  const positions = new Map<number, string>();
  let open = -1;
  for (const { 0: mark, index } of source.matchAll(
    /(?<![\w\\`])`(?![\s`])|(?<=[\p{L}\p{N}\p{P}}])(?<![\\'])'(?![\p{L}'])/gu,
  )) {
    if (mark === "`") open = index;
    else if (open >= 0) {
      positions.set(open, "‘").set(index, "’");
      open = -1;
    }
  }
  return positions;
}
