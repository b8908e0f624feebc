import type { RuleInline } from "markdown-it/lib/parser_inline.mjs";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";
import { codeSpans, searchIn } from "../../utils/search.js";
import { type LinkDefinition, linkName, linksOf } from "./definitions.js";

/** The ends of brackets and parentheses in a text, by their starts. */
interface Pairs {
  readonly brackets: ReadonlyMap<number, number>;
  readonly parentheses: ReadonlyMap<number, number>;
}

const pairsOf = new WeakMap<StateInline, Pairs>();

/** Returns the pairs of brackets outside code, and the pairs of parentheses, of the text of a parser. */
function readPairs(state: StateInline): Pairs {
  const last = pairsOf.get(state);
  if (last) return last;
  const { src } = state;
  const brackets = new Map<number, number>();
  const parentheses = new Map<number, number>();
  const code = codeSpans(src);
  const open: number[] = [];
  const openParentheses: number[] = [];
  let codeEnd = 0;
  for (const { 0: mark, index } of src.matchAll(/\\[\s\S]|`+|[[\]()]/g)) {
    const text = mark.length === 2 && mark[0] === "\\" ? mark[1] : mark;
    const isEscaped = text !== mark;
    if (text === "(") openParentheses.push(isEscaped ? index + 1 : index);
    if (text === ")") {
      const start = openParentheses.pop();
      if (start !== undefined) parentheses.set(start, isEscaped ? index + 1 : index);
    }
    if (index < codeEnd || isEscaped) continue;
    if (mark[0] === "`") codeEnd = code.get(index) ?? 0;
    if (mark === "[") open.push(index);
    if (mark === "]") {
      const start = open.pop();
      if (start !== undefined) brackets.set(start, index);
    }
  }
  const pairs = { brackets, parentheses };
  pairsOf.set(state, pairs);
  return pairs;
}

/** What a link leads to, and the index after it. */
interface Target extends LinkDefinition {
  readonly end: number;
}

const referenceName = /\s*\[([^\]]*)\]/y;
const enclosedUrl = /\(<([^>\n]*)>/y;
const titleStart = /\s(?=["'])/g;
const titleEnds: Readonly<Record<string, RegExp>> = { '"': /"\s*\)/g, "'": /'\s*\)/g };

/** Returns the target after the text of a link. */
function targetOf(state: StateInline, label: string, at: number): Target | undefined {
  const { src } = state;
  const search = searchIn(state);
  referenceName.lastIndex = at;
  const isReference = /[\s[]/.test(src.charAt(at)) && search.next("]", at).end <= state.posMax;
  const reference = isReference ? referenceName.exec(src) : null;
  if (reference || src[at] !== "(") {
    const definition = linksOf(state.env).get(linkName(reference?.[1] || label));
    return definition && { ...definition, end: at + (reference?.[0].length ?? 0) };
  }
  enclosedUrl.lastIndex = at;
  const enclosed = enclosedUrl.exec(src);
  let url = enclosed?.[1] ?? "";
  let urlEnd = at + (enclosed?.[0].length ?? 0);
  if (enclosed && src[urlEnd] === ")") return { url, title: undefined, end: urlEnd + 1 };
  if (!enclosed) {
    const close = readPairs(state).parentheses.get(at) ?? Number.POSITIVE_INFINITY;
    const space = search.next(titleStart, at).start;
    if (close < space) return { url: src.slice(at + 1, close).trim(), title: undefined, end: close + 1 };
    if (!Number.isFinite(space)) return undefined;
    url = src.slice(at + 1, space).trim();
    urlEnd = space;
  }
  const quoteAt = urlEnd + (/^\s*/.exec(src.slice(urlEnd, urlEnd + 20))?.[0].length ?? 0);
  const quote = titleEnds[src.charAt(quoteAt)];
  if (!quote) return undefined;
  const title = search.next(quote, quoteAt + 2);
  return Number.isFinite(title.end)
    ? { url, title: src.slice(quoteAt + 1, title.start), end: title.end }
    : undefined;
}

/** Returns text with its entities replaced, but its backslashes kept. */
function withoutEntities(state: StateInline, text: string): string {
  return state.md.utils.unescapeAll(text.replaceAll("\\", "\\\\"));
}

/**
 * Parses links and images, with their URLs in parentheses or defined elsewhere. A space may be before the name, and within a
 * URL.
 *
 * @see https://kramdown.gettalong.org/syntax.html#links-and-images
 */
export const link: RuleInline = (inline, silent) => {
  // The type declarations of markdown-it lack this property.
  const state = inline as StateInline & { linkLevel: number };
  const { src, pos, posMax } = state;
  const isImage = src[pos] === "!";
  const open = isImage ? pos + 1 : pos;
  if (src[open] !== "[" || src[open + 1] === "^") return false;
  if (!isImage && (state.linkLevel > 0 || searchIn(state).next("]", pos).end > posMax)) return false;
  const close = readPairs(state).brackets.get(open);
  if (close === undefined || close >= posMax) return false;
  const source = src.slice(open + 1, close);
  const label = source.replace(/\\([\\.*_+`<>()[\]{}#!:|"'$=-])/g, "$1");
  const target = targetOf(state, label, close + 1);
  if (!target || target.end > posMax) return false;
  const href = state.md.normalizeLink(withoutEntities(state, target.url));
  if (!state.md.validateLink(href)) return false;
  if (!silent) {
    const attributes: [string, string][] = [...(target.attributes ?? [])];
    const set = (name: string, value: string): void => {
      attributes.push([name, value]);
    };
    set(isImage ? "src" : "href", href);
    if (isImage) set("alt", "");
    if (target.title !== undefined) set("title", withoutEntities(state, target.title));
    if (isImage) {
      const text = new state.Token("text", "", 0);
      text.content = withoutEntities(state, label);
      Object.assign(state.push("image", "img", 0), { attrs: attributes, children: [text], content: label });
    } else {
      state.push("link_open", "a", 1).attrs = attributes;
      state.pos = open + 1;
      state.posMax = close;
      state.linkLevel += 1;
      state.md.inline.tokenize(state);
      state.linkLevel -= 1;
      state.push("link_close", "a", -1);
    }
  }
  state.pos = target.end;
  state.posMax = posMax;
  return true;
};
