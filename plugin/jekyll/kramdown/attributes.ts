import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { blockRule, spanRule } from "./rules.js";

/** An attribute list such as `{: reference .class #id key="value"}`. */
export interface Attributes {
  readonly references: string[];
  readonly pairs: [name: string, value: string][];
}

/** NamedLists attribute lists of a document, such as `{:name: .class}`, by name. */
export type NamedLists = ReadonlyMap<string, Attributes>;

/** Matches an attribute list, with its text as the only group. */
export const attributeList = "\\{:(?![:/])((?:\\\\\\}|[^}])+)\\}";

/** Matches an id. */
export const idName = "[A-Za-z][\\w:-]*";

const attributePattern = new RegExp(
  `(?:^|\\s)(?:(\\w[\\w-]*)=(["'])((?:\\\\\\}|\\\\\\2|(?!\\2).)*?)\\2|(\\w[\\w-]*)|((?:#${idName}|\\.[^\\s.#]+)+))(?=\\s|$)`,
  "gs",
);
const idOrClass = new RegExp(`#${idName}|\\.[^\\s.#]+`, "g");
const wholeLine = new RegExp(`^${attributeList}\\s*$`);

/**
 * Parses the text of an attribute list such as `.class #id key="value" reference`.
 *
 * @see https://kramdown.gettalong.org/syntax.html#attribute-list-definitions
 */
export function parseAttributes(source: string): Attributes {
  const attributes: Attributes = { references: [], pairs: [] };
  for (const [, key, , value = "", reference, names = ""] of source.matchAll(attributePattern)) {
    if (key) attributes.pairs.push([key, value.replace(/\\([}"'])/g, "$1")]);
    if (reference) attributes.references.push(reference);
    for (const name of names.match(idOrClass) ?? []) {
      attributes.pairs.push([name.startsWith("#") ? "id" : "class", name.slice(1)]);
    }
  }
  return attributes;
}

/**
 * Adds attributes to a token. Classes are combined; of other attributes the last value wins.
 *
 * @see https://kramdown.gettalong.org/syntax.html#inline-attribute-lists
 */
export function applyAttributes(token: Token, { references, pairs }: Attributes, named: NamedLists): void {
  for (const reference of references) {
    if (reference === "toc") token.meta = { ...token.meta, toc: true };
    const list = named.get(reference);
    // Without its references, so that circular references end.
    if (list) applyAttributes(token, { references: [], pairs: list.pairs }, named);
  }
  for (const [name, value] of pairs) {
    if (name === "class") token.attrJoin("class", value);
    else token.attrSet(name, value);
  }
}

/**
 * Parses a line with an attribute list or the definition of a named one.
 *
 * @see https://kramdown.gettalong.org/syntax.html#block-ials
 * @see https://kramdown.gettalong.org/syntax.html#attribute-list-definitions
 */
export const attributesBlock = blockRule("{", (state, line, _endLine, silent, source) => {
  const list = wholeLine.exec(source)?.[1];
  if (!list) return false;
  const [, name, rest = list] = /^(\w[\w-]*):([\s\S]+)$/.exec(list) ?? [];
  if (silent) return !name;
  const token = state.push(name ? "kramdown_named" : "kramdown_attributes", "", 0);
  token.hidden = true;
  token.map = [line, line + 1];
  token.meta = { name, attributes: parseAttributes(rest), follows: follows(state, line) };
  state.line = line + 1;
  return true;
});

/** Returns whether a block ends right above a line: then an attribute list is for it, not for the next block. */
function follows(state: StateBlock, line: number): boolean {
  const last = state.tokens.at(-1);
  return line > 0 && !state.isEmpty(line - 1) && last !== undefined && last.nesting !== 1;
}

/**
 * Parses an attribute list within text. `finishSpans` adds it to its element, which is known after emphasis is parsed.
 *
 * @see https://kramdown.gettalong.org/syntax.html#span-ials
 */
export const attributesSpan = spanRule("{", new RegExp(attributeList, "y"), (state, [content, list = ""]) => {
  const meta = { attributes: parseAttributes(list) };
  Object.assign(state.push("kramdown_span", "", 0), { content, meta });
});

/**
 * Returns the named attribute lists of a document. Lists of the same name are merged.
 *
 * @see https://kramdown.gettalong.org/syntax.html#attribute-list-definitions
 */
export function namedAttributes(tokens: readonly Token[]): NamedLists {
  const named = new Map<string, Attributes>();
  for (const token of tokens) {
    if (token.type !== "kramdown_named") continue;
    const list = named.get(token.meta.name) ?? { references: [], pairs: [] };
    list.pairs.push(...(token.meta.attributes as Attributes).pairs);
    named.set(token.meta.name, list);
  }
  return named;
}
