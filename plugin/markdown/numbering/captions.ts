import type MarkdownIt from "markdown-it";
import type { RuleBlock } from "markdown-it/lib/parser_block.mjs";
import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { classes } from "../../utils/markup.js";
import { type Attributes, addAttributes, takeAttributes } from "../attributes.js";
import { anyClose, anyOpen, closeBrace, openBrace } from "../braces.js";
import type { Div } from "../divs.js";
import { lineText } from "../lines.js";
import { rulesOf } from "../rules.js";
import { closingIndex } from "./blocks.js";
import { kindOfLabel } from "./kinds.js";

/** The start of a caption: of a table, or of a block of code. A colon alone is of either. */
const captionStarts = { table: /^(?:[Tt]able)?:(?=\s)\s*/, listing: /^(?:[Ll]isting)?:(?=\s)\s*/ };

/** A caption as the author wrote it. */
interface Caption {
  /** Its Markdown. */
  text: string;
  attributes: Attributes;
}

/**
 * Reads captions: `: Caption {#tbl:x}` or `Table: Caption` before or after a table, `Listing: Caption {#lst:x}` before or after a
 * block of code, and ` ```js {#lst:x caption="Caption"} `.
 *
 * @see https://pandoc.org/MANUAL.html#tables
 * @see https://lierdakil.github.io/pandoc-crossref/#code-block-labels
 */
export function useCaptions(md: MarkdownIt): void {
  // A caption right after the last row of a table is no row.
  const endOfTable: RuleBlock = (state, line, _end, silent) =>
    silent &&
    (state.parentType as string) === "table" &&
    captionStarts.table.test(lineText(state, line)) &&
    !/[^\\]\|/.test(lineText(state, line));
  md.block.ruler.before("paragraph", "indigo_caption", endOfTable, { alt: ["blockquote"] });
  keepCaptionsFromDefinitions(md);
  md.core.ruler.after("block", "indigo_captions", moveCaptions);
}

/** As in pandoc, a caption before a table does not define the words before it. */
function keepCaptionsFromDefinitions(md: MarkdownIt): void {
  for (const { name, fn, alt } of rulesOf(md, "block")) {
    if (name !== "dl" && name !== "deflist") continue;
    const rule: RuleBlock = (state, line, end, silent) =>
      !silent && isBeforeCaption(state, line, end) ? false : fn(state, line, end, silent);
    md.block.ruler.at(name, rule, { alt });
  }
}

/** Returns whether a line has a blank line, a caption and a table after it. */
function isBeforeCaption(state: StateBlock, line: number, end: number): boolean {
  const caption = line + 2;
  if (caption >= end || !state.isEmpty(line + 1) || !captionStarts.table.test(lineText(state, caption)))
    return false;
  let last = caption;
  while (last < end && !state.isEmpty(last)) last += 1;
  const table = state.skipEmptyLines(last);
  return (
    table + 1 < end &&
    lineText(state, table).includes("|") &&
    /^[\s|:]*-[\s|:-]*$/.test(lineText(state, table + 1))
  );
}

/** Moves captions into tables, and blocks of code with one into figures. */
function moveCaptions(state: StateCore): void {
  const { tokens } = state;
  if (!tokens.some((token) => token.type === "table_open" || isCode(token))) return;
  takeLabelsOfDivs(tokens);
  const moved: Token[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] as Token;
    const before = captionAt(tokens, index, index + 3);
    const at = before ? index + 3 : index;
    const target = tokens[at];
    const isTable = target?.type === "table_open";
    if (!target || !(isTable || isCode(target))) {
      moved.push(token);
      continue;
    }
    const last = isTable ? closingIndex(tokens, at, "table_close") : at;
    const caption = before ?? captionAt(tokens, last + 1, last);
    moved.push(
      ...(isTable ? tableOf(state, tokens.slice(at, last + 1), caption) : listingOf(state, target, caption)),
    );
    index = caption && !before ? last + 3 : last;
  }
  state.tokens = moved;
}

/**
 * Returns the caption that is a paragraph.
 *
 * @param index - The index of the paragraph.
 * @param of - The index of the table or the block of code.
 */
function captionAt(tokens: readonly Token[], index: number, of: number): Caption | undefined {
  const [paragraph, inline, target] = [tokens[index], tokens[index + 1], tokens[of]];
  if (paragraph?.type !== "paragraph_open" || !inline || !target || paragraph.level !== target.level)
    return undefined;
  const isTable = /^table_/.test(target.type);
  if (!isTable && (!isCode(target) || captionOfCode(target) !== undefined)) return undefined;
  const start = captionStarts[isTable ? "table" : "listing"].exec(inline.content)?.[0];
  const isInDiv = Boolean(labelOf(target));
  if (start === undefined && (!isInDiv || isTable)) return undefined;
  const { rest, attributes } = takeAttributes(inline.content.slice(start?.length ?? 0));
  // Before or after code, a colon is a caption only if there is a label.
  const label = attributes.id ?? (isTable ? undefined : labelOfCode(target));
  const isCaption = isTable || isInDiv || /^l/i.test(start ?? "") || kindOfLabel(label ?? "") === "listing";
  return isCaption ? { text: rest, attributes } : undefined;
}

const isCode = ({ type }: Token): boolean => type === "fence" || type === "code_block";

// Other words in the braces are for the block of code.
const labelInInfo = new RegExp(
  String.raw`(?<=[${anyOpen}\s])#(lst:[\p{L}\p{N}_:-]+)(?=[${anyClose}\s])`,
  "u",
);
const captionInInfo = new RegExp(
  String.raw`(?<=[${anyOpen}\s])caption=(?:"([^"]*)"|'([^']*)'|([^\s"'{${anyClose}]+))`,
);
const spacesInBraces = new RegExp(String.raw`([${anyOpen}])\s+|\s+(?=[${anyClose}])`, "g");
const emptyBraces = new RegExp(String.raw`\s*(?:\{\}|${openBrace}${closeBrace})`, "g");

/** Returns the attribute `caption` of a block of code. */
function captionOfCode({ info }: Token): string | undefined {
  const [, double, single, bare] = captionInInfo.exec(info) ?? [];
  return double ?? single ?? bare;
}

/** Returns the label of a block of code. */
const labelOfCode = ({ info }: Token): string | undefined => labelInInfo.exec(info)?.[1];

/** Returns the info string of a block of code without label and caption. */
const infoWithout = (info: string): string =>
  info
    .replace(labelInInfo, "")
    .replace(captionInInfo, "")
    .replaceAll(spacesInBraces, "$1")
    .replaceAll(emptyBraces, "");

/** Returns the label that a table or block of code has from the div around it. */
const labelOf = (token: Token | undefined): string | undefined =>
  (token?.meta as { label?: string } | null)?.label;

/** Gives the label of a div such as `::: {#tbl:x}` to the table or the block of code in it. */
function takeLabelsOfDivs(tokens: readonly Token[]): void {
  for (const [index, div] of tokens.entries()) {
    const label = div.type === "div_open" ? (div.meta as Div).attributes.id : undefined;
    const kind = kindOfLabel(label ?? "");
    if (kind !== "table" && kind !== "listing") continue;
    const end = closingIndex(tokens, index, "div_close");
    const inner = tokens
      .slice(index, end)
      .filter(({ type }) =>
        kind === "table" ? /^table_(?:open|close)$/.test(type) : type === "fence" || type === "code_block",
      );
    const [first] = inner;
    if (!first) continue;
    div.attrs = (div.attrs ?? []).filter(([name]) => name !== "id");
    for (const token of inner.slice(0, kind === "table" ? 2 : 1)) token.meta = { ...token.meta, label };
  }
}

/** Returns the tokens of a table with its caption. */
function tableOf(state: StateCore, table: Token[], caption: Caption | undefined): Token[] {
  const [open, ...rest] = table;
  if (!open) return table;
  const label = labelOf(open);
  if (caption) setAttributes(open, caption.attributes);
  if (label) open.attrSet("id", label);
  const needsCaption = caption || label;
  if (!needsCaption) return table;
  const tokens = captionTokens(state, "caption", caption?.text ?? "", open);
  return [open, ...tokens, ...rest];
}

/** Returns the tokens of a block of code: with a caption or a label, a figure. */
function listingOf(state: StateCore, code: Token, caption: Caption | undefined): Token[] {
  const title = captionOfCode(code);
  const label = labelOf(code) ?? caption?.attributes.id ?? labelOfCode(code);
  // A caption without a label is the block's own.
  if (!caption && kindOfLabel(label ?? "") !== "listing") return [code];
  code.info = infoWithout(code.info);
  const block = (type: string, nesting: -1 | 1): Token =>
    Object.assign(new state.Token(type, "figure", nesting), { block: true, level: code.level });
  const open = block("listing_open", 1);
  open.map = code.map;
  open.attrSet("class", classes.listing);
  if (caption) setAttributes(open, { ...caption.attributes, id: undefined });
  if (label) open.attrSet("id", label);
  const tokens = captionTokens(state, "figcaption", caption?.text ?? title ?? "", open);
  return [open, ...tokens, code, block("listing_close", -1)];
}

/** Returns the tokens of a caption. Its first is in the `meta` of what it is of, where its number is added. */
export function captionTokens(state: StateCore, tag: string, text: string, of: Token): Token[] {
  const open = Object.assign(new state.Token(`${tag}_open`, tag, 1), { block: true, level: of.level + 1 });
  if (tag === "figcaption") open.attrSet("class", "caption");
  open.meta = { isEmpty: text === "" };
  of.meta = { ...of.meta, caption: open };
  const inline = new state.Token("inline", "", 0);
  Object.assign(inline, { content: text, children: [], block: true, map: of.map, level: of.level + 2 });
  const close = new state.Token(`${tag}_close`, tag, -1);
  return [open, inline, Object.assign(close, { block: true, level: of.level + 1 })];
}

/** The id comes first, as in what is numbered otherwise. */
function setAttributes(token: Token, attributes: Attributes): void {
  if (attributes.id) token.attrSet("id", attributes.id);
  addAttributes(token, attributes);
}
