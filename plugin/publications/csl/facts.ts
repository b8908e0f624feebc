import { withoutUndefined } from "../../utils/records.js";
import type { Report } from "../../utils/report.js";
import { link } from "../../utils/schema-values.js";
import type { PublicationFacts } from "../publication.js";
import { publicationTypes } from "../schema.js";
import { type PublicationDate, publicationDate } from "./dates.js";
import { namesFromCsl } from "./names.js";
import { cslText, htmlText, plainText } from "./rich-text.js";
import type { CslItem } from "./schema.js";
import { venueOf } from "./venue.js";

/** A work in CSL-JSON, whether from a CSL-JSON file or a .bib file, and what its source has in addition. */
export interface WorkSource {
  key: string;
  csl: CslItem;
  /** The formulas that are placeholder characters in the texts of `csl`. */
  formulas: string[];
  /** Values of the source for which CSL has no variable. */
  values: Record<string, string>;
  /** Returns the place of the first of these fields that the work has, or of the work, for messages. */
  place(...fields: string[]): string;
}

/** Returns a variable of a CSL item as plain text; undefined if it is missing or empty. */
type TextReader = (name: string) => string | undefined;

/** Converts a work in CSL-JSON to the theme's fields, and reports invalid ones. Its links are added later. */
export function factsFrom(source: WorkSource, report: Report): PublicationFacts {
  const { key, formulas, values } = source;
  const csl = withoutCommas(source.csl);
  const text = textReader(csl, formulas);
  const title = titleOf(source, text, report);
  const dates = datesOf(source, report);
  const identifiers = identifiersOf(source, text, report);
  const type = typeOf(csl, identifiers.arxiv);
  const venue = venueFrom(text, type, identifiers.arxiv, values.howpublished);
  const authors = namesFromCsl(csl.author, formulas);
  return withoutUndefined({
    id: key,
    type,
    title: title ?? key,
    titleHtml: title === undefined ? undefined : htmlText(String(csl.title), formulas),
    authors: authors.names,
    moreAuthors: authors.others || undefined,
    editors: namesFromCsl(csl.editor, formulas).names,
    venue,
    ...dates,
    ...volumeOf(text),
    ...publisherOf(text, type),
    ...identifiers,
    abstract: text("abstract"),
    keywords: keywordsOf(text),
    note: noteOf(text, [
      venue,
      dates.status,
      identifiers.arxiv && `arXiv:${identifiers.arxiv}`,
      identifiers.url,
    ]),
    selected: false,
    links: [],
    csl: cslOf({ ...csl, type }, formulas),
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
  if (title === undefined) problems.push(`missing field "title" of ${owner(source)} in ${source.place()}.`);
  return title;
}

function datesOf(source: WorkSource, { problems }: Report): Omit<PublicationDate, "invalidYear"> {
  const { place } = source;
  const { invalidYear, ...dates } = publicationDate(source.csl);
  if (invalidYear !== undefined) {
    problems.push(
      `field "year" of ${owner(source)} in ${place("year", "date", "issued")} must be a year such as 2022, but it is ${JSON.stringify(plainText(invalidYear))}.`,
    );
  } else if (dates.year === undefined && dates.status === undefined) {
    problems.push(`missing field "year" of ${owner(source)} in ${place()}.`);
  }
  return dates;
}

type Identifiers = Pick<PublicationFacts, "doi" | "url" | "isbn" | "arxiv" | "eprint" | "pmid">;

/** Returns DOI, URL and the like. The arXiv identifier may be in any of several fields. */
function identifiersOf(source: WorkSource, text: TextReader, report: Report): Identifiers {
  const { values } = source;
  const doi = text("DOI")?.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, "");
  const url = urlOf(source, text("URL"), report);
  const arxiv = arxivOf({ ...values, doi, url, journal: text("container-title") });
  return withoutUndefined({
    doi,
    url,
    isbn: text("ISBN"),
    arxiv,
    eprint: arxiv === undefined ? values.eprint : undefined,
    pmid: text("PMID"),
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
    howpublished:
      howpublished && !/^(\\url|https?:)/.test(howpublished)
        ? (text("howpublished") ?? plainText(howpublished.replace(/[{}]/g, "")))
        : undefined,
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
    .filter(Boolean);
  return keywords && keywords.length > 0 ? keywords : undefined;
}

/** Returns the note of a work, unless it is shown already: as the venue, in place of the year, or as a link. */
function noteOf(text: TextReader, shown: readonly (string | undefined)[]): string | undefined {
  const note = text("note");
  const plain = (value: string): string =>
    value
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  return note && shown.some((other) => other !== undefined && plain(other) === plain(note))
    ? undefined
    : note;
}

/** Removes commas at the end of venues, which al-folio's own file has for its list. */
function withoutCommas(csl: CslItem): CslItem {
  const names = ["container-title", "publisher"].flatMap((name) =>
    typeof csl[name] === "string" ? [[name, csl[name].replace(/[\s,;]+$/, "")]] : [],
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

/** Validates the URL of a work; undefined, with a problem reported, if it is invalid. */
function urlOf(source: WorkSource, value: string | undefined, { problems }: Report): string | undefined {
  if (value === undefined) return undefined;
  const url = value.replace(/^\\url\{?|\}$/g, "").replace(/^www\./i, "https://www.");
  if (/^(https?|mailto):/i.test(url) ? link.safeParse(url).success : /^\/[^/\\]/.test(url)) return url;
  const place = source.place("url", "howpublished", "URL");
  problems.push(
    `field "url" of ${owner(source)} in ${place} must be a URL such as "https://example.org/", but it is ${JSON.stringify(value)}.`,
  );
  return undefined;
}

const arxivId = /(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?/i;

/** Returns the arXiv identifier, from any of the fields in which entries have it. @see https://info.arxiv.org/help/hypertex/bibstyles/ */
function arxivOf(values: Record<string, string | undefined>): string | undefined {
  const { arxiv, eprint, doi, url, journal } = values;
  const archive = values.eprinttype ?? values.archiveprefix;
  const whole = new RegExp(`^(?:arxiv:\\s*)?(${arxivId.source})$`, "i");
  const at = (text: string | undefined, before: string): string | undefined =>
    new RegExp(`${before}(${arxivId.source})`, "i").exec(text ?? "")?.[1];
  return (
    at(arxiv, "^(?:https?://arxiv\\.org/\\w+/|arxiv:)?\\s*") ??
    (archive === undefined || /^arxiv$/i.test(archive) ? whole.exec(eprint ?? "")?.[1] : undefined) ??
    at(doi, "^10\\.48550/arxiv\\.") ??
    at(url, "^https?://(?:www\\.)?arxiv\\.org/(?:abs|pdf)/") ??
    at(journal, "arxiv:\\s*")
  );
}

/** Returns first and last page of the first range: `12` of `12, 15–18`. */
function pagesOf(pages: string | undefined): [string | undefined, string | undefined] {
  const [first, last] =
    pages
      ?.split(/[,;+]/)[0]
      ?.trim()
      .split(/\s*[-–—]+\s*/) ?? [];
  return [first || undefined, last || undefined];
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
      if (value === undefined || value === "") return [];
      const isNames = Array.isArray(value) && value.some((part) => typeof part === "object");
      const joined = Array.isArray(value) && !isNames ? value.join(" and ") : value;
      return [
        [
          key,
          isNames
            ? (clean(value) as { family?: string }[])
                .filter(({ family }) => family !== "others")
                .map(literalName)
            : clean(joined),
        ],
      ];
    }),
  );
}

/** Turns a name without parts into a `literal` name, as CSL requires. */
function literalName<Name extends { family?: string }>(name: Name): Name | { literal: string } {
  const isPlain = name.family !== undefined && Object.keys(name).length === 1;
  return isPlain ? { literal: name.family ?? "" } : name;
}
