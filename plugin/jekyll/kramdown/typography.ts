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
 * Sets dashes, dots and guillemets as kramdown does.
 *
 * @see https://kramdown.gettalong.org/syntax.html#typographic-symbols
 */
export const symbol = spanRule("-.<>", /---?|\.\.\.|<< ?|>>/y, (state, [source]) => {
  // The blank in front of a closing guillemet must not end the line.
  if (source === ">>") state.pending = state.pending.replace(/ $/, "\u00a0");
  state.pending += symbols[source];
});

const punctuation = "[!\"#$%'()*+,\\-./:;<=>?@[\\\\\\]^_`{|}~]";

/**
 * Which way a quote turns: the first pattern that fits decides. It is tried from the sign in front where that is
 * text, and its group is the quote. They are the rules of kramdown, which has them from RubyPants.
 */
const quoteRules: readonly [pattern: RegExp, turns: "left" | "right" | "pair"][] = [
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
 * Turns quotes as kramdown does.
 *
 * @see https://kramdown.gettalong.org/syntax.html#typographic-symbols
 */
export function quote(state: StateInline, silent: boolean): boolean {
  const { src, pos, pending } = state;
  const sign = src[pos] ?? "";
  if (sign !== '"' && sign !== "'") return false;
  const previous = src[pos - 1];
  const isText = previous !== undefined && (previous === "\n" || pending.endsWith(previous));
  const around = src.slice(isText ? pos - 1 : pos, pos + 6);
  for (const [pattern, turns] of quoteRules) {
    const found = pattern.exec(around)?.[1];
    if (!found?.startsWith(sign)) continue;
    const turned = turns === "right" ? rightQuotes : leftQuotes;
    if (!silent) for (const one of found) state.pending += turned[one];
    state.pos += found.length;
    return true;
  }
  return false;
}
