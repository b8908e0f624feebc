import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import type { Warn } from "../../eleventy/warnings.js";
import type { Strings } from "../../i18n/strings/types.js";
import type { Div } from "../divs.js";
import { type PageEnvironment, placeIn } from "../environment.js";

/** A div of a text, with the tokens in it. */
export interface Block {
  div: Div;
  open: Token;
  close: Token;
  inner: readonly Token[];
}

/** What blocks need to know of their text. */
export interface BlockContext {
  state: StateCore;
  /** The UI strings in the language of the page. */
  strings: Strings;
  warn: Warn;
  /** Returns an id that no other block of the page has: `tabs-3f9a1c-1`. */
  newId(name: string): string;
  /** Renders the divs in tokens. */
  render(tokens: readonly Token[]): Token[];
}

/** Returns what becomes of a div of some name. */
export type Kind = (block: Block, context: BlockContext) => Token[];

/** A part of a text: a token, or a div with everything in it. */
export type Part = Token | Block;

export const isBlock = (part: Part): part is Block => "div" in part;

/** Divides tokens into divs and the tokens between them. Divs within a div are part of it. */
export function partsOf(tokens: readonly Token[]): Part[] {
  const parts: Part[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const open = tokens[index];
    if (!open) continue;
    const end = open.type === "div_open" ? closeOf(tokens, index) : index;
    const close = tokens[end];
    if (end === index || !close) parts.push(open);
    else parts.push({ div: open.meta as Div, open, close, inner: tokens.slice(index + 1, end) });
    index = end;
  }
  return parts;
}

/** Returns the index of the token that closes a div; that of its start if none does. */
function closeOf(tokens: readonly Token[], start: number): number {
  let depth = 0;
  for (let index = start; index < tokens.length; index += 1) {
    const type = tokens[index]?.type;
    if (type === "div_open") depth += 1;
    if (type === "div_close") depth -= 1;
    if (depth === 0) return index;
  }
  return start;
}

/** Returns the tokens of a part again. */
export const tokensOf = (part: Part): Token[] =>
  isBlock(part) ? [part.open, ...part.inner, part.close] : [part];

/** Returns whether tokens have content, unlike the mark before the end of a div. */
export const isShown = (part: Part): boolean => isBlock(part) || !part.hidden;

/** Names and values of attributes; one that is undefined is left out. */
type AttributeValues = Readonly<Record<string, string | undefined>>;

/** Returns an element with some content. Its values are escaped when it is rendered. */
export function element(
  { state }: Pick<BlockContext, "state">,
  tag: string,
  attributes: AttributeValues,
  content: readonly Token[],
): Token[] {
  const open = new state.Token(`${tag}_block_open`, tag, 1);
  const close = new state.Token(`${tag}_block_close`, tag, -1);
  setAttributes(open, attributes);
  for (const token of [open, close]) token.block = true;
  return [open, ...content, close];
}

/** Returns an element without content or end, such as `<input>`. */
export function voidElement(
  { state }: Pick<BlockContext, "state">,
  tag: string,
  attributes: AttributeValues,
): Token {
  const token = new state.Token(`${tag}_block`, tag, 0);
  token.block = true;
  setAttributes(token, attributes);
  return token;
}

function setAttributes(token: Token, attributes: AttributeValues): void {
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) token.attrSet(name, value);
}

/** Returns Markdown within a line, such as a title, which markdown-it's rule `inline` parses later. */
export function inlineText({ state }: Pick<BlockContext, "state">, source: string, map: Token["map"]): Token {
  const token = new state.Token("inline", "", 0);
  Object.assign(token, { content: source, children: [], map, block: true });
  return token;
}

/** Returns the attributes of a div: its class instead of its name, the classes and other attributes that it has. */
export function attributesOf({ open, div }: Block, ...names: readonly string[]): AttributeValues {
  const own = (open.attrGet("class") ?? "").split(" ").filter((name) => name !== div.name);
  const others = (open.attrs ?? []).filter(([name]) => name !== "class");
  return {
    class: [...names, ...own].filter(Boolean).join(" ") || undefined,
    ...Object.fromEntries(others),
  };
}

/** Returns the value of an attribute of a div, such as `href`; undefined if it has none. */
export const attributeOf = ({ div }: Block, name: string): string | undefined =>
  div.attributes.others.find(([key]) => key === name)?.[1];

/** Returns a div for messages, with file and line: `"::: tab R" in posts/a.md:12`. */
export const nameOf = ({ div }: Block, { state }: Pick<BlockContext, "state">): string =>
  `"${div.source}" in ${placeIn(state.env as PageEnvironment, div.source)}`;
