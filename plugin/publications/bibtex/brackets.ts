/**
 * Returns a function from the position of an opening bracket to that of the bracket which closes it, infinite if none does.
 * An entry in parentheses counts parentheses and braces alike. All pairs are found at once, so that many brackets which
 * nothing closes take linear time together.
 */
export function closingBrackets(source: string): (position: number, closer: "}" | ")") => number {
  const pairs = new Map<string, ReadonlyMap<number, number>>();
  return (position, closer) => {
    const ends = pairs.get(closer) ?? pairsIn(source, closer === ")" ? /[{}()]/g : /[{}]/g);
    pairs.set(closer, ends);
    return ends.get(position) ?? Number.POSITIVE_INFINITY;
  };
}

function pairsIn(source: string, brackets: RegExp): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: bracket, index } of source.matchAll(brackets)) {
    if (bracket === "{" || bracket === "(") open.push(index);
    else {
      const start = open.pop();
      if (start !== undefined) ends.set(start, index);
    }
  }
  return ends;
}
