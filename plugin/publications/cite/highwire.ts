import { indexedName } from "../people/shown-authors.js";
import type { Publication } from "../publication.js";

/** A `<meta>` element of a publication's page. */
export interface MetaTag {
  name: string;
  content: string;
}

/** What the `<meta>` elements need in addition to the publication. */
export interface HighwireContext {
  /** Returns the full URL of a file of the site; undefined for other hosts, from which Scholar accepts no PDF. */
  ownFile(url: string): string | undefined;
  /** Returns the names of an author's institutions, by the author's index. @default none */
  affiliations?(author: number): readonly string[];
}

/** Returns the date as `2010/5/12`, `2010/5` or `2010`. */
const dateOf = ({ year, month, day }: Publication): string | undefined =>
  year === undefined
    ? undefined
    : [year, month, month === undefined ? undefined : day].filter(Boolean).join("/");

/** The name of the `<meta>` element of the venue, by the CSL type of the work. */
const containers: Record<string, string> = {
  "article-journal": "citation_journal_title",
  "article-magazine": "citation_journal_title",
  "article-newspaper": "citation_journal_title",
  "paper-conference": "citation_conference_title",
  chapter: "citation_inbook_title",
};

/**
 * Returns the `<meta>` elements from which Google Scholar, Zotero and other readers index a publication.
 *
 * @see https://scholar.google.com/intl/en/scholar/inclusion.html#indexing
 */
export function highwireTags(
  publication: Publication,
  { ownFile, affiliations = () => [] }: HighwireContext,
): MetaTag[] {
  const { type, venue, institution } = publication;
  const container = containers[type];
  const tags: [name: string, content: string | undefined][] = [
    ["citation_title", publication.title],
    ...publication.authors.flatMap((author, index): [string, string][] => [
      ["citation_author", indexedName(author)],
      ...affiliations(index).map((name): [string, string] => ["citation_author_institution", name]),
    ]),
    ["citation_publication_date", dateOf(publication)],
    ...(container ? ([[container, venue]] as [string, string][]) : []),
    ["citation_volume", publication.volume],
    ["citation_issue", publication.issue],
    ["citation_firstpage", publication.firstPage],
    ["citation_lastpage", publication.lastPage],
    ["citation_doi", publication.doi],
    ["citation_arxiv_id", publication.arxiv],
    ["citation_pmid", publication.pmid],
    ["citation_isbn", publication.isbn],
    ["citation_publisher", publication.publisher],
    ["citation_dissertation_institution", type === "thesis" ? (institution ?? venue) : undefined],
    ["citation_technical_report_institution", type === "report" ? (institution ?? venue) : undefined],
    ["citation_pdf_url", pdfOf(publication, ownFile)],
    ...(publication.keywords ?? []).map((keyword): [string, string] => ["citation_keywords", keyword]),
  ];
  return tags.flatMap(([name, content]) => (content ? [{ name, content }] : []));
}

/** Returns the full URL of the PDF: of the link labelled so, else of another PDF that is not slides or the like. */
function pdfOf({ links }: Publication, ownFile: HighwireContext["ownFile"]): string | undefined {
  const isFile = (url: string): boolean => /\.pdf$/i.test(url) && !/^((?!https?:)[a-z]+:|\/\/)/i.test(url);
  const own = links.filter(({ url }) => isFile(url) && ownFile(url));
  const pdf =
    own.find(({ label }) => /^pdf$/i.test(label)) ??
    own.find(({ label }) => !/slides|poster|supp|appendix/i.test(label));
  return pdf && ownFile(pdf.url);
}
