import { load } from "./require.js";

/** How deep lists and objects may be nested: more than any real file needs. */
export const maxNestingDepth = 100;

/** Characters at the start of a line, each of which may be a level of nesting. */
const manyIndents = new RegExp(`^[ ?-]{${maxNestingDepth},}`, "m");

/**
 * Returns whether YAML or JSON is nested deeper than {@link maxNestingDepth}. Parsers recurse for each level, and a stack
 * overflow may end the process without a message.
 */
export function isNestedTooDeep(source: string): boolean {
  // Parses only suspicious files, which are rare.
  if (bracketsIn(source) <= maxNestingDepth && !manyIndents.test(source)) return false;
  const { Parser } = load("yaml") as typeof import("yaml");
  for (const token of new Parser().parse(source)) if (isDeep(token)) return true;
  return false;
}

/** Returns the highest number of open brackets, including brackets in strings. */
function bracketsIn(source: string): number {
  let [open, highest] = [0, 0];
  for (const [character] of source.matchAll(/[[\]{}]/g)) {
    open = character === "[" || character === "{" ? open + 1 : Math.max(0, open - 1);
    highest = Math.max(highest, open);
  }
  return highest;
}

/** The properties of a parser's token that are read here. */
interface Token {
  items?: readonly { key?: unknown; value?: unknown }[];
  value?: unknown;
}

const isToken = (value: unknown): value is Token => typeof value === "object" && value !== null;

/** Returns whether a token is nested too deep. Walks the tree without recursion. */
function isDeep(root: unknown): boolean {
  const pending: { token: unknown; depth: number }[] = [{ token: root, depth: 0 }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { token, depth } = next;
    if (!isToken(token)) continue;
    if (depth > maxNestingDepth) return true;
    const isCollection = token.items !== undefined;
    const inner = token.items?.flatMap(({ key, value }) => [key, value]) ?? [token.value];
    for (const child of inner) pending.push({ token: child, depth: depth + (isCollection ? 1 : 0) });
  }
  return false;
}
