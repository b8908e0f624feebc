import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { withoutTrailing } from "../../utils/search.js";
import { idName } from "./attributes.js";
import { type KramdownOptions, optionsOf } from "./options.js";
import { blockRule, lineAt, pushText, startsBlock } from "./rules.js";

const ownId = new RegExp(`^\\{#(${idName})\\}$`);

/** Splits the id from the text of a heading such as `Title {#id}`. */
function splitId(source: string): { text: string; id: string | undefined } {
  const text = source.trimEnd();
  const start = text.lastIndexOf("{#");
  const id =
    start > 0 && /[ \t]/.test(text.charAt(start - 1)) ? ownId.exec(text.slice(start))?.[1] : undefined;
  return { text: id ? text.slice(0, start).trimEnd() : text, id };
}

function pushHeading(
  state: StateBlock,
  level: number,
  text: string,
  id: string | undefined,
  end: number,
): void {
  const tag = `h${level}`;
  const open = state.push("heading_open", tag, 1);
  open.map = [state.line, end];
  if (id) open.attrSet("id", id);
  pushText(state, text);
  state.push("heading_close", tag, -1);
  state.line = end;
}

/**
 * Parses a heading after number signs.
 *
 * @see https://kramdown.gettalong.org/syntax.html#atx-style
 */
export const heading = blockRule("#", (state, line, _endLine, silent, source) => {
  const [, marks, contents = ""] = /^(#{1,6})[\t ]+(.*)$/.exec(source) ?? [];
  if (silent || !marks || state.tShift[line] !== 0) return false;
  if (!optionsOf(state.env).paragraphEnd && !startsBlock(state, line)) return false;
  const { text, id } = splitId(contents);
  const words = withoutTrailing(text, "#");
  const isClosed = words !== text && /[ \t]$/.test(words);
  const title = isClosed ? words.trimEnd() : text;
  if (title === "") return false;
  pushHeading(state, marks.length, title, id, line + 1);
  return true;
});

/**
 * Parses a heading of one line above a line of equals signs or dashes.
 *
 * @see https://kramdown.gettalong.org/syntax.html#setext-style
 */
export function underlinedHeading(
  state: StateBlock,
  line: number,
  endLine: number,
  silent: boolean,
): boolean {
  if (silent || line + 1 >= endLine || state.tShift[line + 1] !== 0) return false;
  const below = lineAt(state, line + 1) ?? "";
  if (!/^[=-][=-]*[ \t]*$/.test(below) || !startsBlock(state, line)) return false;
  const source = lineAt(state, line);
  const { text, id } = splitId(source ?? "");
  if (text === "") return false;
  pushHeading(state, below[0] === "-" ? 2 : 1, text, id, line + 2);
  return true;
}

/** Changes the level of a heading by the option `header_offset`. */
export function offsetHeading(token: Token, { headerOffset }: KramdownOptions): void {
  if (headerOffset === 0) return;
  token.tag = `h${Math.max(1, Math.min(6, Number(token.tag.slice(1)) + headerOffset))}`;
}

/**
 * Adds an id from its text to a heading without one. The second and later headings of the same text get a number.
 *
 * @param counts - Number of uses of each id in the document so far.
 * @see https://kramdown.gettalong.org/parser/gfm.html
 */
export function addHeadingId(
  heading: Token,
  text: readonly Token[],
  counts: Map<string, number>,
  options: KramdownOptions,
): void {
  if (heading.attrGet("id") !== null || !options.autoIds) return;
  const words = plainText(text);
  const id = words
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}\p{Pc}\- \t]+/gu, "")
    .replace(/[ \t]/g, "-");
  const count = counts.get(id) ?? 0;
  counts.set(id, count + 1);
  const numbered = options.autoIdPrefix + (count > 0 ? `${id}-${count}` : id);
  if (numbered) heading.attrSet("id", numbered);
}

/** Returns the id of a term of a definition list with `{:auto_ids}`. */
export function termId(text: readonly Token[], prefix: string): string {
  const words = plainText(text).replace(/^[^a-zA-Z]+/, "");
  return (
    prefix +
    words
      .replace(/[^a-zA-Z0-9 -]/g, "")
      .replaceAll(" ", "-")
      .toLowerCase()
  );
}

/** Returns the text of a heading, without markup, images and footnotes. */
function plainText(children: readonly Token[]): string {
  return children
    .map((token) => (/^(text|text_special|code_inline|math_inline)$/.test(token.type) ? token.content : ""))
    .join("");
}
