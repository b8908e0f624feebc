import { isRecord, withoutUndefined } from "../../utils/records.js";
import type { Report } from "../../utils/report.js";
import { withoutTrailing } from "../../utils/search.js";
import { type Finding, type Identifiers, readIdentifiers, standardNumbers } from "../identifiers/index.js";
import { isLocalPath } from "../local-path.js";
import { isMark } from "../marks.js";
import { unnoted } from "../people/shown-authors.js";
import type { PublicationFacts } from "../publication.js";
import { publicationTypes } from "../schema.js";
import { type PublicationDate, publicationDate } from "./dates.js";
import { withinLimits } from "./math-text.js";
import { isInstitution, namesFromCsl } from "./names.js";
import { cslText, cslTitle, htmlText, plainText } from "./rich-text.js";
import type { CslItem, CslName } from "./schema.js";
import { venueOf } from "./venue.js";

/** A work in CSL-JSON, whether from a CSL-JSON file or a .bib file, and what its source has in addition. */
export interface WorkSource {
  key: string;
  csl: CslItem;
  /** The formulas that are placeholder characters in the texts of `csl`. */
  formulas: string[];
  /** The values of the source by their names in BibTeX, in LaTeX or as text: those that may hold identifiers. */
  values: Record<string, string>;
  /** How it was published, without LaTeX and URLs: for works without any other venue. */
  howpublished?: string | undefined;
  /** Whether no date is no problem. @default false */
  mayLackDate?: boolean;
  /** Returns the place of the first of these fields that the work has, or of the work, for messages. */
  place(...fields: string[]): string;
}

/** Returns a variable of a CSL item as plain text; undefined if it is missing or empty. */
type TextReader = (name: string) => string | undefined;

/** Converts a work in CSL-JSON to the theme's fields, and reports invalid ones. Its links are added later. */
export function factsFrom(work: WorkSource, report: Report): PublicationFacts {
  const source = { ...work, formulas: formulasOf(work, report) };
  const { key, formulas, howpublished } = source;
  const csl = withoutCommas(source.csl);
  const text = textReader(csl, formulas);
  const title = titleOf(source, text, report);
  const dates = datesOf(source, report);
  const identifiers = identifiersOf(source, text, report);
  const type = typeOf(csl, identifiers.arxiv);
  const venue = venueFrom(text, type, identifiers.arxiv, howpublished);
  const authors = namesFromCsl(csl.author, formulas);
  return withoutUndefined({
    id: key,
    type,
    title: title ?? key,
    titleHtml: title === undefined ? undefined : htmlText(String(csl.title), formulas),
    citedTitle: citedTitleOf(source),
    authors: authors.names,
    moreAuthors: authors.others || undefined,
    editors: namesFromCsl(csl.editor, formulas).names,
    venue,
    ...dates,
    ...volumeOf(text),
    ...publisherOf(text, type),
    ...identifiers,
    abstract: text("abstract"),
    abstractHtml: text("abstract") && htmlText(String(csl.abstract), formulas),
    keywords: keywordsOf(text),
    note: noteOf(text, [
      venue,
      dates.status,
      identifiers.arxiv && `arXiv:${identifiers.arxiv}`,
      identifiers.pmid && `PMID: ${identifiers.pmid}`,
      identifiers.url,
    ]),
    selected: false,
    links: [],
    csl: cslOf(withIdentifiers(withDate({ ...csl, type }, dates), identifiers), formulas),
  });
}

/** The MathML from each file, by the report on the files of a build. */
const outputs = new WeakMap<Report, Map<string, { output: number }>>();

/** Returns the formulas of a work, with those that exceed a limit as their source, of which the author is warned. */
function formulasOf(source: WorkSource, report: Report): string[] {
  const place = source.place();
  const file = place.replace(/:\d+$/, "");
  const byFile = outputs.get(report) ?? new Map<string, { output: number }>();
  outputs.set(report, byFile);
  const used = byFile.get(file) ?? { output: 0 };
  byFile.set(file, used);
  return withinLimits(source.formulas, used, (tex, reason) => {
    const start = tex.length > 80 ? `${tex.slice(0, 80)}…` : tex;
    report.hints.push(
      `the formula $${start}$ of ${owner(source)} in ${place} cannot be rendered: ${reason}. Its source is shown instead.`,
    );
  });
}

function textReader(csl: CslItem, formulas: string[]): TextReader {
  return (name) => {
    const value = csl[name];
    const joined = Array.isArray(value) ? value.join(" and ") : value;
    return joined === undefined || joined === ""
      ? undefined
      : plainText(String(joined), formulas) || undefined;
  };
}

const owner = ({ key }: WorkSource): string => `publication "${key}"`;

function titleOf(source: WorkSource, text: TextReader, { problems }: Report): string | undefined {
  const title = text("title");
  if (title === undefined) {
    problems.push(
      `missing field "title" of ${owner(source)} in ${source.place()}; its key is shown instead.`,
    );
  }
  return title;
}

/** Returns a title with formulas in it for citation styles. */
function citedTitleOf({ csl, formulas }: WorkSource): string | undefined {
  const cited = csl.title && formulas.length > 0 ? cslTitle(csl.title, formulas) : undefined;
  return cited === undefined || cited === cslText(csl.title ?? "", formulas) ? undefined : cited;
}

function datesOf(source: WorkSource, { problems }: Report): Omit<PublicationDate, "invalidYear"> {
  const { place } = source;
  const { invalidYear, ...dates } = publicationDate(source.csl);
  if (invalidYear !== undefined) {
    const text = plainText(invalidYear);
    problems.push(
      `field "year" of ${owner(source)} in ${place("year", "date", "issued")} must be a year such as 2022, but it is ${JSON.stringify(text)}; it is shown as written.`,
    );
    return { ...dates, status: dates.status ?? text };
  }
  if (dates.year === undefined && dates.status === undefined && !source.mayLackDate) {
    problems.push(`missing field "year" of ${owner(source)} in ${place()}; it is listed without a year.`);
  }
  return dates;
}

/** Returns the values of a work without a URL that names a file of somebody's computer. */
function withoutLocalPaths(
  { values, place, ...source }: WorkSource,
  { problems }: Report,
): WorkSource["values"] {
  const { url, ...others } = values;
  if (url === undefined || !isLocalPath(url)) return values;
  problems.push(
    `field "url" of ${owner({ values, place, ...source })} in ${place("url", "URL")} names a file of your computer; it is left out.`,
  );
  return others;
}

type IdentifierFacts = Identifiers & Pick<PublicationFacts, "isbn" | "eprint" | "foundLinks">;

/** Returns the identifiers and links of a work, from whichever fields they are in. */
function identifiersOf(source: WorkSource, text: TextReader, report: Report): IdentifierFacts {
  const { place } = source;
  const values = withoutLocalPaths(source, report);
  const { ids, links, problems, hints } = readIdentifiers({
    journal: text("container-title"),
    ...values,
    doi: values.doi ?? text("DOI"),
    pmid: values.pmid ?? text("PMID"),
  });
  const isbn = text("ISBN");
  const sentence = ({ field, message }: Finding): string =>
    `field "${field}" of ${owner(source)} in ${place(field, field.toUpperCase())} ${message}`;
  report.problems.push(...problems.map(sentence));
  report.hints.push(...hints.map(sentence));
  return withoutUndefined({
    ...ids,
    isbn: isbn && standardNumbers("ISBN", isbn),
    eprint: ids.arxiv === undefined ? values.eprint : undefined,
    foundLinks: links.length > 0 ? links : undefined,
  });
}

function venueFrom(
  text: TextReader,
  type: PublicationFacts["type"],
  arxiv: string | undefined,
  howpublished: string | undefined,
): string {
  return venueOf({
    type,
    container: text("container-title"),
    event: text("event-title"),
    publisher: text("publisher"),
    genre: text("genre"),
    number: text("number"),
    howpublished,
    note: type === "manuscript" ? text("note") : undefined,
    arxiv,
    series: text("collection-title"),
  });
}

function volumeOf(text: TextReader): Partial<PublicationFacts> {
  const [firstPage, lastPage] = pagesOf(text("page"));
  return withoutUndefined({ volume: text("volume"), issue: text("issue"), firstPage, lastPage });
}

/** Returns CSL's publisher, which of a thesis or report is the institution. */
function publisherOf(text: TextReader, type: PublicationFacts["type"]): Partial<PublicationFacts> {
  const publisher = text("publisher");
  if (publisher === undefined) return {};
  return type === "thesis" || type === "report" ? { institution: publisher } : { publisher };
}

function keywordsOf(text: TextReader): string[] | undefined {
  const keywords = text("keyword")
    ?.split(/\s*[,;]\s*/)
    .filter((keyword) => keyword !== "" && !isMark(keyword));
  return keywords && keywords.length > 0 ? keywords : undefined;
}

/** Returns the note of a work, unless it is shown already: as the venue, in place of the year, or as a link. */
function noteOf(text: TextReader, shown: readonly (string | undefined)[]): string | undefined {
  const note = text("note");
  const plain = (value: string): string =>
    value
      .toLowerCase()
      // arXiv's number with its class: `arXiv:2001.01234 [cs]`.
      .replace(/(arxiv:\S+)\s*\[[\w.-]+\]\s*$/, "$1")
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  return note && shown.some((other) => other !== undefined && plain(other) === plain(note))
    ? undefined
    : note;
}

/** Removes commas at the end of venues, which al-folio's own file has for its list. */
function withoutCommas(csl: CslItem): CslItem {
  const names = ["container-title", "publisher"].flatMap((name) =>
    typeof csl[name] === "string" ? [[name, withoutTrailing(csl[name], /[\s,;]/)]] : [],
  );
  return { ...csl, ...Object.fromEntries(names) };
}

function typeOf(
  { type = "document", "container-title": container }: CslItem,
  arxiv: string | undefined,
): PublicationFacts["type"] {
  const cslType = publicationTypes.find((each) => each === type) ?? "document";
  // CSL's type `article` is a preprint.
  const isPreprint =
    arxiv !== undefined &&
    !container &&
    ["article-journal", "document", "webpage", "manuscript"].includes(cslType);
  return isPreprint ? "article" : cslType;
}

/** Returns first and last page of the first range: `12` of `12, 15–18`. */
function pagesOf(pages: string | undefined): [string | undefined, string | undefined] {
  const range = pages?.split(/[,;+]/)[0]?.trim() ?? "";
  // `A-1–A-5`: hyphens are parts of numbers if there is a dash.
  const [first, last] = range.split(/[–—]/.test(range) ? /\s*[–—]+\s*/ : /\s*-+\s*/);
  return [first || undefined, last ? wholeLastPage(first ?? "", last) : undefined];
}

/** Returns the last page in full: `128` of `123-8`, as PubMed and Chicago write ranges. */
function wholeLastPage(first: string, last: string): string {
  if (!/^\d+$/.test(first) || !/^\d+$/.test(last) || last.length >= first.length) return last;
  const whole = first.slice(0, first.length - last.length) + last;
  return Number(whole) > Number(first) ? whole : last;
}

/** Returns a CSL item with its date in parts, if that is only text that the theme understands. */
function withDate(csl: CslItem, { year, month, day }: PublicationDate): CslItem {
  const { issued } = csl;
  if (year === undefined || !issued || issued["date-parts"]?.[0]?.[0] !== undefined) return csl;
  const parts = [year, month, month === undefined ? undefined : day].filter((part) => part !== undefined);
  return { ...csl, issued: { "date-parts": [parts] } };
}

/** Returns a CSL item with the identifiers as links have them, and without what is none. */
function withIdentifiers(csl: CslItem, { doi, url, pmid, pmcid, isbn }: IdentifierFacts): CslItem {
  // A file of the site has no full URL yet.
  const isWeb = url !== undefined && /^https?:/i.test(url);
  const issn = typeof csl.ISSN === "string" ? standardNumbers("ISSN", csl.ISSN) : csl.ISSN;
  const numbers = {
    ...(csl.ISBN !== undefined && { ISBN: isbn }),
    ...(issn !== undefined && { ISSN: issn }),
  };
  return { ...csl, ...numbers, DOI: doi, URL: isWeb ? url : undefined, PMID: pmid, PMCID: pmcid };
}

/** Returns the item as CSL-JSON for readers: without placeholder characters, and with lists of publishers as text. */
function cslOf(item: CslItem, formulas: string[]): Record<string, unknown> {
  const clean = (value: unknown): unknown => {
    if (typeof value === "string") return cslText(value, formulas);
    if (Array.isArray(value)) return value.map(clean);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner)]));
  };
  return Object.fromEntries(
    Object.entries(item).flatMap(([key, value]) => {
      if (value === undefined || value === "" || (Array.isArray(value) && value.length === 0)) return [];
      const isNames = Array.isArray(value) && value.some(isRecord);
      const joined = Array.isArray(value) && !isNames ? value.join(" and ") : value;
      return [
        [
          key,
          isNames
            ? (clean(value.filter(isRecord)) as CslName[])
                .filter(({ family }) => family !== "others")
                .map(exportedName)
            : clean(joined),
        ],
      ];
    }),
  );
}

/** Returns a name without its marks, for which CSL has no variable; as `literal` if it is that of an institution. */
function exportedName({ marks: _, ...name }: CslName): CslName {
  const person = unnoted(name);
  return isInstitution(person) ? { literal: person.family } : person;
}
