import { databaseEntries } from "./databases.ts";
import { engineEntries } from "./engines.ts";
import type { Entry } from "./entry.ts";
import { dblpProceedings, indexEntries } from "./indexes.ts";
import { jabrefEntries, jabrefFrame } from "./jabref.ts";
import { mendeleyEntries } from "./mendeley.ts";
import { oddEntries, syntaxEntries } from "./oddities.ts";
import { publisherEntries } from "./publishers.ts";
import { handStrings, themeEntries } from "./themes.ts";
import { zoteroEntries } from "./zotero.ts";

export type { Entry } from "./entry.ts";
export { meantSyntax } from "./oddities.ts";

/** A .bib file of the corpus. */
export interface CorpusFile {
  name: string;
  source: string;
  entries: readonly Entry[];
}

const file = (
  name: string,
  entries: readonly Entry[],
  frame: { before?: string; after?: string } = {},
): CorpusFile => ({
  name,
  entries,
  source: [frame.before ?? "", ...entries.map((entry) => entry.source), frame.after ?? ""].join("\n"),
});

const themes = themeEntries(500);

/**
 * A made-up bibliography in the manner of each exporter. No person, work or DOI is real. `privateuser` is in what must not
 * leave the machine of its author.
 */
export const corpus: readonly CorpusFile[] = [
  file("zotero.bib", zoteroEntries(0)),
  file("mendeley.bib", mendeleyEntries(40)),
  file("jabref.bib", jabrefEntries(80), jabrefFrame),
  file("publishers.bib", publisherEntries(100)),
  file("databases.bib", databaseEntries(170)),
  file("indexes.bib", indexEntries(250), { after: dblpProceedings }),
  file("engines.bib", engineEntries(330)),
  file("al-folio.bib", themes.alFolio, { before: "---\n---\n" }),
  file("biblatex.bib", themes.biblatex),
  file("by-hand.bib", themes.byHand, { before: handStrings }),
  file("oddities.bib", oddEntries()),
  file("syntax.bib", syntaxEntries()),
];
