import { withoutUndefined } from "../../utils/records.js";
import type { Report } from "../../utils/report.js";
import { link } from "../../utils/schema-values.js";
import type { PublicationFacts } from "../publication.js";
import { publicationTypes } from "../schema.js";
import { publicationDate } from "./dates.js";
import { namesFromCsl } from "./names.js";
import { cslText, htmlText, plainText } from "./rich-text.js";
import type { CslItem } from "./schema.js";
import { venueOf } from "./venue.js";

/** A work that is read, and where it stands. */
export interface Source {
  key: string;
  csl: CslItem;
  /** Formulas that stand in the texts of `csl` as signs. */
  formulas: string[];
  /** Raw values that CSL has no place for. */
  values: Record<string, string>;
  /** Place of a field, or of the entry, for messages. */
  place(...fields: string[]): string;
}

/** What a work in CSL-JSON says, in the theme's form. Links come later. */
export function factsFrom(source: Source, report: Report): PublicationFacts {
  const { key, formulas, values, place } = source;
  const csl = withoutCommas(source.csl);
  const text = (name: string): string | undefined => {
    const value = csl[name];
    const joined = Array.isArray(value) ? value.join(" and ") : value;
    return joined === undefined || joined === ""
      ? undefined
      : plainText(String(joined), formulas) || undefined;
  };
  const owner = `publication "${key}"`;
  const title = text("title");
  if (title === undefined) report.problems.push(`missing field "title" of ${owner} in ${place()}.`);
  const { wrong, ...dates } = publicationDate(csl);
  if (wrong !== undefined) {
    report.problems.push(
      `field "year" of ${owner} in ${place("year", "date", "issued")} must be a year such as 2022, but it is ${JSON.stringify(plainText(wrong))}.`,
    );
  } else if (dates.year === undefined && dates.status === undefined) {
    report.problems.push(`missing field "year" of ${owner} in ${place()}.`);
  }
  const authors = namesFromCsl(csl.author, formulas);
  const doi = text("DOI")?.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, "");
  const url = address(text("URL"), owner, place("url", "howpublished", "URL"), report);
  const arxiv = arxivOf({ ...values, doi, url, journal: text("container-title") });
  const type = typeOf(csl, arxiv);
  const [firstPage, lastPage] = pagesOf(text("page"));
  const maker = text("publisher") ?? values.howpublished;
  const isInstitutions = type === "thesis" || type === "report";
  const keywords = text("keyword")
    ?.split(/\s*[,;]\s*/)
    .filter(Boolean);
  return withoutUndefined({
    id: key,
    type,
    title: title ?? key,
    titleHtml: title === undefined ? undefined : htmlText(String(csl.title), formulas),
    authors: authors.names,
    moreAuthors: authors.others || undefined,
    editors: namesFromCsl(csl.editor, formulas).names,
    venue: venueOf({
      type,
      container: text("container-title"),
      event: text("event-title"),
      publisher: text("publisher"),
      genre: text("genre"),
      number: text("number"),
      howpublished:
        values.howpublished && !/^(\\url|https?:)/.test(values.howpublished)
          ? (text("howpublished") ?? plainText(values.howpublished.replace(/[{}]/g, "")))
          : undefined,
      note: type === "manuscript" ? text("note") : undefined,
      arxiv,
      series: text("collection-title"),
    }),
    ...dates,
    volume: text("volume"),
    issue: text("issue"),
    firstPage,
    lastPage,
    publisher: isInstitutions ? undefined : maker && text("publisher"),
    institution: isInstitutions ? text("publisher") : undefined,
    doi,
    url,
    isbn: text("ISBN"),
    arxiv,
    eprint: arxiv === undefined ? values.eprint : undefined,
    pmid: text("PMID"),
    abstract: text("abstract"),
    keywords: keywords && keywords.length > 0 ? keywords : undefined,
    selected: false,
    links: [],
    csl: cslOf({ ...csl, type }, formulas),
  });
}

/** In al-folio's own file the names of venues end in commas, which its list needs. */
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
  const known = publicationTypes.find((each) => each === type) ?? "document";
  // What CSL calls an article is one that no journal has (yet).
  const isPreprint =
    arxiv !== undefined &&
    !container &&
    ["article-journal", "document", "webpage", "manuscript"].includes(known);
  return isPreprint ? "article" : known;
}

function address(
  value: string | undefined,
  owner: string,
  place: string,
  report: Report,
): string | undefined {
  if (value === undefined) return undefined;
  const url = value.replace(/^\\url\{?|\}$/g, "").replace(/^www\./i, "https://www.");
  if (/^(https?|mailto):/i.test(url) ? link.safeParse(url).success : /^\/[^/\\]/.test(url)) return url;
  report.problems.push(
    `field "url" of ${owner} in ${place} must be an address such as "https://example.org/", but it is ${JSON.stringify(value)}.`,
  );
  return undefined;
}

const arxivId = /(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?/i;

/** A number at arXiv, from wherever entries have it. @see https://info.arxiv.org/help/hypertex/bibstyles/ */
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

/** First and last page of the first range: `12` of `12, 15–18`. */
function pagesOf(pages: string | undefined): [string | undefined, string | undefined] {
  const [first, last] =
    pages
      ?.split(/[,;+]/)[0]
      ?.trim()
      .split(/\s*[-–—]+\s*/) ?? [];
  return [first || undefined, last || undefined];
}

/** The item for whoever reads CSL-JSON: texts without the theme's signs, lists of names for publishers as texts. */
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

/** CSL calls a name that has no parts literal. */
function literalName<Name extends { family?: string }>(name: Name): Name | { literal: string } {
  const isPlain = name.family !== undefined && Object.keys(name).length === 1;
  return isPlain ? { literal: name.family ?? "" } : name;
}
