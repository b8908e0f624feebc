import type { CslName } from "../csl/schema.js";
import type { CitationStyle } from "./csl-styles.js";
import { styleGenre } from "./style-genre.js";
import { lowerState, styleStatus } from "./style-status.js";
import { containerTitle, withDashes, withoutFullStop, withoutLabel, withoutOnlyStop } from "./style-text.js";
import { styleType } from "./style-type.js";

type Item = Record<string, unknown>;

/** Returns the variables of an item that a style needs to have another value. */
type Adjustment = (item: Item, style: CitationStyle) => Item | undefined;

/**
 * Returns an item with its variables where a citation style expects them: CSL's styles differ in which of them they read,
 * and .bib files in which field they have a value.
 */
export function styleItem(source: Item, style: CitationStyle): Item {
  const item = { ...source };
  for (const adjust of adjustments) Object.assign(item, adjust(item, style));
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined));
}

/** The adjustments, in their order: the later ones depend on the type, on which the second one decides. */
const adjustments: readonly Adjustment[] = [
  texts,
  subtitles,
  styleType,
  words,
  webSite,
  series,
  articleNumber,
  place,
  manuscript,
  patentNumber,
  preprintNumber,
  publisher,
];

/** Types of works in volumes that may belong to a series. */
const inVolumes = new Set(["book", "chapter", "paper-conference"]);

/** Writes texts without what styles add themselves. */
function texts(item: Item): Item {
  return {
    title: withoutFullStop(item.title),
    publisher: withoutFullStop(item.publisher),
    "publisher-place": withoutOnlyStop(item["publisher-place"]),
    "event-title": withoutOnlyStop(item["event-title"]),
    "event-place": withoutOnlyStop(item["event-place"]),
    "container-title": containerTitle(item["container-title"]),
    "collection-title": containerTitle(item["collection-title"]),
    genre: withoutOnlyStop(item.genre),
    volume: withoutLabel(item.volume),
    issue: withoutLabel(item.issue),
    page: withDashes(item.page),
  };
}

/**
 * Writes the first word of a subtitle in upper case: APA's Publication Manual, section 6.17. A word with capitals of its own,
 * such as "mRNA", stays, and so do titles in other languages.
 */
function subtitles(item: Item, style: CitationStyle): Item | undefined {
  if (style !== "APA" || !/^(?:en\b|$)/i.test(String(item.language ?? ""))) return undefined;
  const capital = (text: unknown): unknown =>
    typeof text === "string"
      ? text.replaceAll(
          // A tag is matched first, so that nothing within it is.
          /<[^<>]*>|(: (?:<[ib]>|[“‘"'(])?)(\p{Ll}+)(?![\p{L}\p{N}])/gu,
          (found, start?: string, word = "") =>
            start === undefined ? found : start + word.charAt(0).toUpperCase() + word.slice(1),
        )
      : text;
  return { title: capital(item.title), "container-title": capital(item["container-title"]) };
}

/** Writes what a style has words of its own for. */
function words(item: Item, style: CitationStyle): Item {
  return {
    status: styleStatus(item, style),
    genre: styleGenre(item, style),
    // The name that older styles read.
    ...(item["event-title"] !== undefined && { event: item["event-title"] }),
  };
}

/** The name of a web site is its container. */
function webSite({ type, publisher: name, "container-title": container }: Item): Item | undefined {
  return type === "webpage" && name && !container
    ? { "container-title": name, publisher: undefined }
    : undefined;
}

/** In BibTeX, the volume of a book in a series is that of the series. APA leaves series out, IEEE's amendments know it. */
function series(item: Item, style: CitationStyle): Item | undefined {
  const { type, volume, "collection-title": title, "collection-number": number } = item;
  return style === "Chicago" && inVolumes.has(String(type)) && title && volume && !number
    ? { "collection-number": volume, volume: undefined }
    : undefined;
}

/** Chicago has an article number in place of pages. */
function articleNumber({ type, number, page }: Item, style: CitationStyle): Item | undefined {
  const isNumbered = /^(?:article|paper-conference$)/.test(String(type));
  return style === "Chicago" && isNumbered && number && !page ? { page: number } : undefined;
}

/**
 * Chicago has no place of a thesis. The place of a museum follows its name: APA's Publication Manual, section 10.14; Chicago
 * Manual of Style, 14.235.
 */
function place({ type, ...item }: Item, style: CitationStyle): Item | undefined {
  const { publisher: name, "publisher-place": own } = item;
  if (style === "Chicago" && type === "thesis") return { "publisher-place": undefined };
  return style !== "IEEE" && type === "graphic" && name && own
    ? { publisher: `${String(name)}, ${String(own)}`, "publisher-place": undefined }
    : undefined;
}

/** What an unpublished work is, as its note has it. */
function manuscript({ type, genre, note, status }: Item, style: CitationStyle): Item | undefined {
  if (type !== "manuscript") return undefined;
  const kind = genre ?? note;
  return {
    genre: kind,
    ...(style === "IEEE" && { status: status ?? lowerState(String(kind ?? "unpublished")) }),
  };
}

/** IEEE's style reads the number of a patent only. */
function patentNumber({ type, genre, number }: Item, style: CitationStyle): Item | undefined {
  return style === "IEEE" && type === "patent" && number
    ? { number: `${String(genre)} ${String(number)}` }
    : undefined;
}

/** IEEE has the identifier of a work at arXiv, which is in its URL. */
function preprintNumber({ type, number, URL: url }: Item, style: CitationStyle): Item | undefined {
  if (style !== "IEEE" || type !== "article" || number || typeof url !== "string") return undefined;
  return { number: /^https?:\/\/arxiv\.org\/abs\/(.+)$/.exec(url)?.[1] };
}

/** APA's Publication Manual, section 9.29: an author that is the publisher too is not written twice. */
function publisher({ author, publisher: name }: Item, style: CitationStyle): Item | undefined {
  if (style !== "APA" || !Array.isArray(author) || author.length !== 1 || !name) return undefined;
  const { family, given } = (author[0] ?? {}) as CslName;
  return given === undefined && family === name ? { publisher: undefined } : undefined;
}
