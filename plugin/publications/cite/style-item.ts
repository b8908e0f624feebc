import type { CitationStyle } from "./csl-styles.js";

type Item = Record<string, unknown>;

/** Types of works in volumes that may belong to a series. */
const inVolumes = new Set(["book", "chapter", "paper-conference"]);

/**
 * Returns an item with its variables where a citation style expects them: CSL's styles differ in which of them they read,
 * and .bib files in which field they have a value.
 */
export function styleItem(item: Item, style: CitationStyle): Item {
  const { type } = item;
  const isArticle = typeof type === "string" && type.startsWith("article");
  const has = (variable: string): boolean => Boolean(item[variable]);
  const moved: Item = { title: withoutFullStop(item.title), page: withDashes(item.page) };
  // A journal's series stands before its volume: without one, Chicago writes `3rd ser., , 1–20`.
  if (isArticle && !has("volume")) moved["collection-title"] = undefined;
  // The name of a web site is its container.
  if (type === "webpage" && has("publisher") && !has("container-title")) {
    Object.assign(moved, { "container-title": item.publisher, publisher: undefined });
  }
  // In BibTeX, the volume of a book in a series is that of the series. APA leaves series out.
  const isInSeries =
    inVolumes.has(String(type)) && has("collection-title") && has("volume") && !has("collection-number");
  // It takes a paper in proceedings without editors for one of a journal; those of a publisher are books.
  if (style === "APA" && type === "paper-conference" && has("publisher") && has("container-title")) {
    if (!has("issue") && !has("editor")) moved.type = "chapter";
  }
  if (isInSeries && style === "Chicago") {
    Object.assign(moved, { "collection-number": item.volume, volume: undefined });
  }
  if (isInSeries && style === "IEEE" && type === "book") {
    // It would write the volume twice.
    Object.assign(moved, {
      "collection-title": `${String(item["collection-title"])}, vol. ${String(item.volume)}`,
      volume: undefined,
    });
  }
  if (style === "Chicago") {
    // It has an article number in place of pages, and no place of a thesis.
    if (isArticle && has("number") && !has("page")) moved.page = item.number;
    if (type === "thesis") moved["publisher-place"] = undefined;
  }
  // What an unpublished work is, as its note has it.
  if (type === "manuscript" && !has("genre")) moved.genre = item.note;
  if (type === "patent" && has("genre") && style !== "Chicago") {
    const genre = String(item.genre).replace(/\bpatent\b/, "Patent");
    moved.genre = genre;
    if (style === "IEEE" && has("number")) moved.number = `${genre} ${String(item.number)}`;
  }
  return Object.fromEntries(Object.entries({ ...item, ...moved }).filter(([, value]) => value !== undefined));
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
