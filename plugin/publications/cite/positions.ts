import type { EngineCite } from "./citeproc.js";

/** citeproc's numbers of positions. */
export const position = { first: 0, subsequent: 1, ibid: 2, ibidWithLocator: 3 } as const;

/** Finds how the cites of one text stand to those before them. */
export interface PositionFinder {
  /** Returns the position of the next cite. `count` is the number of works in its citation. */
  next(cite: EngineCite, count: number): number;
  /** Returns whether a work was cited. */
  isCited(id: string): boolean;
}

/** @see https://docs.citationstyles.org/en/stable/specification.html#locators (attribute `position`) */
export function positionFinder(): PositionFinder {
  const seen = new Set<string>();
  let last: { cite: EngineCite; count: number } | undefined;
  return {
    isCited: (id) => seen.has(id),
    next(cite, count) {
      const isFirst = !seen.has(cite.id);
      const before = last;
      seen.add(cite.id);
      last = { cite, count };
      if (isFirst) return position.first;
      if (before?.cite.id !== cite.id || (before.count > 1 && count === 1)) return position.subsequent;
      const [own, earlier] = [placeOf(cite), placeOf(before.cite)];
      if (own === earlier) return position.ibid;
      return own === "" ? position.subsequent : position.ibidWithLocator;
    },
  };
}

const placeOf = ({ label = "", locator = "" }: EngineCite): string => (locator ? `${label} ${locator}` : "");
