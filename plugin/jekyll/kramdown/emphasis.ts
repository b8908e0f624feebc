import type { RuleInline } from "markdown-it/lib/parser_inline.mjs";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { searchIn } from "../../utils/search.js";
import { addPending, parseUntil } from "./rules.js";

type Kind = "em" | "strong";

/** What the rule remembers of a text. */
interface Memory {
  /** The open elements. */
  readonly open: Kind[];
  /** The start of the first element that has no end, by its mark, its end and the open elements. Later ones have none either. */
  readonly failures: Map<string, number>;
}

const memories = new WeakMap<StateInline, Memory>();

function memoryOf(state: StateInline): Memory {
  const memory = memories.get(state) ?? { open: [], failures: new Map() };
  memories.set(state, memory);
  return memory;
}

const isLetter = (character: string | undefined): boolean => /\p{L}/u.test(character ?? "");

/** Returns whether underscores at an index are within a word. */
function isInWord(source: string, index: number): boolean {
  let at = index;
  while (source[at - 1] === "_") at -= 1;
  return isLetter(source[at - 1]) || (source[at - 1] === "-" && isLetter(source[at - 2]));
}

/** Returns whether an element ends at an index. */
function isEnd({ src, posMax }: StateInline, mark: string, kind: Kind, start: number, at: number): boolean {
  if (!src.startsWith(mark, at) || at + mark.length > posMax || at === start) return false;
  if (/\s/.test(src.charAt(at - 1))) return false;
  if (kind === "em" && src.startsWith(mark + mark, at) && src[at + 2] !== mark) return false;
  return mark[0] !== "_" || !/[\p{L}\p{N}]/u.test(src.charAt(at + mark.length));
}

/** Makes a function that puts a parser back to where it is now. */
function restorer(state: StateInline): () => void {
  const inner = state as StateInline & { _prev_delimiters: unknown[]; linkLevel: number };
  const { pos, pending, level, delimiters, linkLevel } = inner;
  const lengths = [state.tokens, delimiters, inner._prev_delimiters, state.tokens_meta].map(
    (list) => [list, list.length] as const,
  );
  return () => {
    Object.assign(inner, { pos, pending, level, delimiters, linkLevel });
    for (const [list, length] of lengths) list.length = length;
  };
}

/** Parses an element from its content on. Returns false if it has no end. */
function parseElement(state: StateInline, mark: string, kind: Kind, start: number): boolean {
  const { open, failures } = memoryOf(state);
  const key = `${mark} ${state.posMax} ${open.join(" ")}`;
  if (start >= (failures.get(key) ?? Number.POSITIVE_INFINITY)) return false;
  const restore = restorer(state);
  const token: Token = state.push(`${kind}_open`, kind, 1);
  token.markup = mark;
  open.push(kind);
  state.pos = start;
  const isFound = parseUntil(state, (at) => isEnd(state, mark, kind, start, at));
  open.pop();
  if (!isFound) {
    restore();
    failures.set(key, Math.min(start, failures.get(key) ?? start));
    return false;
  }
  state.push(`${kind}_close`, kind, -1).markup = mark;
  state.pos += mark.length;
  return true;
}

/**
 * Parses emphasis as kramdown does: it may start and end within a word if it has asterisks, and contains no emphasis of the
 * same kind. Two characters without an end may be one, and text that starts with the other.
 *
 * @see https://kramdown.gettalong.org/syntax.html#emphasis
 */
export const emphasis: RuleInline = (state, silent) => {
  const { src, pos, posMax } = state;
  const character = src[pos];
  if (character !== "*" && character !== "_") return false;
  const mark = src[pos + 1] === character && pos + 1 < posMax ? character + character : character;
  const kind = mark.length === 2 ? "strong" : "em";
  const { open } = memoryOf(state);
  const isText =
    silent ||
    (character === "_" && isInWord(src, pos)) ||
    /\s/.test(src.charAt(pos + mark.length)) ||
    open.includes(kind);
  if (!isText) {
    if (parseElement(state, mark, kind, pos + mark.length)) return true;
    const mayBeOne = kind === "strong" && open.at(-1) !== "em" && !open.includes("em");
    if (mayBeOne && parseElement(state, character, "em", pos + 1)) return true;
  }
  if (!silent) addPending(state, mark);
  state.pos = pos + mark.length;
  return true;
};

const strikeEnd = /[^\s~]~~/g;

/**
 * Parses deleted text between `~~`.
 *
 * @see https://kramdown.gettalong.org/parser/gfm.html
 */
export const strikethrough: RuleInline = (state, silent) => {
  const { src, pos, posMax } = state;
  if (src[pos] !== "~" || src[pos + 1] !== "~" || /[\s~]/.test(src[pos + 2] ?? " ")) return false;
  const { end } = searchIn(state).next(strikeEnd, pos + 2);
  if (end > posMax) return false;
  if (!silent) {
    state.push("s_open", "del", 1).markup = "~~";
    state.pos = pos + 2;
    state.posMax = end - 2;
    state.md.inline.tokenize(state);
    state.push("s_close", "del", -1).markup = "~~";
  }
  state.pos = end;
  state.posMax = posMax;
  return true;
};
