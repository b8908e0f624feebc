import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { blockRule, spanRule } from "./rules.js";

/** What a list such as `{: reference .class #id key="value"}` holds. */
export interface Attributes {
  readonly references: string[];
  readonly pairs: [name: string, value: string][];
}

/** Lists of attributes that the document has given a name: `{:name: .class}`. */
export type Named = ReadonlyMap<string, Attributes>;

/** A pattern for a list of attributes, with its text as the only group. */
export const attributeList = "\\{:(?![:/])((?:\\\\\\}|[^}])+)\\}";

/** A pattern for an id. */
export const idName = "[A-Za-z][\\w:-]*";

const attributePattern = new RegExp(
  `(?:^|\\s)(?:(\\w[\\w-]*)=(["'])((?:\\\\\\}|\\\\\\2|(?!\\2).)*?)\\2|(\\w[\\w-]*)|((?:#${idName}|\\.[^\\s.#]+)+))(?=\\s|$)`,
  "gs",
);
const idOrClass = new RegExp(`#${idName}|\\.[^\\s.#]+`, "g");
const wholeLine = new RegExp(`^${attributeList}\\s*$`);

/**
 * The attributes in the text of a list such as `.class #id key="value" reference`.
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
 * Gives a token attributes. Classes add up, of others the last one counts.
 *
 * @see https://kramdown.gettalong.org/syntax.html#inline-attribute-lists
 */
export function applyAttributes(token: Token, { references, pairs }: Attributes, named: Named): void {
  for (const reference of references) {
    if (reference === "toc") token.meta = { ...token.meta, toc: true };
    const list = named.get(reference);
    // A list that names itself, or two that name each other, end here.
    if (list) applyAttributes(token, { references: [], pairs: list.pairs }, named);
  }
  for (const [name, value] of pairs) {
    if (name === "class") token.attrJoin("class", value);
    else token.attrSet(name, value);
  }
}

/**
 * Reads a line with attributes, or with a named list of them.
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

/** Whether a block ends right above a line, so that attributes there are for it and not for the next one. */
function follows(state: StateBlock, line: number): boolean {
  const last = state.tokens.at(-1);
  return line > 0 && !state.isEmpty(line - 1) && last !== undefined && last.nesting !== 1;
}

/**
 * Reads attributes within text. What they are for is known once emphasis is, so `finishSpans` looks at them.
 *
 * @see https://kramdown.gettalong.org/syntax.html#span-ials
 */
export const attributesSpan = spanRule("{", new RegExp(attributeList, "y"), (state, [content, list = ""]) => {
  const meta = { attributes: parseAttributes(list) };
  Object.assign(state.push("kramdown_span", "", 0), { content, meta });
});

/**
 * The lists of attributes that a document has given a name. What has the same name is one list.
 *
 * @see https://kramdown.gettalong.org/syntax.html#attribute-list-definitions
 */
export function namedAttributes(tokens: readonly Token[]): Named {
  const named = new Map<string, Attributes>();
  for (const token of tokens) {
    if (token.type !== "kramdown_named") continue;
    const known = named.get(token.meta.name) ?? { references: [], pairs: [] };
    known.pairs.push(...(token.meta.attributes as Attributes).pairs);
    named.set(token.meta.name, known);
  }
  return named;
}
