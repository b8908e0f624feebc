import type { CslItem, CslName } from "../csl/schema.js";
import { field, latex, latexTitle, verbatimValue } from "./latex.js";

/** What an entry has that CSL has no variable for. */
export interface BibtexExtras {
  key: string;
  /** Whether its list of authors goes on. */
  moreAuthors?: boolean | undefined;
  arxiv?: string | undefined;
}

/** The entry types of CSL types, those of BibLaTeX where BibTeX has none: BibTeX takes such entries as `@misc`. */
const entryTypes: Record<string, string> = {
  article: "article",
  "article-journal": "article",
  "article-magazine": "article",
  "article-newspaper": "article",
  "review-book": "article",
  book: "book",
  chapter: "incollection",
  "paper-conference": "inproceedings",
  thesis: "thesis",
  report: "techreport",
  manuscript: "unpublished",
  dataset: "dataset",
  software: "software",
  webpage: "online",
  "post-weblog": "blogpost",
  patent: "patent",
  standard: "standard",
  speech: "talk",
  periodical: "periodical",
  review: "review",
  motion_picture: "movie",
  musical_score: "music",
  performance: "performance",
  graphic: "artwork",
  figure: "image",
  song: "audio",
  map: "map",
  bill: "bill",
  broadcast: "podcast",
  entry: "inreference",
  interview: "interview",
  legal_case: "jurisdiction",
  legislation: "legislation",
  treaty: "legal",
  personal_communication: "letter",
};

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** Writes a work in CSL-JSON as a BibTeX entry, which the reader of .bib files reads as the same work. */
export function bibtexEntry(item: CslItem, { key, moreAuthors, arxiv }: BibtexExtras): string {
  const { type = "document" } = item;
  const text = (variable: string): string | undefined => {
    const value = item[variable];
    return typeof value === "string" || typeof value === "number" ? latex(String(value)) : undefined;
  };
  const [entryType, genre] = typeOf(type, text("genre"), arxiv);
  const isArticle = ["article", "review", "periodical"].includes(entryType);
  const isPart = ["incollection", "inproceedings", "book", "inreference"].includes(entryType);
  // Styles show what `@misc` and its like have as `howpublished`, but a work has one of it and a publisher.
  const other = item.publisher ? "booktitle" : "howpublished";
  const container = isArticle ? "journal" : isPart ? "booktitle" : other;
  const publishers: Record<string, string> = { thesis: "school", report: "institution" };
  const issued = dateOf(item);
  const fields: [name: string, value: string | undefined][] = [
    ["annote", text("annote")],
    ["address", text("publisher-place")],
    ["author", names(item.author, moreAuthors)],
    ["chapter", text("chapter-number")],
    ["series", text("collection-title")],
    [container, text("container-title")],
    ["eventtitle", text("event-title")],
    ["doi", verbatimValue(item.DOI)],
    ["edition", text("edition")],
    ["editor", names(item.editor)],
    ["translator", names(item.translator as CslName[] | undefined)],
    ["isbn", verbatimValue(item.ISBN)],
    ["issn", verbatimValue(item.ISSN)],
    ["number", text("issue") ?? text("collection-number") ?? (isArticle ? undefined : text("number"))],
    ["eid", isArticle ? text("number") : undefined],
    ...issued,
    ["note", text("note")],
    ["pages", text("page")?.replace(/[-–]+/g, "--")],
    ["pagetotal", text("number-of-pages")],
    [publishers[type] ?? "publisher", text("publisher")],
    ["shorttitle", text("title-short")],
    ["title", latexTitle(String(item.title ?? ""))],
    ["type", genre],
    ["url", verbatimValue(item.URL)],
    ["version", text("version")],
    ["volume", text("volume")],
    ["volumes", text("number-of-volumes")],
    ["eprint", arxiv],
    ["archiveprefix", arxiv && "arXiv"],
    ["pmid", text("PMID")],
    ["language", text("language")],
    ["keywords", text("keyword")],
    ["abstract", text("abstract")],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`\t${field(name, value)},\n`] : []));
  return `@${entryType}{${key.replace(/[\s,{}="#%~\\()']+/g, "-")},\n${lines.join("")}}`;
}

/** Returns the type of an entry, and its genre if that does not follow from the type. */
function typeOf(
  type: string,
  genre: string | undefined,
  arxiv: string | undefined,
): [string, string | undefined] {
  if (type === "thesis") {
    const name = genre?.toLowerCase().replaceAll(/[’']/g, "");
    if (name === "phd thesis" || name === "phdthesis") return ["phdthesis", undefined];
    if (name === "masters thesis" || name === "mathesis") return ["mastersthesis", undefined];
  }
  if (type === "report" && /^(?:techreport|technical report)$/i.test(genre ?? "techreport"))
    return ["techreport", undefined];
  const known = type === "article" && arxiv ? "misc" : entryTypes[type];
  return [known ?? "misc", genre];
}

/** Returns the fields of the date: year, month and day, or its state in place of a year. */
function dateOf({ issued, status }: CslItem): [name: string, value: string | undefined][] {
  const [[year, month, day] = []] = issued?.["date-parts"] ?? [];
  const name = months[Number(month) - 1];
  const written = issued?.raw ?? issued?.literal;
  const state = typeof status === "string" ? latex(status) : undefined;
  if (year === undefined) return [["year", written === undefined ? state : latex(written)]];
  return [
    ["year", String(year)],
    ["month", name],
    ["day", name && day !== undefined ? String(day) : undefined],
    ["pubstate", state],
  ];
}

function names(list: readonly CslName[] | undefined, hasOthers = false): string | undefined {
  const all = [...(list ?? []).map(name), ...(hasOthers ? ["others"] : [])];
  return all.length > 0 ? all.join(" and ") : undefined;
}

function name({ literal, family, given, suffix, ...rest }: CslName): string {
  const particle = [rest["dropping-particle"], rest["non-dropping-particle"]].filter(Boolean).join(" ");
  const whole = literal ?? (given || particle || suffix ? undefined : family);
  if (whole !== undefined) return `{${latex(whole)}}`;
  const last = [particle && latex(particle), family && namePart(family, !particle)].filter(Boolean).join(" ");
  return [last, suffix && latex(suffix), given ? namePart(given, false) : suffix ? "" : undefined]
    .filter((part) => part !== undefined)
    .join(", ");
}

/** Returns a part of a name; in braces if it would be read as more than this part. */
function namePart(text: string, isFirst: boolean): string {
  const isSplit = /,|\sand\s/i.test(text) || (isFirst && /^\p{Ll}/u.test(text));
  return isSplit ? `{${latex(text)}}` : latex(text);
}
