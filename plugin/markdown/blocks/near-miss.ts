import { distance } from "fastest-levenshtein";
import { type Block, type BlockContext, nameOf } from "./block.js";

/**
 * Warns of a div whose name is nearly that of a kind: one letter is other, missing or too many, or two are swapped. A name in
 * braces, `::: {.nota}`, is a class of the author's own and never warned of.
 */
export function nearMiss(
  block: Block,
  context: Omit<BlockContext, "render"> & { known: readonly string[] },
): void {
  const { name, attributes } = block.div;
  if (name.length < 3 || attributes.classes.includes(name) || context.known.includes(name)) return;
  const lower = name.toLowerCase();
  const meant = context.known.find((known) => isNear(lower, known));
  if (meant) {
    context.warn(
      `${nameOf(block, context)} is a "div" of the class "${name}". Did you mean "${meant}"? If not, write "::: {.${name}}".`,
    );
  }
}

function isNear(name: string, known: string): boolean {
  if (known.length < 4 || Math.abs(name.length - known.length) > 1) return name === known;
  const edits = distance(name, known);
  return edits <= 1 || (edits === 2 && sorted(name) === sorted(known));
}

const sorted = (name: string): string => [...name].sort().join("");
