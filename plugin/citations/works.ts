import type { Publication } from "../publications/index.js";
import { suggestion } from "../utils/errors.js";
import { memoize } from "../utils/memoize.js";

/** Finds the works that a text can cite. */
export interface WorkFinder {
  get(key: string): Publication | undefined;
  /** Returns ` Did you mean "…"?` for a key that is nearly one of a work, else an empty text. */
  near(key: string): string;
  /** Whether there is any work. */
  readonly hasAny: boolean;
}

/** Creates a finder in several lists of works. The first list that has a key counts. */
export function workFinder(lists: readonly ReadonlyMap<string, Publication>[]): WorkFinder {
  return {
    get(key) {
      for (const list of lists) {
        const work = list.get(key);
        if (work) return work;
      }
      return undefined;
    },
    // A text may have the same handle many times.
    near: memoize((key: string) => suggestion(key, [...new Set(lists.flatMap((list) => [...list.keys()]))])),
    hasAny: lists.some((list) => list.size > 0),
  };
}
