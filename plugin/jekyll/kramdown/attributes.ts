import type { RuleInline } from "markdown-it/lib/parser_inline.mjs";
import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { type PageEnvironment, sourceOfPage } from "../../markdown/index.js";
import { IndigoError } from "../../utils/errors.js";
import { blockRule, isRightBelow, spanRule } from "./rules.js";

/** An attribute list such as `{: reference .class #id key="value"}`. */
export interface Attributes {
  readonly references: string[];
  readonly pairs: [name: string, value: string][];
}

/** The most characters that references to named attribute lists may add to a document. */
const maxExpansion = 1_000_000;

/** How many named attribute lists may refer to one another in a row. */
const maxReferences = 30;

/** The named attribute lists of a document, such as `{:name: .class}`. */
export class NamedLists {
  readonly #lists = new Map<string, { attributes: Attributes; length: number }>();
  readonly #env: PageEnvironment;
  #expansion = 0;

  /** Collects the lists. Lists of the same name are merged. */
  constructor(tokens: readonly Token[], env: PageEnvironment) {
    this.#env = env;
    for (const token of tokens) {
      if (token.type !== "kramdown_named") continue;
      const list = this.#lists.get(token.meta.name) ?? {
        attributes: { references: [], pairs: [] },
        length: 0,
      };
      const { references, pairs } = token.meta.attributes as Attributes;
      for (const reference of references) {
        list.attributes.references.push(reference);
        list.length += reference.length;
      }
      for (const pair of pairs) {
        list.attributes.pairs.push(pair);
        list.length += pair[0].length + pair[1].length;
      }
      this.#lists.set(token.meta.name, list);
    }
  }

  /**
   * Returns the attributes of a list, after those of the lists that it refers to; none if there is no such list.
   *
   * @param around - The lists that refer to this one: a circle ends.
   * @throws IndigoError if the references of a document expand to a huge text.
   */
  pairsOf(name: string, around: readonly string[] = []): Attributes["pairs"] {
    const list = this.#lists.get(name);
    if (!list || around.length >= maxReferences || around.includes(name)) return [];
    this.#expansion += list.length;
    if (this.#expansion <= maxExpansion) {
      const { references, pairs } = list.attributes;
      return [...references.flatMap((reference) => this.pairsOf(reference, [...around, name])), ...pairs];
    }
    throw new IndigoError(
      `the named attribute lists in ${sourceOfPage(this.#env)} expand to more than ${maxExpansion.toLocaleString("en-US")} characters. Use fewer references such as {: ${name}}, or shorter lists.`,
    );
  }
}

/** Matches an attribute list, with its text as the only group. */
export const attributeList = "\\{:(?![:/])((?:\\\\\\}|[^}])+)\\}";

/** Matches an id. */
export const idName = "[A-Za-z][\\w:-]*";

/** Matches a quoted value. Each backslash has one meaning; if none of them may escape the quote, the second part matches. */
const valueIn = (quote: string): string =>
  `${quote}((?:\\\\[}${quote}]|\\\\(?![}${quote}])|[^${quote}\\\\])*)${quote}(?=\\s|$)|${quote}([^${quote}]*)${quote}`;
const attributePattern = new RegExp(
  `(?:^|\\s)(?:(\\w[\\w-]*)=(?:${valueIn('"')}|${valueIn("'")})|(\\w[\\w-]*)|((?:#${idName}|\\.[^\\s.#]+)+))(?=\\s|$)`,
  "g",
);
const idOrClass = new RegExp(`#${idName}|\\.[^\\s.#]+`, "g");
const wholeList = new RegExp(`^${attributeList}\\s*$`);

/**
 * Parses the text of an attribute list such as `.class #id key="value" reference`.
 *
 * @see https://kramdown.gettalong.org/syntax.html#attribute-list-definitions
 */
export function parseAttributes(source: string): Attributes {
  const attributes: Attributes = { references: [], pairs: [] };
  for (const [, key, a, b, c, d, reference, names = ""] of source.matchAll(attributePattern)) {
    const value = a ?? b ?? c ?? d ?? "";
    if (key) attributes.pairs.push([key, value.replace(/\\([}"'])/g, "$1")]);
    if (reference) attributes.references.push(reference);
    for (const name of names.match(idOrClass) ?? []) {
      attributes.pairs.push([name.startsWith("#") ? "id" : "class", name.slice(1)]);
    }
  }
  return attributes;
}

/**
 * Adds attribute lists to a token. Classes are combined; of other attributes the last value wins.
 *
 * @see https://kramdown.gettalong.org/syntax.html#inline-attribute-lists
 */
export function applyAttributes(token: Token, lists: readonly Attributes[], named: NamedLists): void {
  const attributes = new Map(token.attrs);
  const own = attributes.get("class");
  const classes = own === undefined ? [] : [own];
  const add = ([name, value]: [name: string, value: string]): void => {
    if (name === "class") classes.push(value);
    attributes.set(name, value);
  };
  for (const { references, pairs } of lists) {
    for (const reference of references) {
      if (reference === "toc") token.meta = { ...token.meta, toc: true };
      if (reference === "footnotes") token.meta = { ...token.meta, isFootnotes: true };
      if (reference === "standalone") token.meta = { ...token.meta, isStandalone: true };
      const [idPrefix, autoIds] = /^auto_ids(?:-([\w-]+))?/.exec(reference) ?? [];
      if (idPrefix) token.meta = { ...token.meta, termIds: autoIds ?? "" };
      named.pairsOf(reference).forEach(add);
    }
    pairs.forEach(add);
  }
  if (classes.length > 0) attributes.set("class", classes.join(" "));
  // A heading with an empty id has none.
  if (token.type !== "heading_open" && attributes.get("id")?.trim() === "") attributes.delete("id");
  if (attributes.size > 0) token.attrs = [...attributes];
}

/**
 * Parses a line with an attribute list or the definition of a named one.
 *
 * @see https://kramdown.gettalong.org/syntax.html#block-ials
 * @see https://kramdown.gettalong.org/syntax.html#attribute-list-definitions
 */
export const attributesBlock = blockRule("{", (state, line, _endLine, silent, source) => {
  const list = wholeList.exec(source)?.[1];
  if (!list) return false;
  const [, name, rest = list] = /^(\w[\w-]*):([\s\S]+)$/.exec(list) ?? [];
  if (silent) return !name;
  const isForLast = follows(state, line);
  const isLost = line + 1 < state.lineMax && state.isEmpty(line + 1) && !isAfterBlank(state, line);
  const isBelowBlank = isAfterBlank(state, line);
  const token = state.push(name ? "kramdown_named" : "kramdown_attributes", "", 0);
  token.hidden = true;
  token.map = [line, line + 1];
  token.meta = {
    name,
    attributes: parseAttributes(rest),
    follows: isForLast,
    isLost,
    isAfterBlank: isBelowBlank,
  };
  state.line = line + 1;
  return true;
});

/** Returns whether a blank line is above the attribute lists at a line. Below them it has no effect then. */
function isAfterBlank(state: StateBlock, line: number): boolean {
  const last = state.tokens.at(-1);
  if (line === 0) return false;
  return state.isEmpty(line - 1) || (last?.type === "kramdown_attributes" && last.meta.isAfterBlank);
}

/** Returns whether a block ends right above a line: then an attribute list is for it, not for the next block. */
function follows(state: StateBlock, line: number): boolean {
  const last = state.tokens.at(-1);
  if (!last || last.nesting === 1 || !isRightBelow(state, line)) return false;
  if (last.type === "kramdown_attributes") return last.meta.follows;
  return !/^kramdown_(end|named|extension)$/.test(last.type);
}

const listInText = spanRule(
  "{",
  new RegExp(attributeList, "y"),
  (state, [content, list = ""]) => {
    const meta = { attributes: parseAttributes(list) };
    Object.assign(state.push("kramdown_span", "", 0), { content, meta });
  },
  "}",
);

/**
 * Parses an attribute list right after an element within text; after text it is text. `finishSpans` adds it to the element.
 *
 * @see https://kramdown.gettalong.org/syntax.html#span-ials
 */
export const attributesSpan: RuleInline = (state, silent) => {
  const last = state.pending === "" ? state.tokens.at(-1) : undefined;
  const isAfterStart = !last || last.nesting === 1 || last.meta?.isOpen;
  const isAfterText = isAfterStart || /^(?:text|text_special|softbreak)$/.test(last.type);
  return !isAfterText && listInText(state, silent);
};
