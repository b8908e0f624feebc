import { load } from "./require.js";

/** How deep lists and groups of values may stand in one another: more than any file of an author's has. */
export const maxNestingDepth = 100;

/** Signs at the start of a line, each of which may be a level. */
const manyIndents = new RegExp(`^[ ?-]{${maxNestingDepth},}`, "m");

/**
 * Whether YAML or JSON is nested deeper than {@link maxNestingDepth}. What reads it calls itself for each level, and a stack
 * that is full may end the whole process, without a word for the author.
 */
export function isNestedTooDeep(source: string): boolean {
  // Only what looks like it is read, since nearly no file does.
  if (bracketsIn(source) <= maxNestingDepth && !manyIndents.test(source)) return false;
  const { Parser } = load("yaml") as typeof import("yaml");
  for (const token of new Parser().parse(source)) if (isDeep(token)) return true;
  return false;
}

/** The most brackets that are open at once, were there no text with brackets in it. */
function bracketsIn(source: string): number {
  let [open, most] = [0, 0];
  for (const [sign] of source.matchAll(/[[\]{}]/g)) {
    open = sign === "[" || sign === "{" ? open + 1 : Math.max(0, open - 1);
    most = Math.max(most, open);
  }
  return most;
}

/** A part of the parser's tree, as far as it is walked here. */
interface Token {
  items?: readonly { key?: unknown; value?: unknown }[];
  value?: unknown;
}

const isToken = (value: unknown): value is Token => typeof value === "object" && value !== null;

/** Walks a tree without calling itself. */
function isDeep(top: unknown): boolean {
  const open: { token: unknown; depth: number }[] = [{ token: top, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, depth } = next;
    if (!isToken(token)) continue;
    if (depth > maxNestingDepth) return true;
    const isCollection = token.items !== undefined;
    const inner = token.items?.flatMap(({ key, value }) => [key, value]) ?? [token.value];
    for (const each of inner) open.push({ token: each, depth: depth + (isCollection ? 1 : 0) });
  }
  return false;
}
