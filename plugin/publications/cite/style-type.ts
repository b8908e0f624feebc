import type { CitationStyle } from "./csl-styles.js";

type Item = Record<string, unknown>;

const parts = new Set(["chapter", "entry", "entry-dictionary", "entry-encyclopedia"]);
const entries = new Set(["entry", "entry-dictionary", "entry-encyclopedia"]);
const reviews = new Set(["review", "review-book"]);

/**
 * Returns the variables of an item with the type, and with titles where, a citation style expects a work of its kind:
 * styles know some of CSL's types only, and write stray words for parts of nothing.
 */
export function styleType(item: Item, style: CitationStyle): Item {
  const has = (variable: string): boolean => Boolean(item[variable]);
  const type = String(item.type);
  const hasContainer = has("container-title");
  // A review without the work it is of is an article: APA would take its title for that of the other work.
  if (reviews.has(type) && !has("reviewed-title") && !has("reviewed-author"))
    return { type: "article-journal" };
  if (type === "periodical") return issue(item, style);
  if (type === "book" && hasContainer) return bookIn(item, style);
  // A talk is held at what an entry has as its book.
  if (type === "speech" && hasContainer && !has("event-title")) {
    return {
      "event-title": item["container-title"],
      "event-place": item["event-place"] ?? item["publisher-place"],
      "container-title": undefined,
    };
  }
  if (type === "paper-conference" && !hasContainer && style === "Chicago")
    return { type: has("event-title") ? "speech" : "document" };
  if (type === "manuscript" && has("event-title") && style !== "APA") return { type: "speech" };
  if (parts.has(type) && !hasContainer && style === "Chicago") return { type: "document" };
  if (entries.has(type) && style === "Chicago") return { type: "entry-encyclopedia" };
  if (entries.has(type) && hasContainer && style === "IEEE") return { type: "chapter" };
  // APA takes a paper in proceedings without editors for one of a journal; those of a publisher are books.
  if (type === "paper-conference" && style === "APA" && has("publisher") && hasContainer)
    return has("issue") || has("editor") ? {} : { type: "chapter" };
  return {};
}

/** Returns an issue of a journal as the article that its own title names; without one, as the journal alone. */
function issue(item: Item, style: CitationStyle): Item {
  const { title, "volume-title": own, "container-title": container } = item;
  if (own) {
    const article = {
      type: "article-journal",
      title: own,
      "container-title": title,
      "volume-title": undefined,
    };
    return style === "IEEE" ? article : { ...article, genre: item.genre ?? "Special issue" };
  }
  const hasNames = Boolean(item.author ?? item.editor);
  return !container && (style === "IEEE" || (style === "APA" && hasNames))
    ? { type: "article-journal", title: undefined, "container-title": title }
    : {};
}

/**
 * Returns a book within another as a part of it, if it has pages or another author; else as a volume of a work: APA's
 * Publication Manual, section 10.2, example 30; Chicago Manual of Style, 14.119; IEEE Reference Guide, "Books".
 */
function bookIn(item: Item, style: CitationStyle): Item {
  const { title, volume, medium, "container-title": work } = item;
  if (["page", "container-author", "chapter-number", "volume-title"].some((name) => item[name]))
    return { type: "chapter" };
  const number = volume ? `vol. ${String(volume)}` : "";
  if (style === "APA") return { title: work, "volume-title": title, "container-title": undefined };
  return {
    "container-title": undefined,
    volume: undefined,
    ...(style === "Chicago"
      ? { medium: medium ?? `${number ? `${number} of` : "in"} <i>${String(work)}</i>` }
      : { title: [work, number, title].filter(Boolean).join(", ") }),
  };
}
