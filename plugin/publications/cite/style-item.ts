import type { CslName } from "../csl/schema.js";
import type { CitationStyle } from "./csl-styles.js";
import { styleGenre } from "./style-genre.js";
import { styleType } from "./style-type.js";

type Item = Record<string, unknown>;

/** Types of works in volumes that may belong to a series. */
const inVolumes = new Set(["book", "chapter", "paper-conference"]);

/**
 * Returns an item with its variables where a citation style expects them: CSL's styles differ in which of them they read,
 * and .bib files in which field they have a value.
 */
export function styleItem(source: Item, style: CitationStyle): Item {
  const item = { ...source, ...styleType(source, style) };
  const { type } = item;
  const isArticle = typeof type === "string" && type.startsWith("article");
  const has = (variable: string): boolean => Boolean(item[variable]);
  const moved: Item = {
    title: withoutFullStop(item.title),
    publisher: withoutFullStop(item.publisher),
    "container-title": isSpeltOut(item["container-title"])
      ? withoutFullStop(item["container-title"])
      : item["container-title"],
    status: styleStatus(item.status, style),
    page: withDashes(item.page),
    genre: styleGenre(item, style),
    // The name that older styles read.
    ...(has("event-title") && { event: item["event-title"] }),
  };
  // The name of a web site is its container.
  if (type === "webpage" && has("publisher") && !has("container-title")) {
    Object.assign(moved, { "container-title": moved.publisher, publisher: undefined });
  }
  // In BibTeX, the volume of a book in a series is that of the series. APA leaves series out.
  if (style === "Chicago" && inVolumes.has(String(type)) && has("collection-title") && has("volume")) {
    if (!has("collection-number"))
      Object.assign(moved, { "collection-number": item.volume, volume: undefined });
  }
  if (style === "Chicago") {
    // It has an article number in place of pages, and no place of a thesis.
    if ((isArticle || type === "paper-conference") && has("number") && !has("page")) moved.page = item.number;
    if (type === "thesis") moved["publisher-place"] = undefined;
  }
  // The place of a museum follows its name: APA's Publication Manual, section 10.14; Chicago Manual of Style, 14.235.
  if (type === "graphic" && style !== "IEEE" && has("publisher") && has("publisher-place")) {
    Object.assign(moved, {
      publisher: `${String(moved.publisher)}, ${String(item["publisher-place"])}`,
      "publisher-place": undefined,
    });
  }
  // What an unpublished work is, as its note has it.
  if (type === "manuscript" && !has("genre")) moved.genre = item.note;
  if (type === "manuscript" && style === "IEEE" && !has("status")) {
    moved.status = lowerState(moved.genre ?? "unpublished");
  }
  if (type === "patent" && style === "IEEE" && has("number")) {
    moved.number = `${String(moved.genre)} ${String(item.number)}`;
  }
  if (type === "article" && style === "IEEE" && !has("number")) moved.number = arxivId(item.URL);
  // APA's Publication Manual, section 9.29: an author that is the publisher too is not written twice.
  if (style === "APA" && isSoleAuthor(item.author, moved.publisher)) moved.publisher = undefined;
  return Object.fromEntries(Object.entries({ ...item, ...moved }).filter(([, value]) => value !== undefined));
}

/** Returns the identifier of a work at arXiv from its URL. */
const arxivId = (url: unknown): string | undefined =>
  /^https?:\/\/arxiv\.org\/abs\/(.+)$/.exec(typeof url === "string" ? url : "")?.[1];

/** The states that a manual has its own words for: IEEE Reference Guide, "Unpublished"; APA's Publication Manual, 9.17. */
const states: Partial<Record<CitationStyle, Record<string, string>>> = {
  APA: { accepted: "in press", "to appear": "in press" },
  IEEE: {
    accepted: "to be published",
    forthcoming: "to be published",
    submitted: "submitted for publication",
    "to appear": "to be published",
  },
};

const styleStatus = (status: unknown, style: CitationStyle): unknown =>
  (typeof status === "string" && states[style]?.[status.toLowerCase()]) || status;

/** Returns whether the title of a journal or book is no abbreviated one, whose last word may be an abbreviation. */
const isSpeltOut = (title: unknown): boolean =>
  typeof title === "string" &&
  /\b(?:of|the|on|in|for|and|de|du|für|der)\b/i.test(title) &&
  /^[^.]*\.$/.test(title);

/** Writes a state of a manuscript such as `Submitted to Tests` as a part of a sentence. */
const lowerState = (state: unknown): string =>
  String(state).replace(
    /^(?:In|Under|To|Manuscript|Unpublished|Submitted|Accepted|Forthcoming|Working|Draft)\b/,
    (word) => word.toLowerCase(),
  );

/** Returns whether an institution is the one author of a work. */
function isSoleAuthor(authors: unknown, name: unknown): boolean {
  if (!Array.isArray(authors) || authors.length !== 1 || typeof name !== "string") return false;
  const { family, given } = (authors[0] ?? {}) as CslName;
  return given === undefined && family === name;
}

/** Abbreviations with which a title may end. */
const abbreviation = /(?:\.\p{L}|\b(?:al|etc|inc|jr|sr|ltd|co|corp|vs|no|vol|ed|eds|st|dr|\p{L}))\.$|\.\.$/iu;

/** Removes the full stop that ends a title: styles add a period or a comma of their own. */
const withoutFullStop = (title: unknown): unknown =>
  typeof title === "string" && title.endsWith(".") && !abbreviation.test(title.slice(-20))
    ? title.slice(0, -1)
    : title;

/** A private-use character as a placeholder for a dash, of which citeproc would make a hyphen. */
export const dash = "\uE004";

/** Writes a range of page numbers such as `88:1` with a dash, since citeproc does so only for plain numbers. */
const withDashes = (page: unknown): unknown =>
  typeof page === "string" && /:\d+-/.test(page) ? page.replaceAll("-", dash) : page;
