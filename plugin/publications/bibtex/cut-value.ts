import { withoutTrailing } from "../../utils/search.js";

/** A field that stands in a value: after a comma or at the start of a line. */
const innerField = /[,\n][ \t]*([a-z][\w-]*)[ \t]*=[ \t]*(?=[{"]|\w+[ \t]*[,}\n])/i;

/**
 * Ends a value that took in the fields after it, since it lacks its closing brace or quote, before the first of these.
 *
 * @param text - The value as far as it was read: `{Open,\n journal = {J}`.
 * @returns The value with its end, the name of the next field and where that starts; undefined if no field stands in it.
 */
export function cutValue(text: string): { value: string; next: string; length: number } | undefined {
  if (!/^[{"]/.test(text)) return undefined;
  const match = innerField.exec(text);
  const next = match?.[1];
  if (!match || next === undefined) return undefined;
  const before = withoutTrailing(text.slice(1, match.index), /[\s,]/);
  const inner = (
    /[}"]$/.test(before) && braceBalance(before) !== 0 ? before.slice(0, -1) : before.replace(/"$/, "")
  ).trim();
  const isBalanced = braceBalance(inner) === 0;
  return {
    value: `{${isBalanced ? inner : inner.replaceAll(/[{}]/g, "")}}`,
    next: next.toLowerCase(),
    length: match.index + match[0].search(/[a-z]/i),
  };
}

/** Returns 0 if each brace has its partner. */
function braceBalance(text: string): number {
  let depth = 0;
  for (const character of text) {
    if (character === "{") depth += 1;
    else if (character === "}") depth -= 1;
    if (depth < 0) return depth;
  }
  return depth;
}
