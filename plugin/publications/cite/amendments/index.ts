import type { CitationStyle, CslNode } from "../csl-styles.js";
import { apa } from "./apa.js";
import { chicago } from "./chicago.js";
import { ieee } from "./ieee.js";

// Where a style of CSL differs from the manual it is written after, or writes stray commas, the style is amended here. What
// a work lacks, or has in another variable than a style reads, is prepared in `style-item.ts`.

const amendments: Record<CitationStyle, readonly ((style: CslNode) => CslNode)[]> = {
  APA: apa,
  Chicago: chicago,
  IEEE: ieee,
};

/** Returns a style of CSL as its manual has it. What an amendment does not find, as after an update, stays as it is. */
export const amended = (style: CslNode, name: CitationStyle): CslNode =>
  amendments[name].reduce((current, amend) => amend(current), style);
