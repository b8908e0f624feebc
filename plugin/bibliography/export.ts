import type { PersonName, Publication } from "../schemas/publication.js";

/**
 * A publication as CSL-JSON: as its source has it, else from what is known of it.
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
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** Publications as one file of CSL-JSON. */
export const toCslFile = (publications: readonly Publication[]): string =>
  `${JSON.stringify(publications.map(toCsl), null, 2)}\n`;

/** Publications as one file of BibTeX: those whose source is BibTeX. */
export const toBibtexFile = (publications: readonly Publication[]): string =>
  publications.flatMap(({ bibtex }) => (bibtex ? [`${bibtex.trim()}\n`] : [])).join("\n");
