import type { Affiliation } from "../options/author.js";
import type { Author } from "./authors.js";

/** The authors of a post as its page shows them, with their affiliations. */
export interface Byline {
  authors: readonly BylineAuthor[];
  affiliations: readonly { number: number | undefined; name: string; url: string | undefined }[];
  /** Whether some of the authors contributed equally. */
  hasEqual: boolean;
  /** The corresponding authors. */
  corresponding: readonly Author[];
}

interface BylineAuthor {
  name: string;
  url: string | undefined;
  orcid: string | undefined;
  /** What follows the name: the numbers of affiliations, and marks: `1,2,*`. */
  marks: string;
}

/** The marks of authors who contributed equally, and of those whom readers may write to. */
const marks = { equal: "*", corresponding: "†" };

/**
 * Returns what the page of a post shows of its authors. Affiliations have numbers in the order in which authors name them, each
 * once; none if all authors have the same ones.
 */
export function bylineOf(authors: readonly Author[]): Byline {
  const keyOf = ({ name }: Affiliation): string => name.toLowerCase();
  const all = new Map<string, Affiliation>();
  for (const { affiliations = [] } of authors)
    for (const one of affiliations) {
      const same = all.get(keyOf(one));
      if (!same || (!same.url && one.url)) all.set(keyOf(one), one);
    }
  const keys = [...all.keys()];
  const keysOf = ({ affiliations = [] }: Author): string[] => [...new Set(affiliations.map(keyOf))];
  const isNumbered = authors.some((author) => keysOf(author).length !== keys.length);
  const corresponding = authors.filter(({ isCorresponding }) => isCorresponding);
  const marksOf = (author: Author): string =>
    [
      ...(isNumbered
        ? keysOf(author)
            .map((key) => keys.indexOf(key) + 1)
            .sort((a, b) => a - b)
        : []),
      ...(author.isEqual ? [marks.equal] : []),
      ...(author.isCorresponding && authors.length > 1 ? [marks.corresponding] : []),
    ].join(",");
  return {
    authors: authors.map((author) => ({
      name: author.name,
      url: author.url,
      orcid: author.orcid,
      marks: marksOf(author),
    })),
    affiliations: [...all.values()].map(({ name, url }, index) => ({
      number: isNumbered ? index + 1 : undefined,
      name,
      url,
    })),
    hasEqual: authors.some(({ isEqual }) => isEqual),
    corresponding,
  };
}
