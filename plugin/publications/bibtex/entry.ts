import type { CslItem } from "../csl/schema.js";
import type { RawEntry } from "./split.js";

/** A parsed entry of a .bib file. Before that it is a {@link RawEntry}; works.ts makes a publication of it. */
export interface BibtexEntry {
  key: string;
  /** Its type in lower case. */
  type: string;
  file: string;
  line: number;
  /** Returns the line of a field; the entry's, if it has no such field. */
  lineOf(field: string): number;
  /** Its own fields and those of its `xdata`, with `@string` values resolved, in LaTeX. */
  values: Record<string, string>;
  csl: CslItem;
  /** The formulas that are placeholder characters in the texts of `csl`. */
  formulas: string[];
  /** Whether it is a volume from which other entries inherit by `crossref`. */
  isVolume: boolean;
  /** Its source, and below that of the entries it inherits from. */
  raw: RawEntry;
  parents: RawEntry[];
}
