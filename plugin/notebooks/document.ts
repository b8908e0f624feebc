import type MarkdownIt from "markdown-it";
import type Token from "markdown-it/lib/token.mjs";
import type { HtmlContext } from "./allowed-html.js";
import { filterTokens, type PartFilter } from "./filter-tokens.js";
import { htmlFilter } from "./markdown-html.js";
import { resolveLinks } from "./resolve-links.js";
import type { Segment } from "./segment.js";
import { arrangeHeadings, type TitleRule } from "./title-headings.js";

/** Private-use characters around the number of a part, in a paragraph of its own after the part. */
const [open, close] = ["\uE020", "\uE021"];

const marker = (index: number): string => `${open}${index}${close}`;
const markerPattern = new RegExp(`^${open}(\\d+)${close}$`);
const markerCharacters = new RegExp(`[${open}${close}]`, "g");

type MarkdownSegment = Extract<Segment, { kind: "markdown" }>;

/** What rendering the parts of a page needs. */
export interface DocumentContext {
  md: MarkdownIt;
  /** The page's data, which is markdown-it's environment. */
  env: object;
  title: TitleRule;
  /** Returns the URL of the page of a notebook by its path from this one. */
  pageOf(path: string): string | undefined;
  /** Returns what the HTML of a part needs. */
  htmlOf(segment: MarkdownSegment): HtmlContext;
}

/**
 * Renders the parts of a page as one Markdown document, so that footnotes, definitions of links, citations, macros and ids of
 * headings belong to all of it. A part whose Markdown would not end with it, such as one with an open block of code, is parsed
 * by itself.
 */
export function renderDocument(segments: readonly Segment[], context: DocumentContext): string {
  const { md, env } = context;
  const parse = (source: string): Token[] => withLinks(md, () => md.parse(source, env));
  const sourceOf = (index: number): string => {
    const segment = segments[index];
    return segment?.kind === "markdown"
      ? segment.source.replaceAll(markerCharacters, "").replaceAll("\r\n", "\n")
      : "";
  };
  const alone = new Map<number, Token[]>();
  const { source, ownerOf } = join(segments, sourceOf);
  let tokens = parse(source);
  let owner = ownerOf;
  if (countMarkers(tokens) < segments.length) {
    for (const index of segments.keys()) {
      const text = sourceOf(index);
      if (text && countMarkers(parse(`${text}\n\n${marker(0)}\n`)) === 0) alone.set(index, parse(text));
    }
    const rest = join(segments, (index) => (alone.has(index) ? "" : sourceOf(index)));
    tokens = parse(rest.source);
    owner = rest.ownerOf;
  }
  const { Token: TokenClass } = new md.core.State("", md, env);
  const filters = filtersOf(segments, context.htmlOf);
  for (const [index, own] of alone) filterTokens(own, TokenClass, () => filters(index));
  filterTokens(tokens, TokenClass, (line) => filters(owner(line)));

  const html = (content: string): Token =>
    Object.assign(new TokenClass("html_block", "", 0), { content, block: true });
  /** Returns what stands in place of the marker after a part. */
  const afterPart = (index: number): Token[] => {
    const segment = segments[index];
    if (segment?.kind === "html") return [html(segment.html)];
    if (segment?.kind === "code") {
      const values = { content: segment.source, info: segment.language, markup: "```", block: true };
      return [Object.assign(new TokenClass("fence", "code", 0), values)];
    }
    const left = filters(index)?.block.close() ?? "";
    return [...(alone.get(index) ?? []), ...(left === "" ? [] : [html(left)])];
  };
  const whole: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const index = markerAt(tokens, at);
    if (index === undefined) {
      const token = tokens[at];
      if (token) whole.push(token);
    } else {
      whole.push(...afterPart(index));
      at += 2;
    }
  }
  const arranged = arrangeHeadings(whole, context.title);
  resolveLinks(arranged, context.pageOf);
  return md.renderer.render(arranged, md.options, env);
}

/** Joins the parts. Returns the index of the part that a line of the whole belongs to, too. */
function join(
  segments: readonly Segment[],
  sourceOf: (index: number) => string,
): { source: string; ownerOf(line: number): number } {
  const owners: number[] = [];
  const source = segments
    .map((_, index) => {
      const part = `${sourceOf(index)}\n\n${marker(index)}\n\n`;
      for (let lines = part.split("\n").length - 1; lines > 0; lines -= 1) owners.push(index);
      return part;
    })
    .join("");
  return { source, ownerOf: (line) => owners[line] ?? -1 };
}

/** Returns the number in a paragraph that is a marker. */
function markerAt(tokens: readonly Token[], at: number): number | undefined {
  const [paragraph, inline] = [tokens[at], tokens[at + 1]];
  if (paragraph?.type !== "paragraph_open" || inline?.type !== "inline") return undefined;
  const number = markerPattern.exec(inline.content.trim())?.[1];
  return number === undefined ? undefined : Number(number);
}

const countMarkers = (tokens: readonly Token[]): number =>
  [...tokens.keys()].filter((at) => markerAt(tokens, at) !== undefined).length;

/** Parses with URLs in text as links, as Jupyter shows them, whatever the library is set to. */
function withLinks<T>(md: MarkdownIt, parse: () => T): T {
  const { linkify } = md.options;
  if (linkify) return parse();
  // Only with `https://`: `file.py` is a name of a host as well.
  md.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  md.options.linkify = true;
  try {
    return parse();
  } finally {
    md.options.linkify = linkify ?? false;
    md.linkify.set({ fuzzyLink: true, fuzzyEmail: true });
  }
}

/** Returns the filter of a part by its index, one for each. */
function filtersOf(
  segments: readonly Segment[],
  htmlOf: DocumentContext["htmlOf"],
): (index: number) => PartFilter | undefined {
  const filters = new Map<number, PartFilter>();
  return (index) => {
    const segment = segments[index];
    const known = filters.get(index);
    if (known || segment?.kind !== "markdown") return known;
    const context = htmlOf(segment);
    const filter = { block: htmlFilter(context), context };
    filters.set(index, filter);
    return filter;
  };
}
