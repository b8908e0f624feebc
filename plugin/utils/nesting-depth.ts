import { IndigoError } from "./errors.js";
import { load } from "./require.js";

/** How deep lists and objects may be nested: more than any real file needs. */
export const maxNestingDepth = 100;

/** Half of the limit: a list in an object needs no indentation of its own, so that a column may be two levels. */
const maxColumns = maxNestingDepth / 2;

/** Characters at the start of a line, each of which may be a column of nesting. */
const manyIndents = new RegExp(`^[ \\t?:-]{${maxColumns}}`, "m");

/**
 * Returns whether YAML or JSON is nested deeper than {@link maxNestingDepth}. Parsers recurse for each level, and a stack
 * overflow may end the process without a message. Takes time linear in the source.
 */
export function isNestedTooDeep(source: string): boolean {
  return mayBeDeep(source) && isDeep(source);
}

/** Returns the error for a place with values that are nested too deep. */
export const tooDeep = (place: string): IndigoError =>
  new IndigoError(`${place} has values more than ${maxNestingDepth} levels deep in one another.`);

/** Returns whether a source has so many brackets or indicators that it may be nested too deep. Few real files have. */
function mayBeDeep(source: string): boolean {
  if (manyIndents.test(source)) return true;
  let [open, inLine] = [0, 0];
  // Brackets in strings count as well, and colons in text.
  for (const [character] of source.matchAll(/[[\]{}\n]|[-?:](?=\s)/g)) {
    if (character === "\n") inLine = 0;
    else if (character === "[" || character === "{") open += 1;
    else if (character === "]" || character === "}") open = Math.max(0, open - 1);
    else inLine += 1;
    if (open > maxNestingDepth || inLine > maxColumns) return true;
  }
  return false;
}

/** Returns whether the parser, which does not recurse itself, opens too many collections. Stops at the first one too many. */
function isDeep(source: string): boolean {
  const { Lexer, Parser } = load("yaml") as typeof import("yaml");
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(source)) {
    // The parser works while its tokens, which are not needed, are taken from it.
    for (const _ of parser.next(lexeme));
    const { stack } = parser;
    if (stack.length > maxNestingDepth && stack.filter(isCollection).length > maxNestingDepth) return true;
  }
  return false;
}

const isCollection = ({ type }: { type: string }): boolean =>
  type === "block-map" || type === "block-seq" || type === "flow-collection";
