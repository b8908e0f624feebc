import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { BuildCache } from "../../utils/build-cache.js";
import { reasonOf } from "../../utils/errors.js";
import { longHash } from "../../utils/hash.js";
import { escapeHtml } from "../../utils/html.js";
import { memoize } from "../../utils/memoize.js";
import { load } from "../../utils/require.js";
import type { CslName } from "../csl/schema.js";
import { joined } from "../people/names.js";
import { eastAsianName } from "../people/scripts.js";
import type { Publication } from "../publication.js";
import { amended } from "./amendments/index.js";
import { createEngine } from "./citeproc.js";
import {
  type CitationStyle,
  type CslLocale,
  type CslNode,
  citationStyles,
  cslKey,
  cslPart,
  styleNames,
  termOf,
} from "./csl-styles.js";
import { toCsl } from "./export.js";
import { withSymbols } from "./letter-case.js";
import { withoutLoneQuotes, withQuotes } from "./quotes.js";
import { styleForType } from "./style-for-type.js";
import { styleItem } from "./style-item.js";
import { dash } from "./style-text.js";

/** The reference to a publication in one citation style. */
export interface Citation {
  style: CitationStyle;
  /** HTML with no other markup than `i`, `b`, `sup`, `sub` and links over http(s). */
  html: string;
}

type Formatter = (item: Record<string, unknown>) => string;

/** The formatters of each language, by CSL's locale. */
const formatters = new Map<CslLocale, { style: CitationStyle; format: Formatter }[]>();

/**
 * Returns the reference to a publication in each of the {@link citationStyles}.
 *
 * @param kept - References of earlier builds, by the hash of a publication: to format them takes most of the time of a build
 * with many publications.
 * @param failed - Called with a style in which citeproc can't format the publication, and its reason, as it can't for some
 * odd names and values; the other styles are returned.
 * @param locale - The language of the words in them, such as "and" and "Ed."
 */
export function citationsOf(
  publication: Publication,
  kept: Pick<BuildCache, "get" | "set">,
  failed: (style: CitationStyle, reason: string) => void,
  locale: CslLocale = "en-US",
): Citation[] {
  const item = itemOf(publication);
  const key = referenceKey(publication, locale);
  const known = kept.get(key);
  if (known !== undefined) return JSON.parse(known);
  const citations = format(item, locale, failed);
  if (citations.length === styleNames.length) kept.set(key, JSON.stringify(citations));
  return citations;
}

/** Returns the key of a reference in a {@link BuildCache}: a hash of what it is made of, and of the style and language. */
export const referenceKey = (publication: Publication, ...style: readonly string[]): string =>
  longHash(JSON.stringify(itemOf(publication)), ...style);

/** Returns what references depend on besides the publication: the code that makes them, with its packages. */
export const referenceVersion = (): string =>
  longHash(readFileSync(fileURLToPath(import.meta.url)), load("citeproc/package.json").version, cslKey());

function format(
  item: Record<string, unknown>,
  locale: CslLocale,
  failed: (style: CitationStyle, reason: string) => void,
): Citation[] {
  // The first citation loads citeproc and the styles, so that a site without publications does not.
  const all = formatters.get(locale) ?? loadFormatters(locale);
  formatters.set(locale, all);
  return all.flatMap(({ style, format }) => {
    try {
      const html = format(styleItem(item, style));
      return html ? [{ style, html }] : [];
    } catch (error) {
      // The engine keeps its state, which would leak into the next reference.
      formatters.delete(locale);
      failed(style, reasonOf(error));
      return [];
    }
  });
}

function loadFormatters(localeName: CslLocale): { style: CitationStyle; format: Formatter }[] {
  const locale = cslPart(localeName);
  return styleNames.map((style) => {
    const { csl } = citationStyles[style];
    const whole = forOne(amended(cslPart(csl), style));
    const words = wordsOf(locale, style);
    const byType = memoize((type: string) => formatterOf(styleForType(whole, type), locale, words));
    return { style, format: (item) => byType(String(item.type))(item) };
  });
}

/** Returns a function that formats the reference to one work. */
function formatterOf(style: CslNode, locale: CslNode, words: ReferenceWords): Formatter {
  let [current, count]: [Record<string, unknown>, number] = [{}, 0];
  const engine = createEngine(style, locale, () => current);
  return (item) => {
    // One bibliography for each work, so that no year becomes "2021b"; with a new id, as citeproc caches items.
    const id = String(++count);
    current = { ...item, id };
    engine.updateItems([id]);
    const bibliography = engine.makeBibliography();
    // citeproc keeps every work that it has formatted.
    engine.registry.refhash = {};
    return bibliography ? referenceHtml(bibliography[1].join(""), words) : "";
  };
}

/** What stands for "and others" in a list of names that its source cuts. */
export interface ReferenceWords {
  /** The markup of "et al." */
  etAl: string;
  /** Finds a placeholder for others, with the "and" before it. */
  others: RegExp;
}

/** Returns the words of a style in a language. IEEE writes the Latin ones in italics. */
export function wordsOf(locale: CslNode, style?: CitationStyle): ReferenceWords {
  const term = escapeHtml(termOf(locale, "et-al"));
  const etAl = style === "IEEE" && /^et\sal\.$/.test(term) ? `<i>${term}</i>` : term;
  const and = ["and", "&#38;", "…", termOf(locale, "and"), termOf(locale, "and", "symbol")];
  const words = [...new Set(and)].map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  // One full stop is enough for both.
  const end = term.endsWith(".") ? "\\.?" : "";
  return { etAl, others: new RegExp(`(?:(?:${words.join("|")}) ?)?${others}${end}`, "g") };
}

/**
 * Returns what citeproc made of items as HTML that is safe to show, with what they hold for others.
 *
 * @param words - The words of the style.
 */
export const referenceHtml = (html: string, words: ReferenceWords): string =>
  withQuotes(safeHtml(html.replaceAll(spacedName, "")))
    .replaceAll(words.others, words.etAl)
    .replaceAll(dash, "–");

/** A layout of citations in the text that costs nothing. citeproc formats one for each work, to tell works apart. */
const emptyLayout: CslNode = {
  name: "layout",
  attrs: {},
  children: [{ name: "text", attrs: { value: "1" }, children: [] }],
};

/**
 * Removes sorting, disambiguation and citations in the text from a style: one work in a bibliography needs none of them,
 * and they take over a third of the time.
 */
const forOne = (style: CslNode): CslNode => ({
  ...style,
  children: style.children.map((part) => {
    if (typeof part === "string" || !["citation", "bibliography"].includes(part.name)) return part;
    const attributes = Object.entries(part.attrs).filter(([name]) => !/disambiguat/.test(name));
    const children = part.children.filter((child) => typeof child === "string" || child.name !== "sort");
    return {
      ...part,
      attrs: Object.fromEntries(attributes),
      children: part.name === "citation" ? [emptyLayout] : children,
    };
  }),
});

/** Returns a publication for citeproc, which links any URL and knows neither BibLaTeX's keys nor "and others". */
export function itemOf(publication: Publication): Record<string, unknown> {
  // No style shows abstract or keywords, which are most of a work.
  const {
    URL: url,
    title,
    abstract: _abstract,
    keyword: _keyword,
    ...item
  } = { ...preprint(publication), ...toCsl(publication) };
  const names = Object.entries(item).flatMap(([field, value]) => {
    if (!Array.isArray(value)) return [];
    const hasOthers = field === "author" && value.length > 0 && publication.moreAuthors;
    return [[field, [...value.map(nameOf), ...(hasOthers ? [{ family: others }] : [])]]];
  });
  const texts = Object.entries(item).flatMap(([variable, value]) =>
    typeof value === "string" && !verbatim.has(variable) ? [[variable, withoutLoneQuotes(value)]] : [],
  );
  return {
    ...item,
    ...Object.fromEntries(texts),
    // The time that citeproc takes is quadratic, and no title is longer.
    title: withSymbols(
      withoutLoneQuotes(String(publication.citedTitle ?? title ?? publication.title).slice(0, 2000)),
    ),
    ...Object.fromEntries(names),
    ...(typeof url === "string" && /^https?:\/\//i.test(url) && { URL: url }),
  };
}

/** Variables that references don't have, or not as text. */
const verbatim = new Set(["DOI", "abstract", "id", "keyword", "type"]);

/** Returns URL and publisher of a work that is at arXiv only: CSL has no variable for its identifier. */
const preprint = ({ arxiv, doi, venue }: Publication): Record<string, unknown> =>
  arxiv && !doi
    ? { URL: `https://arxiv.org/abs/${arxiv}`, ...(/^(arxiv\b.*)?$/i.test(venue) && { publisher: "arXiv" }) }
    : {};

/**
 * Turns a `literal` name into a family name: citeproc would put no comma before it at the end of a list. The same for
 * names in Han, kana or Hangul, which it would write with given name first in some styles.
 */
function nameOf(name: unknown): unknown {
  if (typeof name !== "object" || name === null) return name;
  if ("literal" in name) return { family: name.literal };
  const { family, given, ...rest } = name as CslName;
  const native = eastAsianName(family, given);
  if (native !== undefined) return { family: native };
  const person = { ...rest, family, given: withPeriods(given, family) };
  const particle = rest["non-dropping-particle"];
  // Citeproc elides each particle that ends in an apostrophe; a name in quotes it leaves as it is.
  if (particle && /['’]$/.test(particle) && /\s/.test(joined(particle, family)))
    return { ...person, "non-dropping-particle": undefined, family: `"${joined(particle, family)}"` };
  return { ...person, family: family && !spacedScripts.test(family) ? `${spacedName}${family}` : family };
}

/** Scripts that citeproc knows to have spaces between names. It would join family and given name in Georgian. */
const spacedScripts =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}"]/u;

/** Invisible characters by which citeproc takes a name as one with spaces; references are without them. */
const spacedName = "\u200D\u200E";

/** Writes initials without periods, `AB`, so that citeproc knows them from a given name. */
const withPeriods = (given: string | undefined, family: string | undefined): string | undefined =>
  given !== undefined && /^\p{Lu}{1,3}$/u.test(given) && family !== family?.toUpperCase()
    ? [...given].join(". ").concat(".")
    : given;

/** A private-use character as a placeholder for "and others". */
const others = "\uE003";

/** The number of the reference in its list, which a single reference does not need. */
const number = /<div class="csl-left-margin">[^<]*<\/div>/g;

const allowedTags = new Set(["i", "b", "sup", "sub", "a"]);

/** The attribute of emphasis within italics: a style attribute, which a strict content security policy blocks. */
const roman = ' style="font-style:normal;"';

/** Sanitizes citeproc's HTML: removes its boxes, and escapes all markup that comes from the texts of the item. */
function safeHtml(html: string): string {
  const open: { name: string; end: string }[] = [];
  const put = (name: string, start: string, end: string): string => {
    open.push({ name, end });
    return start;
  };
  const close = (): string => open.pop()?.end ?? "";
  const safe = html
    .replace(number, "")
    .replace(/<(\/?)(\w+)([^<>]*)>|[<>]/g, (tag, slash: string, name = "", rest: string) => {
      const top = open.at(-1)?.name;
      if (name === "div") return "";
      if (name !== "span" && !allowedTags.has(name)) return escapeHtml(tag);
      if (slash) return top === name ? close() : "";
      if (name === "span")
        return rest === roman && top === "i" ? put(name, "</i>", "<i>") : put(name, "", "");
      const start = name === "a" ? linkTag(rest) : `<${name}>`;
      return start && put(name, start, `</${name}>`);
    });
  const ends = open.map(({ end }) => end).reverse();
  return (safe + ends.join("")).replaceAll("<i></i>", "").replace(/\s+/g, " ").trim();
}

function linkTag(attributes: string): string {
  const url = /^ href="(https?:\/\/[^"\s]+)"$/i.exec(attributes)?.[1];
  return url ? `<a href="${url}">` : "";
}
