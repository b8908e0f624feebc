import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { blockRule } from "./rules.js";

/** The abbreviations of a document: their texts, and the tokens of their definitions, which may have attributes. */
type Abbreviations = Map<string, { readonly title: string; readonly definition: Token }>;

function abbreviationsOf(env: { kramdownAbbreviations?: Abbreviations }): Abbreviations {
  env.kramdownAbbreviations ??= new Map();
  return env.kramdownAbbreviations;
}

/**
 * Parses an abbreviation, such as `*[HTML]: Hyper Text Markup Language`.
 *
 * @see https://kramdown.gettalong.org/syntax.html#abbreviations
 */
export const abbreviationDefinition = blockRule("*", (state, line, _endLine, silent, source) => {
  const [, label, title = ""] = /^\*\[(.+?)\]:(.*)$/.exec(source) ?? [];
  if (silent || !label) return false;
  const definition = state.push("kramdown_definition", "", 0);
  definition.hidden = true;
  abbreviationsOf(state.env).set(label, { title: title.trim(), definition });
  state.line = line + 1;
  return true;
});

/** Marks the abbreviations in all text. */
export function markAbbreviations(state: StateCore): void {
  const abbreviations = abbreviationsOf(state.env);
  if (abbreviations.size === 0) return;
  const names = [...abbreviations.keys()].sort((a, b) => b.length - a.length);
  const { escapeRE } = state.md.utils;
  // Spaces in a name match any white space.
  const pattern = names.map((name) => escapeRE(name).replace(/\s+/g, "[\\s\\p{Z}]+")).join("|");
  // Ruby's word characters are ASCII.
  const anywhere = new RegExp(`(?<![A-Za-z0-9_])(?:${pattern})(?![A-Za-z0-9_])`, "gu");
  for (const token of state.tokens) {
    if (token.type !== "inline" || !token.children) continue;
    token.children = joined(token.children).flatMap((child) =>
      child.type === "text" ? split(child, anywhere, abbreviations, state) : [child],
    );
  }
}

/** Joins texts around line breaks that are no elements, since an abbreviation may have one. */
function joined(children: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (const token of children) {
    const last = out.at(-1);
    if (
      last?.type === "text" &&
      (token.type === "softbreak" || token.type === "text") &&
      last.meta?.hasBreak !== false
    ) {
      const text = token.type === "text" ? token.content : "\n";
      last.content += text;
    } else {
      out.push(token);
    }
  }
  return out;
}

/** Splits a text at its abbreviations. */
function split(token: Token, pattern: RegExp, abbreviations: Abbreviations, state: StateCore): Token[] {
  const out: Token[] = [];
  const { content } = token;
  const add = (text: string): void => {
    if (text) out.push(Object.assign(new state.Token("text", "", 0), { content: text, level: token.level }));
  };
  let done = 0;
  for (const { 0: name, index } of content.matchAll(pattern)) {
    const { title, definition } =
      abbreviations.get(name) ?? abbreviations.get(name.replace(/\s+/g, " ")) ?? {};
    if (!definition) continue;
    add(content.slice(done, index));
    const open = new state.Token("abbr_open", "abbr", 1);
    open.attrs = [...(definition.attrs ?? []), ...(title ? [["title", title] as [string, string]] : [])];
    const text = Object.assign(new state.Token("text", "", 0), { content: name });
    out.push(open, text, new state.Token("abbr_close", "abbr", -1));
    done = index + name.length;
  }
  if (done === 0) return [token];
  add(content.slice(done));
  return out;
}
