import type { RuleInline } from "markdown-it/lib/parser_inline.mjs";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";
import { optionsOf } from "./options.js";
import { addPending, codesOf } from "./rules.js";

const symbols: Readonly<Record<string, readonly [name: string, text: string]>> = {
  "---": ["mdash", "—"],
  "--": ["ndash", "–"],
  "...": ["hellip", "…"],
  "<< ": ["laquo_space", "«\u00a0"],
  "<<": ["laquo", "«"],
  " >>": ["raquo_space", "\u00a0»"],
  ">>": ["raquo", "»"],
};

/**
 * Replaces dashes, dots and guillemets as kramdown does.
 *
 * @see https://kramdown.gettalong.org/syntax.html#typographic-symbols
 */
export const symbol: RuleInline = (state, silent) => {
  const options = optionsOf(state.env);
  if (!options.hasSymbols || !symbolStart[state.src.charCodeAt(state.pos)]) return false;
  symbolPattern.lastIndex = state.pos;
  const source = symbolPattern.exec(state.src)?.[0];
  if (!source || symbolPattern.lastIndex > state.posMax) return false;
  if (!silent) {
    const isSpaced = source === ">>" && state.pending.endsWith(" ");
    // No line break before a closing guillemet.
    if (isSpaced) state.pending = state.pending.slice(0, -1);
    const [name, text] = symbols[isSpaced ? ` ${source}` : source] ?? ["", source];
    addPending(state, Object.hasOwn(options.symbols, name) ? (options.symbols[name] ?? "") : text);
  }
  state.pos += source.length;
  return true;
};

const symbolStart = codesOf("-.<>");
const symbolPattern = /---?|\.\.\.|<< ?|>>/y;

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
  // A character that might have started something else does not count.
  const isText =
    previous !== undefined && !/[*_`[]/.test(previous) && (/\s/.test(previous) || pending.endsWith(previous));
  const around = src.slice(isText ? pos - 1 : pos, pos + 6);
  for (const [pattern, direction] of quoteRules) {
    const [whole = "", quotes = ""] = pattern.exec(around) ?? [];
    // A quote right before another one may be text, as it may be any character.
    const lead = isText ? "" : whole.slice(0, whole.length - quotes.length);
    if (!(lead || quotes).startsWith(character)) continue;
    const [left, right, leftDouble, rightDouble] = optionsOf(state.env).smartQuotes;
    const [single, double] = direction === "right" ? [right, rightDouble] : [left, leftDouble];
    if (!silent) {
      addPending(state, lead);
      for (const each of quotes) addPending(state, each === "'" ? single : double);
    }
    state.pos += lead.length + quotes.length;
    return true;
  }
  return false;
}
