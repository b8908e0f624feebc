import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import { escapeHtml } from "../../utils/html.js";
import { searchIn } from "../../utils/search.js";
import { type ContentModel, modelOf, spanElements, type Tag, tagAt, unparsedElements } from "./elements.js";
import { optionsOf } from "./options.js";
import { blockRule, firstOf, indentOf, pushHtml, pushText, startLineAt } from "./rules.js";

/** The open elements with blocks in them, and the index after the end tag of the last one that ended. */
interface Nesting {
  readonly open: string[];
  ended: number | undefined;
}

const nestings = new WeakMap<StateBlock, Nesting>();

function nestingOf(state: StateBlock): Nesting {
  const nesting = nestings.get(state) ?? { open: [], ended: undefined };
  nestings.set(state, nesting);
  return nesting;
}

/**
 * Parses a block of HTML as kramdown does: it ends at its end tag, or else at the end of the text, and its content is Markdown
 * only with `markdown="1"`. The text after the end tag is a block of its own.
 *
 * @see https://kramdown.gettalong.org/syntax.html#html-blocks
 */
export const html = blockRule("<", (state, line, endLine, silent) => {
  if (silent || !state.md.options.html) return false;
  let at = line;
  let isParsed = false;
  // In a loop, as a line may have many elements.
  while (state.src[firstOf(state, at)] === "<" && indentOf(state, at) < 4) {
    const end = parseBlock(state, at, endLine);
    if (end === undefined) break;
    isParsed = true;
    if (end === "stop") {
      state.line = endLine;
      return true;
    }
    at = lineOf(state, end, at);
    if (state.src.slice(end, state.eMarks[at]).trim() === "") {
      state.line = at + 1;
      return true;
    }
    // The text after HTML starts a line.
    startLineAt(state, at, end, false);
  }
  if (!isParsed) return false;
  state.line = at;
  return state.md.block.ruler.getRules("").some((rule) => rule(state, at, endLine, false));
});

/** Returns the line of an index, from a line on. */
function lineOf(state: StateBlock, index: number, from: number): number {
  let low = from;
  let high = state.lineMax - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((state.eMarks[middle] ?? 0) < index) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Parses a comment or an element. Returns the index after it; "stop" at the end tag of the element around. */
function parseBlock(state: StateBlock, line: number, endLine: number): number | "stop" | undefined {
  const { src } = state;
  const start = firstOf(state, line);
  if (src.startsWith("<!--", start)) {
    // An indented comment is text.
    if (state.tShift[line] !== 0) return undefined;
    const { end } = searchIn(state).next("-->", start);
    if (!Number.isFinite(end)) return undefined;
    pushHtml(state, "html_block", `${src.slice(start, end)}\n`);
    return end;
  }
  const tag = tagAt(src, start);
  if (!tag || spanElements.has(tag.name)) return undefined;
  if (!tag.isEnd) return parseElement(state, start, tag, endLine);
  const nesting = nestingOf(state);
  if (nesting.open.at(-1) !== tag.name) return undefined;
  nesting.ended = tag.end;
  return "stop";
}

/** Returns how the content of an element is parsed. */
function contentModel(state: StateBlock, { name, markdown }: Tag, isInRaw: boolean): ContentModel {
  if (markdown === "block" || markdown === "span") return markdown;
  if (markdown === "1") return modelOf(name);
  if (markdown === "0" || isInRaw || !optionsOf(state.env).parseBlockHtml) return "raw";
  return modelOf(name);
}

/** Parses an element, and adds its HTML and its Markdown. Returns the index after it. */
function parseElement(state: StateBlock, start: number, first: Tag, endLine: number): number {
  const { src } = state;
  const end = state.eMarks[endLine - 1] ?? src.length;
  const search = searchIn(state);
  const open: string[] = [];
  let out = "";
  let at = start;
  let hasMarkdown = false;
  const flush = (nesting: -1 | 0 | 1): void => {
    pushHtml(state, "html_block", out, nesting);
    out = "";
  };
  const startElement = (tag: Tag): void => {
    const model = contentModel(state, tag, open.length > 0);
    out += tag.html;
    at = tag.end;
    if (tag.isClosed) {
      if (src[at - 2] === "/" && !isVoid(tag)) out += `</${tag.name}>`;
    } else if (unparsedElements.has(tag.name)) {
      const close = search.next(endTagOf(tag.name), at);
      out += `${src.slice(at, Math.min(close.start, end))}</${tag.name}>`;
      at = Math.min(close.end, end);
    } else if (model === "raw") {
      open.push(tag.name);
    } else {
      if (model === "block") out += "\n";
      flush(hasMarkdown ? 0 : 1);
      hasMarkdown = true;
      if (model === "block") {
        at = parseContent(state, tag.name, at, endLine);
      } else {
        const close = search.next(endTagOf(tag.name), at);
        pushText(state, src.slice(at, Math.min(close.start, end)));
        at = Math.min(close.end, end);
      }
      out += `</${tag.name}>`;
    }
  };
  startElement(first);
  while (open.length > 0 && at < end) {
    const next = Math.min(search.next("<", at).start, end);
    out += src.slice(at, next);
    at = next;
    if (at >= end) break;
    const other = otherEnd(src, at, search);
    const tag = other === 0 ? tagAt(src, at) : undefined;
    if (other > 0) {
      const isData = src[at + 2] === "[";
      out += isData ? escapeHtml(src.slice(at + 9, other - 3)) : src.slice(at, other);
      at = other;
    } else if (tag?.isEnd) {
      const isOpen = open.at(-1) === tag.name;
      if (isOpen) open.pop();
      out += isOpen ? tag.html : escapeHtml(src.slice(at, tag.end));
      at = tag.end;
    } else if (tag) {
      startElement(tag);
    } else {
      out += "&lt;";
      at += 1;
    }
  }
  for (const name of open.reverse()) out += `</${name}>`;
  out += "\n";
  flush(hasMarkdown ? -1 : 0);
  return at;
}

const isVoid = ({ name }: Tag): boolean =>
  /^(area|base|br|col|command|embed|hr|img|input|keygen|link|meta|param|source|track|wbr)$/.test(name);

const endTags = new Map<string, RegExp>();

/** Returns a pattern for the end tag of an element. */
export function endTagOf(name: string): RegExp {
  const pattern = endTags.get(name) ?? new RegExp(`</${name.replaceAll(".", "\\.")}\\s*>`, "gi");
  if (endTags.size < 200) endTags.set(name, pattern);
  return pattern;
}

/** Returns the end of a comment, an instruction or a CDATA section at an index; 0 if there is none. */
function otherEnd(source: string, at: number, search: ReturnType<typeof searchIn>): number {
  for (const [start, end] of [
    ["<!--", "-->"],
    ["<?", "?>"],
    ["<![CDATA[", "]]>"],
  ] as const) {
    if (!source.startsWith(start, at)) continue;
    const found = search.next(end, at).end;
    return Number.isFinite(found) ? found : 0;
  }
  return 0;
}

/** Parses the content of an element as blocks. Returns the index after its end tag, or that of the end of the text. */
function parseContent(state: StateBlock, name: string, start: number, endLine: number): number {
  const nesting = nestingOf(state);
  const line = lineOf(state, start, 0);
  const isBlank = state.src.slice(start, state.eMarks[line]).trim() === "";
  const first = isBlank ? line + 1 : line;
  startLineAt(state, first, isBlank ? 0 : start, true);
  nesting.open.push(name);
  state.level += 1;
  state.md.block.tokenize(state, first, endLine);
  state.level -= 1;
  nesting.open.pop();
  const end = nesting.ended;
  nesting.ended = undefined;
  return end ?? state.eMarks[endLine - 1] ?? state.src.length;
}
