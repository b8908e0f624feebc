import { withoutUndefined } from "../../utils/records.js";
import type { PersonName } from "../people/person-name.js";
import { unmarked } from "../people/shown-authors.js";
import type { Publication } from "../publication.js";
import { bibtexEntry } from "./bibtex.js";
import { risEntry } from "./ris.js";

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
      ? list.map(unmarked).map(({ particle, orcid: _, ...name }) => ({
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

/** Returns a publication in RIS. */
export const toRis = (publication: Publication): string =>
  risEntry({ ...preprintUrl(publication), ...toCsl(publication) }, publication.keywords);

/** Writes publications as one RIS file. */
export const toRisFile = (publications: readonly Publication[]): string => publications.map(toRis).join("");

/** Returns the URL of a work at arXiv, for whose identifier neither CSL nor RIS has a field. */
const preprintUrl = ({ arxiv, doi }: Publication): { URL?: string } =>
  arxiv && !doi ? { URL: `https://arxiv.org/abs/${arxiv}` } : {};

/** Returns a publication as BibTeX: its source if that is BibTeX, else written from its CSL-JSON. */
export function toBibtex(publication: Publication): string {
  const { bibtex, id = "", moreAuthors, arxiv } = publication;
  return bibtex ?? bibtexEntry(toCsl(publication), { key: id, moreAuthors, arxiv });
}

/** Writes publications as one BibTeX file. */
export const toBibtexFile = (publications: readonly Publication[]): string =>
  publications.map((publication) => `${toBibtex(publication)}\n`).join("\n");
