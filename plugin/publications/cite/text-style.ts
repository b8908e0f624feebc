import { memoize } from "../../utils/memoize.js";
import { genreText } from "../csl/venue.js";
import type { Publication } from "../publication.js";
import { amended } from "./amendments/index.js";
import { createTextEngine, type Engine, type EngineCite } from "./citeproc.js";
import {
  type CitationStyle,
  type CslNode,
  cslPart,
  pageStyleOf,
  type TextStyle,
  termOf,
  textStyles,
} from "./csl-styles.js";
import { itemOf, type ReferenceWords, referenceHtml, wordsOf } from "./references.js";
import { styleItem } from "./style-item.js";

/** A work in a citation of a text. */
export interface CitedWork {
  work: Publication;
  prefix?: string | undefined;
  suffix?: string | undefined;
  locator?: string | undefined;
  /** What the locator counts, as CSL names it. */
  label?: string | undefined;
  isAuthorSuppressed?: boolean | undefined;
}

/** A citation of a text. */
export interface TextCitation {
  /** Whether the first work's author is part of the sentence. */
  isInText?: boolean | undefined;
  works: readonly CitedWork[];
}

/** A part of a formatted citation: safe HTML, and the work that it stands for. */
export interface CitationPart {
  html: string;
  work?: Publication | undefined;
}

/** The citations of a text, and the references to the works that they cite. */
export interface FormattedText {
  /** One for each citation, in their order. */
  citations: CitationPart[][];
  /** In the order of the style. */
  references: { work: Publication; html: string }[];
  /** What numbers look like before references; nothing in styles by author and date. */
  numbers: "1." | "[1]" | undefined;
}

/** Formats the citations of texts in one style and language. */
export interface TextFormatter {
  format(citations: readonly TextCitation[]): FormattedText;
  /** Returns the reference to a work that is compared with no other, as HTML. */
  reference(work: Publication): string;
}

/** What citeproc writes for a citation that is empty in a style. */
const empty = "[NO_PRINTED_FORM]";

/**
 * Creates a formatter for one style and language.
 *
 * @param name - A style that comes along, or a CSL style.
 * @param locale - A locale of CSL.
 */
export function textFormatter(name: TextStyle | CslNode, locale: CslNode): TextFormatter {
  // The styles of pages of publications are amended.
  const pageStyle = typeof name === "string" ? pageStyleOf(name) : undefined;
  const own = typeof name === "string" ? cslPart(textStyles[name]) : name;
  const style = pageStyle ? amended(own, pageStyle) : own;
  const words = wordsOf(locale, pageStyle);
  const ids = new Map<Publication, string>();
  const items = new Map<string, Record<string, unknown>>();
  const itemFor = (id: string): Record<string, unknown> => items.get(id) ?? {};
  const engine = createTextEngine(style, locale, itemFor);
  // A style of numbers has no form for an author in the sentence.
  const byAuthor = memoize((_: "apa"): Engine => createTextEngine(cslPart("apa"), locale, itemFor));
  const idOf = (work: Publication): string => {
    const known = ids.get(work);
    if (known) return known;
    const id = `w${ids.size}`;
    ids.set(work, id);
    items.set(id, { ...preparedItem(itemOf(work), pageStyle), id });
    return id;
  };

  /** Returns the author as a sentence names them. */
  function authorOf(id: string, cited: readonly string[]): string {
    const own = clusterHtml(engine, [{ id, "author-only": true }], words);
    if (own !== "" && !/^\W*\d/.test(own)) return own;
    const other = byAuthor("apa");
    other.updateItems(cited);
    return clusterHtml(other, [{ id, "author-only": true }], words);
  }

  function partsOf({ isInText, works }: TextCitation, cited: readonly string[]): CitationPart[] {
    const cites = works.map((cite) => engineCite(cite, idOf(cite.work)));
    const [first] = cites;
    const [firstWork] = works;
    if (!isInText || !first || !firstWork) return linked(engine, cites, works, words);
    // `and` instead of `&`, as styles have it in sentences.
    const author = authorOf(first.id, cited).replaceAll(" &#38; ", ` ${termOf(locale, "and")} `);
    const rest = linked(engine, [{ ...first, "suppress-author": true }, ...cites.slice(1)], works, words);
    const start = rest.some(isRaised) ? author : `${author} `;
    // One link for the author and what follows, if that is all.
    if (rest.length === 1) return [{ ...rest[0], html: start + (rest[0]?.html ?? "") }];
    return [{ html: start }, ...rest];
  }

  return {
    reference(work) {
      engine.updateItems([idOf(work)]);
      const bibliography = engine.makeBibliography();
      return bibliography ? referenceHtml(bibliography[1].join(""), words) : "";
    },
    format(citations) {
      const cited = [...new Set(citations.flatMap(({ works }) => works.map(({ work }) => idOf(work))))];
      engine.updateItems(cited);
      const formatted = citations.map((citation) => partsOf(citation, cited));
      const bibliography = engine.makeBibliography();
      const works = new Map([...ids].map(([work, id]) => [id, work]));
      const entries = bibliography ? bibliography[1] : [];
      const order = bibliography ? bibliography[0].entry_ids : [];
      const references = entries.flatMap((entry, index) => {
        const work = works.get(order[index]?.[0] ?? "");
        return work ? [{ work, html: referenceHtml(entry, words) }] : [];
      });
      const margin = /<div class="csl-left-margin">([^<]*)<\/div>/.exec(entries[0] ?? "")?.[1];
      return {
        citations: formatted,
        references,
        numbers: margin === undefined ? undefined : margin.includes("[") ? "[1]" : "1.",
      };
    },
  };
}

/** Returns an item with its variables as a style needs them; for other styles, with the text of its genre in place of a key. */
function preparedItem(
  { genre, ...item }: Record<string, unknown>,
  style: CitationStyle | undefined,
): Record<string, unknown> {
  if (style) return styleItem({ ...item, ...(genre !== undefined && { genre }) }, style);
  return { ...item, ...(typeof genre === "string" && { genre: genreText(genre) }) };
}

const isRaised = ({ html }: CitationPart): boolean => html.startsWith("<sup>");

const engineCite = (
  { prefix, suffix, locator, label, isAuthorSuppressed }: CitedWork,
  id: string,
): EngineCite => ({
  id,
  ...(prefix && { prefix: `${plain(prefix)} ` }),
  ...(suffix && { suffix: plain(suffix) }),
  ...(locator && { locator, label: label ?? "page" }),
  ...(isAuthorSuppressed && { "suppress-author": true }),
});

/** Returns a text with no other markup than that of emphasis, which citeproc knows. */
const plain = (text: string): string =>
  text
    .split(/(<\/?(?:i|b|sup|sub)>)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll("<", "‹").replaceAll(">", "›")))
    .join("");

function clusterHtml(engine: Engine, cites: readonly EngineCite[], words: ReferenceWords): string {
  const html = engine.makeCitationCluster(cites);
  return html === empty ? "" : referenceHtml(html, words);
}

/** Returns a citation in parts, those with what stands for a single work apart, so that it can be linked. */
function linked(
  engine: Engine,
  cites: readonly EngineCite[],
  works: readonly CitedWork[],
  words: ReferenceWords,
): CitationPart[] {
  const format = (some: readonly EngineCite[]): string => clusterHtml(engine, some, words);
  const whole = format(cites);
  const [only] = works;
  if (works.length === 1 && only) return [{ html: whole, work: only.work }];
  let parts: CitationPart[] = [{ html: whole }];
  for (const [index, cite] of cites.entries()) {
    const { work } = works[index] ?? {};
    const alone = bare(format([{ ...cite, prefix: undefined, suffix: undefined }]));
    // Of works by the same author, only the first has the author's name; the others have their years or titles.
    const short = bare(format([{ ...cite, prefix: undefined, suffix: undefined, "suppress-author": true }]));
    parts = cutOut(parts, [alone, short], work);
  }
  return parts;
}

/** Returns a citation of one work without the marks around it. */
const bare = (html: string): string =>
  html
    .replace(/^<sup>(.*)<\/sup>$/s, "$1")
    .replace(/^[([]/, "")
    .replace(/[)\]]$/, "");

/** Cuts the first of several texts that is found out of the parts that stand for no work yet. */
function cutOut(
  parts: readonly CitationPart[],
  texts: readonly string[],
  work: Publication | undefined,
): CitationPart[] {
  for (const text of texts) {
    if (text === "") continue;
    for (const [index, part] of parts.entries()) {
      if (part.work) continue;
      const start = indexOfWhole(part.html, text);
      if (start < 0) continue;
      const cut = [
        { html: part.html.slice(0, start) },
        { html: text, work },
        { html: part.html.slice(start + text.length) },
      ].filter(({ html }) => html !== "");
      return [...parts.slice(0, index), ...cut, ...parts.slice(index + 1)];
    }
  }
  return [...parts];
}

/** Finds a text that is no part of a longer word or number, and not within a tag. */
function indexOfWhole(html: string, text: string): number {
  for (let at = html.indexOf(text); at >= 0; at = html.indexOf(text, at + 1)) {
    const isWord = /[\p{L}\p{N}]/u;
    const [before, after] = [html[at - 1] ?? "", html[at + text.length] ?? ""];
    const isInTag = html.lastIndexOf("<", at) > html.lastIndexOf(">", at);
    const starts = !isWord.test(before) || !isWord.test(text[0] ?? "");
    const ends = !isWord.test(after) || !isWord.test(text.at(-1) ?? "");
    if (starts && ends && !isInTag) return at;
  }
  return -1;
}
