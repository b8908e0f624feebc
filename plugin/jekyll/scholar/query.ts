import type { Publication } from "../../publications/index.js";

/** Returns whether a publication is one that a query asks for. */
export type Query = (publication: Publication) => boolean;

/** The types of BibTeX for the types of CSL, the likeliest first. */
const bibtexTypes: Readonly<Record<string, readonly string[]>> = {
  "article-journal": ["article"],
  article: ["article", "misc", "online"],
  "paper-conference": ["inproceedings", "conference"],
  chapter: ["incollection", "inbook"],
  book: ["book", "booklet", "proceedings", "collection"],
  thesis: ["phdthesis", "mastersthesis", "thesis"],
  report: ["techreport", "report"],
  manuscript: ["unpublished"],
  document: ["misc"],
};

/** Returns the type of an entry as its file has it; if that is unknown, the type of BibTeX for its type of CSL. */
export function bibtexType({ bibtex, type }: Publication): string {
  const [, own] = /^\s*@(\w+)/.exec(bibtex ?? "") ?? [];
  return own?.toLowerCase() ?? bibtexTypes[type]?.[0] ?? "misc";
}

/** Returns a field of an entry as text, by its name in BibTeX; empty if it lacks it. */
export function fieldOf(publication: Publication, name: string): string {
  const names = (list: Publication["authors"]): string =>
    list.map((person) => [person.family, person.given].filter(Boolean).join(", ")).join(" and ");
  switch (name) {
    case "key":
      return publication.id ?? "";
    case "type":
      return bibtexType(publication);
    case "author":
      return names(publication.authors);
    case "editor":
      return names(publication.editors);
    case "journal":
    case "booktitle":
      return publication.venue;
    case "keywords":
      return publication.keywords?.join(", ") ?? "";
    case "school":
      return publication.institution ?? publication.publisher ?? "";
    default: {
      const own: unknown = (publication as unknown as Record<string, unknown>)[name];
      return own === undefined || own === null || own === false ? "" : String(own);
    }
  }
}

/** The operators of a condition, longest first. */
const operators = ["!=", "~=", "^=", "<=", ">=", "=", "<", ">"] as const;

/**
 * Reads a query of bibtex-ruby: `@article`, `@*[year>=2010 && author~=Roe]`, several with commas between them.
 *
 * @returns Nothing for a query that can't be read.
 * @see https://github.com/inukshuk/bibtex-ruby#queries
 */
export function readQuery(text: string): Query | undefined {
  const parts = text.split(/,\s*(?=[@!])/).map(readPart);
  if (parts.some((part) => part === undefined)) return undefined;
  return (publication) => parts.some((part) => part?.(publication));
}

function readPart(text: string): Query | undefined {
  const [, not, type = "", conditions = ""] =
    /^\s*(!)?@(\*|[a-z]+)(?:\[([^\]]*)\])?\*?\s*$/i.exec(text) ?? [];
  if (type === "") return undefined;
  const isType: Query = (publication) =>
    ["*", "entry"].includes(type) || bibtexType(publication) === type.toLowerCase();
  const alternatives = conditions.split("||").map((all) =>
    all
      .split(/&&|,/)
      .filter((one) => one.trim())
      .map(readCondition),
  );
  if (alternatives.flat().some((condition) => condition === undefined)) return undefined;
  return (publication) =>
    (isType(publication) &&
      alternatives.some((all) => all.every((condition) => condition?.(publication)))) !== Boolean(not);
}

function readCondition(text: string): Query | undefined {
  const found = operators
    .map((operator) => ({ operator, at: text.indexOf(operator) }))
    .filter(({ at }) => at > 0)
    .sort((a, b) => a.at - b.at || b.operator.length - a.operator.length)[0];
  const name = text.slice(0, found?.at).trim().toLowerCase();
  if (!found) return /^\w+$/.test(name) ? (publication) => fieldOf(publication, name) !== "" : undefined;
  const { operator, at } = found;
  const value = text
    .slice(at + operator.length)
    .trim()
    .replaceAll(/^["'/]|["'/]$/g, "");
  return (publication) => holds(fieldOf(publication, name), operator, value);
}

/** Compares a field with a value; numbers as numbers. */
function holds(field: string, operator: (typeof operators)[number], value: string): boolean {
  const compared =
    /^\d+$/.test(field) && /^\d+$/.test(value) ? Number(field) - Number(value) : field.localeCompare(value);
  switch (operator) {
    case "=":
      return field === value;
    case "!=":
      return field !== value;
    case "~=":
      return contains(field, value);
    case "^=":
      return field.startsWith(value);
    case "<=":
      return field !== "" && compared <= 0;
    case ">=":
      return field !== "" && compared >= 0;
    case "<":
      return field !== "" && compared < 0;
    case ">":
      return field !== "" && compared > 0;
  }
}

/** Returns whether a text contains one of several words between bars, as the regular expressions in queries usually are. */
const contains = (field: string, value: string): boolean =>
  value
    .replaceAll(/[()^$]/g, "")
    .split("|")
    .some((part) => part !== "" && field.toLowerCase().includes(part.toLowerCase()));
