import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { attributeList, parseAttributes } from "./attributes.js";
import { endsLazily, itemStart } from "./paragraphs.js";
import { blockRule, indentOf, isMark, lineAt, parseInner, ruler, wholeLine } from "./rules.js";

const itemAttributes = new RegExp(`^\\s*${attributeList}\\s*`);

/** The text of a list item or a definition. */
export interface Item {
  /** Its text in parts that are parsed one after the other: a list within the item starts a part. */
  readonly parts: string[];
  /** The indentation of its text, in columns. */
  readonly indentation: number;
  /** Its attribute list. */
  readonly attributes: ReturnType<typeof parseAttributes> | undefined;
  readonly line: number;
}

/**
 * Starts an item or a definition.
 *
 * @param width - The columns of the indentation and the marker.
 * @param rest - The line after the marker.
 */
export function startItem(width: number, rest: string, line: number): Item {
  const list = itemAttributes.exec(rest);
  let text = rest;
  let indentation = width;
  if (rest.slice(list?.[0].length ?? 0).trim() === "") {
    indentation = 4;
  } else {
    for (let at = 0; at < rest.length && /[ \t]/.test(rest.charAt(at)); at += 1) {
      indentation += rest[at] === "\t" ? 4 - (indentation % 4) : 1;
    }
  }
  text = text.trimStart();
  if (list) text = text.replace(itemAttributes, "");
  const attributes = list ? parseAttributes(list[1] ?? "") : undefined;
  return { parts: [`${text}\n`], indentation, attributes, line };
}

/** Returns whether a line goes on an item without its indentation. */
export function isLazy(state: StateBlock, line: number, { indentation }: Item): boolean {
  return indentOf(state, line) > Math.min(indentation, 3) || !endsLazily(lineAt(state, line) ?? "");
}

/** Returns a line without the indentation of an item, and whether it had it. */
export function withoutIndentation(source: string, indentation: number): [text: string, isIndented: boolean] {
  const text = source.replace(/^\t+/, (tabs) => "    ".repeat(tabs.length));
  const isIndented = /^ */.exec(text)?.[0].length ?? 0;
  return isIndented >= indentation ? [text.slice(indentation), true] : [text, false];
}

const anyItem = /^ {0,3}(?:[+*-]|\d+\.)[\t| ]/;

/** Reads the items of a list. */
function readItems(state: StateBlock, line: number, endLine: number, isOrdered: boolean) {
  const items: Item[] = [];
  let hasNestedList = false;
  let isAfterBlank = false;
  // An item starts left of the text of the one before it.
  let most = 3;
  let at = line;
  let hasEnd = false;
  for (; at < endLine; at += 1) {
    if (state.isEmpty(at)) {
      hasNestedList = true;
      isAfterBlank = true;
      append(items, `${wholeLine(state, at)}\n`);
      continue;
    }
    const source = lineAt(state, at);
    const indent = indentOf(state, at);
    if (source !== undefined) {
      if (isAfterBlank && ruler.test(source)) break;
      if (indent === 0 && /^\^\s*$/.test(source)) {
        hasEnd = true;
        at += 1;
        break;
      }
      const [marker] = (indent <= most && itemStart.exec(source)) || [];
      if (marker && /\d/.test(marker) === isOrdered) {
        const item = startItem(indent + marker.length, source.slice(marker.length), at);
        items.push(item);
        most = item.indentation > 3 ? 3 : item.indentation - 1;
        hasNestedList = anyItem.test(item.parts[0] ?? "");
        isAfterBlank = false;
        continue;
      }
    }
    const item = items.at(-1);
    if (!item || !(indent >= item.indentation || (!isAfterBlank && isLazy(state, at, item)))) break;
    let [text, isIndented] = withoutIndentation(wholeLine(state, at), item.indentation);
    if (!hasNestedList && isIndented && anyItem.test(text)) {
      item.parts.push("");
      hasNestedList = true;
    } else if (hasNestedList && !isIndented && anyItem.test(text)) {
      text = " ".repeat(item.indentation + 4) + text;
    }
    append(items, `${text}\n`);
    isAfterBlank = false;
  }
  return { items, end: at, hasEnd };
}

function append(items: readonly Item[], text: string): void {
  const parts = items.at(-1)?.parts;
  if (parts) parts[parts.length - 1] += text;
}

/**
 * Parses a list as kramdown does: its items may have different markers, the first number is ignored, and each item has
 * paragraphs or not independently of the others.
 *
 * @see https://kramdown.gettalong.org/syntax.html#ordered-and-unordered-lists
 */
export const list = blockRule("+*-0123456789", (state, line, endLine, silent, source) => {
  const [marker] = itemStart.exec(source) ?? [];
  if (silent || !marker) return false;
  const isOrdered = /\d/.test(marker);
  const { items, end, hasEnd } = readItems(state, line, endLine, isOrdered);
  const [type, tag] = isOrdered ? ["ordered_list", "ol"] : ["bullet_list", "ul"];
  state.push(`${type}_open`, tag, 1).map = [line, end];
  let anyBlock = false;
  items.forEach((item, index) => {
    const open = state.push("list_item_open", "li", 1);
    open.map = [item.line, item.line + 1];
    if (item.attributes) open.meta = { attributes: item.attributes };
    const isLast = index === items.length - 1;
    const start = state.tokens.length;
    const { isBlankBelow } = parseParts(state, item);
    const children = childrenOf(state.tokens, start);
    const [first = -1] = children;
    if (state.tokens[first]?.type === "paragraph_open") {
      const isAlone = children.length === 1;
      const isTight =
        (!isBlankBelow || (isLast && isAlone && !hasEnd)) && (!isLast || items.length === 1 || anyBlock);
      if (isTight) hideParagraph(state.tokens, first);
      anyBlock ||= isTight;
    } else {
      anyBlock = true;
    }
    state.push("list_item_close", "li", -1);
  });
  state.push(`${type}_close`, tag, -1);
  state.line = end;
  return true;
});

/** Parses the parts of an item. Returns whether a blank line is below the first paragraph, and its attribute list. */
function parseParts(state: StateBlock, { parts }: Item): { isBlankBelow: boolean } {
  const start = state.tokens.length;
  let isBlankBelow = false;
  parts.forEach((part, index) => {
    const inner = parseInner(state, part);
    if (index > 0) return;
    const first = state.tokens[start];
    let below = first?.map?.[1] ?? inner.lineMax;
    while (
      below < inner.lineMax &&
      isMark(lineAt(inner, below) ?? "") &&
      !/^\^/.test(lineAt(inner, below) ?? "")
    ) {
      below += 1;
    }
    isBlankBelow = below < inner.lineMax && inner.isEmpty(below);
  });
  return { isBlankBelow };
}

/** Returns the indexes of the blocks from an index on, except attribute lists. */
export function childrenOf(tokens: readonly Token[], start: number): number[] {
  const level = tokens[start]?.level ?? 0;
  const indexes: number[] = [];
  for (let at = start; at < tokens.length; at += 1) {
    const token = tokens[at];
    const isBlock = token && token.nesting >= 0 && token.type !== "kramdown_attributes";
    if (isBlock && token.level === level) indexes.push(at);
  }
  return indexes;
}

/** Removes the element of a paragraph, and keeps its text. */
export function hideParagraph(tokens: readonly Token[], index: number): void {
  for (const token of [tokens[index], tokens[index + 2]]) if (token) token.hidden = true;
}

/**
 * Parses a `^` on its own line, which ends a block, such as a list before another list.
 *
 * @see https://kramdown.gettalong.org/syntax.html#eob-marker
 */
export const endOfBlock = blockRule("^", (state, line, _endLine, silent, source) => {
  if (!/^\^\s*$/.test(source)) return false;
  if (silent) return true;
  state.push("kramdown_end", "", 0).hidden = true;
  state.line = line + 1;
  return true;
});
