import { withoutUndefined } from "../../utils/records.js";
import { load } from "../../utils/require.js";
import type { PersonName } from "../people/person-name.js";
import type { Publication } from "../publication.js";

/**
 * Returns a publication as CSL-JSON: from its source if that has CSL-JSON or BibTeX, else from its fields.
 *
 * @see https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
 */
export function toCsl(publication: Publication): Record<string, unknown> {
  if (publication.csl) return publication.csl;
  const { id, type, title, authors, editors, venue, year, month, day, firstPage, lastPage } = publication;
  const names = (list: readonly PersonName[]) =>
    list.length > 0
      ? list.map(({ particle, ...name }) => ({
          ...name,
          ...(particle && { "non-dropping-particle": particle }),
        }))
      : undefined;
  const values = {
    id,
    type,
    title,
    author: names(authors),
    editor: names(editors),
    "container-title": venue || undefined,
    issued:
      year === undefined
        ? undefined
        : { "date-parts": [[year, month, month === undefined ? undefined : day].filter(Number.isInteger)] },
    volume: publication.volume,
    issue: publication.issue,
    page: [firstPage, lastPage].filter(Boolean).join("-") || undefined,
    publisher: publication.publisher ?? publication.institution,
    DOI: publication.doi,
    ISBN: publication.isbn,
    URL: publication.url,
    abstract: publication.abstract,
    keyword: publication.keywords?.join(", "),
    note: publication.note,
  };
  return withoutUndefined(values);
}

/** Writes publications as one CSL-JSON file. */
export const toCslFile = (publications: readonly Publication[]): string =>
  `${JSON.stringify(publications.map(toCsl), null, 2)}\n`;

/** Returns a publication as BibTeX: its source if that is BibTeX, else written from its CSL-JSON. */
export function toBibtex(publication: Publication): string {
  return publication.bibtex ?? writeBibtex([toCsl(publication)]).trim();
}

/** Writes publications as one BibTeX file. */
export const toBibtexFile = (publications: readonly Publication[]): string =>
  publications.map((publication) => `${toBibtex(publication)}\n`).join("\n");

interface CitationJs {
  plugins: {
    config: { get(name: "@bibtex"): { format: { useIdAsLabel: boolean } } };
    output: { format(name: "bibtex", items: unknown[], options: { format: "text" }): string };
  };
}

let library: CitationJs | undefined;

/** Writes BibTeX. Loads Citation.js only if this is needed, and with `require`, as filters are synchronous. */
function writeBibtex(items: unknown[]): string {
  if (!library) {
    library = load("@citation-js/core") as CitationJs;
    load("@citation-js/plugin-bibtex");
    library.plugins.config.get("@bibtex").format.useIdAsLabel = true;
  }
  return library.plugins.output.format("bibtex", items, { format: "text" });
}
