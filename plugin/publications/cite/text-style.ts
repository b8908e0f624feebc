import { memoize } from "../../utils/memoize.js";
import { genreText } from "../csl/venue.js";
import type { Publication } from "../publication.js";
import { amended } from "./amendments/index.js";
import { type CitationPart, type CitedWork, clusterHtml, linked } from "./citation-parts.js";
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
import { type PositionFinder, position, positionFinder } from "./positions.js";
import { itemOf, referenceHtml, wordsOf } from "./references.js";
import { styleItem } from "./style-item.js";

/** A citation of a text. */
export interface TextCitation {
  /** Whether the first work's author is part of the sentence. */
  isInText?: boolean | undefined;
  /** Whether it is in a footnote. Styles of notes have citations elsewhere in parentheses. */
  isNote?: boolean | undefined;
  /** Whether only the first work's author is shown. */
  isAuthorOnly?: boolean | undefined;
  /** Whether that work was cited before. Notes stand after the text, so that their order does not tell. */
  isLater?: boolean | undefined;
  works: readonly CitedWork[];
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
  /** Whether the style has its citations in footnotes. */
  isOfNotes: boolean;
  format(citations: readonly TextCitation[]): FormattedText;
  /** Returns the reference to a work that is compared with no other, as HTML. */
  reference(work: Publication): string;
}

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
  const isOfNotes = style.attrs.class === "note";
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
  function authorOf(id: string, cited: readonly string[], isLater = false): string {
    const place = isLater ? { position: position.subsequent } : {};
    const own = clusterHtml(engine, [{ id, "author-only": true, ...place }], words);
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

  /** Returns a citation of a style of notes, in which a work that was cited before is written in a shorter form. */
  function notePartsOf(
    citation: TextCitation,
    cited: readonly string[],
    positions: PositionFinder,
  ): CitationPart[] {
    const { works, isNote, isAuthorOnly, isInText } = citation;
    const cites = works.map((cite) => engineCite(cite, idOf(cite.work)));
    const [first] = cites;
    if (!first) return [];
    const later = citation.isLater || positions.isCited(first.id);
    const author = isAuthorOnly || isInText ? authorOf(first.id, cited, later) : "";
    if (isAuthorOnly) return [{ html: author }];
    const placed = cites.map((cite) => ({ ...cite, position: positions.next(cite, cites.length) }));
    const withoutAuthor = placed.map((cite, index) => ({
      ...cite,
      ...(index === 0 && { "suppress-author": true }),
    }));
    // A short form may have nothing but the author.
    const isShort = isInText && clusterHtml(engine, withoutAuthor, words).replaceAll(/[\s.]/g, "") !== "";
    const parts = linked(engine, isShort ? withoutAuthor : placed, works, words);
    if (isNote) return parts;
    return [{ html: author && isShort ? `${author} (` : "(" }, ...withoutFullStop(parts), { html: ")" }];
  }

  return {
    isOfNotes,
    reference(work) {
      engine.updateItems([idOf(work)]);
      const bibliography = engine.makeBibliography();
      return bibliography ? referenceHtml(bibliography[1].join(""), words) : "";
    },
    format(citations) {
      const cited = [...new Set(citations.flatMap(({ works }) => works.map(({ work }) => idOf(work))))];
      engine.updateItems(cited);
      const positions = positionFinder();
      const formatted = citations.map((citation) =>
        isOfNotes ? notePartsOf(citation, cited, positions) : partsOf(citation, cited),
      );
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

/** Returns the parts of a note for a sentence, without the full stop at their end. */
function withoutFullStop(parts: readonly CitationPart[]): CitationPart[] {
  const last = parts.at(-1);
  return last ? [...parts.slice(0, -1), { ...last, html: last.html.replace(/\.((?:<\/\w+>)*)$/, "$1") }] : [];
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
