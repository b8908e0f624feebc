import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";
import { spanRule } from "./rules.js";

const symbols: Readonly<Record<string, string>> = {
  "---": "—",
  "--": "–",
  "...": "…",
  "<< ": "«\u00a0",
  "<<": "«",
  ">>": "»",
};

/**
 * Replaces dashes, dots and guillemets as kramdown does.
 *
 * @see https://kramdown.gettalong.org/syntax.html#typographic-symbols
 */
export const symbol = spanRule("-.<>", /---?|\.\.\.|<< ?|>>/y, (state, [source]) => {
  // No line break before a closing guillemet.
  if (source === ">>") state.pending = state.pending.replace(/ $/, "\u00a0");
  state.pending += symbols[source];
});

const punctuation = "[!\"#$%'()*+,\\-./:;<=>?@[\\\\\\]^_`{|}~]";

/**
 * The direction of a quote: that of the first pattern that matches. A pattern starts at the character before the quote if that
 * is text; its group is the quote. kramdown has the same rules, from RubyPants.
 */
const quoteRules: readonly [pattern: RegExp, direction: "left" | "right" | "pair"][] = [
  [/^(["'])(?=[_*]{1,2}\S)/, "left"],
  [new RegExp(`^(["'])(?=${punctuation}(?!\\.\\.)\\B)`), "right"],
  [/^\s?("'|'")(?=\w)/, "pair"],
  [/^\s?(')(?=\d\ds)/, "right"],
  [/^\s(["'])(?=\w)/, "left"],
  [/^[^ \\\t\r\n[{(-](["'])/, "right"],
  [/^(["'])(?=\s|s\b|$)/, "right"],
  [/^[\s\S]?(["'])/, "left"],
];

const leftQuotes: Readonly<Record<string, string>> = { '"': "“", "'": "‘" };
const rightQuotes: Readonly<Record<string, string>> = { '"': "”", "'": "’" };

/**
 * Replaces quotes by typographic ones as kramdown does.
 *
 * @see https://kramdown.gettalong.org/syntax.html#typographic-symbols
 */
export function quote(state: StateInline, silent: boolean): boolean {
  const { src, pos, pending } = state;
  const character = src[pos] ?? "";
  if (character !== '"' && character !== "'") return false;
  const previous = src[pos - 1];
  const isText = previous !== undefined && (previous === "\n" || pending.endsWith(previous));
  const around = src.slice(isText ? pos - 1 : pos, pos + 6);
  for (const [pattern, direction] of quoteRules) {
    const quotes = pattern.exec(around)?.[1];
    if (!quotes?.startsWith(character)) continue;
    const typographic = direction === "right" ? rightQuotes : leftQuotes;
    if (!silent) for (const each of quotes) state.pending += typographic[each];
    state.pos += quotes.length;
    return true;
  }
  return false;
}
