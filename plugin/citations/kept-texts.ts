import {
  type CitationPart,
  type FormattedText,
  type Publication,
  referenceKey,
  type TextCitation,
  type TextFormatter,
} from "../publications/index.js";
import type { BuildCache } from "../utils/build-cache.js";
import { longHash } from "../utils/hash.js";
import { lazy, memoize } from "../utils/memoize.js";

/** A formatter before it is made, which loads citeproc. */
export interface LateFormatter {
  isOfNotes: boolean;
  /** What it depends on: style and language. */
  key: string;
  make(): TextFormatter;
}

/** A formatted text with the places of works in a list in place of these. */
interface KeptText {
  citations: { html: string; work?: number }[][];
  references: { work: number; html: string }[];
  numbers?: FormattedText["numbers"];
}

/**
 * Returns a formatter that takes texts from an earlier build, if their citations and works are the same. It makes the other
 * formatter for the first text that is new.
 */
export function keepTexts({ isOfNotes, key, make }: LateFormatter, kept: () => BuildCache): TextFormatter {
  const formatter = lazy(make);
  const keyOf = memoize((work: Publication) => referenceKey(work));
  return {
    isOfNotes,
    reference: (work) => formatter().reference(work),
    format(citations) {
      const works = [...new Set(citations.flatMap((citation) => citation.works.map(({ work }) => work)))];
      const textKey = longHash(key, works.map(keyOf).join(" "), withPlaces(citations, works));
      const known = kept().get(textKey);
      if (known !== undefined) return revived(JSON.parse(known) as KeptText, works);
      const text = formatter().format(citations);
      kept().set(textKey, JSON.stringify(withoutWorks(text, works)));
      return text;
    },
  };
}

/** Returns citations as JSON, with the places of their works in a list. */
const withPlaces = (citations: readonly TextCitation[], works: readonly Publication[]): string =>
  JSON.stringify(
    citations.map((citation) => ({
      ...citation,
      works: citation.works.map((cite) => ({ ...cite, work: works.indexOf(cite.work) })),
    })),
  );

function withoutWorks(
  { citations, references, numbers }: FormattedText,
  works: readonly Publication[],
): KeptText {
  const part = ({ html, work }: CitationPart) => ({ html, ...(work && { work: works.indexOf(work) }) });
  return {
    citations: citations.map((parts) => parts.map(part)),
    references: references.map(({ work, html }) => ({ work: works.indexOf(work), html })),
    ...(numbers && { numbers }),
  };
}

const revived = (
  { citations, references, numbers }: KeptText,
  works: readonly Publication[],
): FormattedText => ({
  citations: citations.map((parts) =>
    parts.map(({ html, work }) => ({ html, ...(work !== undefined && { work: works[work] }) })),
  ),
  references: references.flatMap(({ work, html }) => {
    const found = works[work];
    return found ? [{ work: found, html }] : [];
  }),
  numbers,
});
