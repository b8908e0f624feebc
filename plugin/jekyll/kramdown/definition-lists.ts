import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { childrenOf, hideParagraph, type Item, isLazy, startItem, withoutIndentation } from "./lists.js";
import { blockRule, indentOf, isRightBelow, lineAt, parseInner, pushText, wholeLine } from "./rules.js";

/** A definition. */
interface Definition extends Item {
  /** Whether its text is a paragraph, since a blank line is above it or in it. */
  readonly isParagraph: boolean;
}

/** Reads the definitions of a list. */
function readDefinitions(state: StateBlock, line: number, endLine: number, isLoose: boolean) {
  const items: Definition[] = [];
  let isAfterBlank = false;
  let isParagraph = isLoose;
  let most = 3;
  let at = line;
  for (; at < endLine; at += 1) {
    const item = items.at(-1);
    const add = (text: string): void => {
      if (item) item.parts[0] += text;
    };
    if (state.isEmpty(at)) {
      isParagraph = true;
      isAfterBlank = true;
      add(`${wholeLine(state, at)}\n`);
      continue;
    }
    const source = lineAt(state, at);
    const indent = indentOf(state, at);
    if (source !== undefined && indent <= most && /^:[\t| ]/.test(source)) {
      const started = startItem(indent + 1, source.slice(1), at);
      items.push({ ...started, isParagraph });
      most = started.indentation > 3 ? 3 : started.indentation - 1;
    } else if (!item || (indent === 0 && /^\^\s*$/.test(source ?? ""))) {
      break;
    } else if (indent >= item.indentation || (!isAfterBlank && isLazy(state, at, item))) {
      add(`${withoutIndentation(wholeLine(state, at), item.indentation)[0]}\n`);
    } else {
      break;
    }
    isParagraph = false;
    isAfterBlank = false;
  }
  return { items, end: at };
}

/** Removes the paragraph above the definitions, and the end of a list right above it. Returns both. */
function takeTerms(tokens: Token[]): { terms: readonly string[]; open: Token; isMore: boolean } | undefined {
  const [open, inline, close] = tokens.slice(-3);
  if (close?.type !== "paragraph_close" || open?.type !== "paragraph_open" || !inline) return undefined;
  tokens.length -= 3;
  const isMore = tokens.at(-1)?.type === "dl_close" && tokens.at(-1)?.level === open.level;
  if (isMore) tokens.length -= 1;
  return { terms: inline.content.split("\n"), open, isMore };
}

/**
 * Parses definitions. The lines of the paragraph above are the terms.
 *
 * @see https://kramdown.gettalong.org/syntax.html#definition-lists
 */
export const definitionList = blockRule(":", (state, line, endLine, silent, source) => {
  if (silent || !/^:[\t| ]/.test(source)) return false;
  const isTight = isRightBelow(state, line);
  if (!isTight && (line < 2 || state.isEmpty(line - 2))) return false;
  const above = takeTerms(state.tokens);
  if (!above) return false;
  const { items, end } = readDefinitions(state, line, endLine, !isTight);
  if (above.isMore) {
    state.level += 1;
  } else {
    const list = state.push("dl_open", "dl", 1);
    list.map = [above.open.map?.[0] ?? line, end];
  }
  for (const term of above.terms) {
    const { parts, attributes } = startItem(0, term, line);
    const open = state.push("dt_open", "dt", 1);
    if (attributes) open.meta = { attributes };
    pushText(state, (parts[0] ?? "").trim());
    state.push("dt_close", "dt", -1);
  }
  for (const item of items) {
    const open = state.push("dd_open", "dd", 1);
    if (item.attributes) open.meta = { attributes: item.attributes };
    const start = state.tokens.length;
    parseInner(state, item.parts.join(""));
    const [first = -1] = childrenOf(state.tokens, start);
    const isText = state.tokens[first]?.type === "paragraph_open";
    if (isText && !item.isParagraph) hideParagraph(state.tokens, first);
    state.push("dd_close", "dd", -1);
  }
  state.push("dl_close", "dl", -1);
  state.line = end;
  return true;
});
