import type { Publication } from "../publications/index.js";

/** Which of the site's publications each page cites, kept from build to build: an incremental one renders few pages. */
export interface CitationsOfPages {
  /** Must be called before each build. */
  start(): void;
  /** Notes the works that a text of a page cites; none for a text without citations. */
  add(url: string, works: readonly Publication[]): void;
  /** Returns the ids of the works that a page cites, in their order. */
  of(url: string): readonly string[];
}

/** @param isOwn - Returns whether a work is one of the site's publications. */
export function citationsOfPages(isOwn: (work: Publication) => boolean): CitationsOfPages {
  const cited = new Map<string, Set<string>>();
  /** The pages with a text in this build. */
  const rendered = new Set<string>();
  return {
    start: () => rendered.clear(),
    add(url, works) {
      // The first text of a page in a build replaces what a former build knew of it.
      if (!rendered.has(url)) cited.delete(url);
      rendered.add(url);
      const ids = works.filter(isOwn).flatMap(({ id }) => (id === undefined ? [] : [id]));
      if (ids.length === 0) return;
      const known = cited.get(url) ?? new Set();
      for (const id of ids) known.add(id);
      cited.set(url, known);
    },
    of: (url) => [...(cited.get(url) ?? [])],
  };
}
