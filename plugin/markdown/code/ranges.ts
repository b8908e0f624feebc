/** How a line of code is marked: as important, inserted or deleted. */
export type LineMark = "mark" | "ins" | "del";

/** Lines that a fence marks, the first of the code being 1. */
export interface LineRange {
  kind: LineMark;
  from: number;
  to: number;
  /** As the author wrote it, for messages. */
  source: string;
}

/**
 * Reads lines such as `2,4-6` or `2 "4-6"`.
 *
 * @param report - Called with the reason, if a part of them is none.
 */
export function readRanges(text: string, kind: LineMark, report: (problem: string) => void): LineRange[] {
  const parts = text.split(/[\s,;"']+/).filter(Boolean);
  if (parts.length === 0) report("marks no lines. Lines are written as in {2,4-6}.");
  return parts.flatMap((source) => {
    const [, first, last = first] = /^(\d{1,9})(?:(?:-|–|\.\.)(\d{1,9}))?$/.exec(source) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (first === undefined)
      report(`marks "${source}", which is not a line. Lines are written as in {2,4-6}.`);
    else if (from === 0) report(`marks line 0 in "${source}", but its first line is 1.`);
    else if (to < from) report(`marks the lines "${source}", which end before they begin.`);
    else return [{ kind, from, to, source }];
    return [];
  });
}

/**
 * Returns how each line is marked, by its number. A change takes precedence over a mark, and the last change over others.
 *
 * @param count - The number of lines of the code.
 * @param report - Called with the reason, if a range is beyond them.
 */
export function marksOf(
  ranges: readonly LineRange[],
  count: number,
  report: (problem: string) => void,
): Map<number, LineMark> {
  const marks = new Map<number, LineMark>();
  for (const { to, source } of ranges)
    if (to > count) report(`marks "${source}", but has ${count} ${count === 1 ? "line" : "lines"}.`);
  // The next line without a mark from each line on, so that many ranges over the same lines take little time.
  const next = Array.from({ length: count + 2 }, (_, line) => line);
  const free = (line: number): number => {
    let end = line;
    while (next[end] !== end) end = next[end] ?? end;
    for (let at = line; at !== end; ) {
      const following = next[at] ?? end;
      next[at] = end;
      at = following;
    }
    return end;
  };
  const isMark = ({ kind }: LineRange): boolean => kind === "mark";
  const changes = ranges.filter((range) => !isMark(range)).reverse();
  for (const { kind, from, to } of [...changes, ...ranges.filter(isMark)]) {
    for (let line = free(Math.min(from, count + 1)); line <= Math.min(to, count); line = free(line)) {
      marks.set(line, kind);
      next[line] = line + 1;
    }
  }
  return marks;
}
