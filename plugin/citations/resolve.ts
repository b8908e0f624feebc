import type { Strings } from "../i18n/strings/types.js";
import type {
  CitationPart,
  FormattedText,
  Publication,
  TextCitation,
  TextFormatter,
} from "../publications/index.js";
import { escapeHtml } from "../utils/html.js";
import { classes } from "../utils/markup.js";
import { anchor, uniqueIds } from "../utils/slug.js";
import type { Citation } from "./citation.js";
import { cutAtMarkers, hasMarkers } from "./marker.js";
import type { WorkFinder } from "./works.js";

/** What the citations of a text need. */
export interface TextSettings {
  works: WorkFinder;
  formatter: TextFormatter;
  strings: Strings;
  /** Returns the URL of the page of one of the site's publications. */
  pageOf(work: Publication): string | undefined;
  /** Tells about a key that is no work's. */
  unknown(key: string): void;
  /** Called with the works that the text cites. */
  cites?(works: readonly Publication[]): void;
}

/**
 * Replaces the markers of a text by its citations, and adds the references: where their marker stands, else at the end.
 *
 * @param html - The HTML of a text, or of a page with one.
 * @param settings - Returns what they need; only called for a text with citations.
 * @param isPage - Whether the HTML is a whole page, in which references without a marker stand at the end of the main part.
 */
export function resolveCitations(html: string, settings: () => TextSettings, isPage = false): string {
  if (!hasMarkers(html)) return html;
  const parts = cutAtMarkers(html);
  const { works, formatter, strings, pageOf, unknown, cites } = settings();
  const citations = parts.flatMap((part) => ("citation" in part ? [part.citation] : []));
  const known = citations.map((citation) => knownWorks(citation, works));
  const formatted = formatter.format(known);
  cites?.(known.flatMap((citation) => citation.works.map(({ work }) => work)));
  const links = linksOf(formatted);

  // Before the references, which link back to the citations.
  let index = 0;
  const texts = parts.map((part) => {
    if (!("citation" in part)) return "html" in part ? part.html : undefined;
    const missing = part.citation.cites.map(({ key }) => key).filter((key) => !works.get(key));
    for (const key of missing) unknown(key);
    index += 1;
    return citationHtml(formatted.citations[index - 1] ?? [], links, missing);
  });
  for (const [at, part] of parts.entries())
    if ("citation" in part && isRaised(texts[at])) texts[at - 1] = texts[at - 1]?.trimEnd();
  const place = texts.indexOf(undefined);
  const joined = (some: readonly (string | undefined)[]): string => some.map((each) => each ?? "").join("");
  const [start, end] =
    place >= 0
      ? [joined(texts.slice(0, place)), joined(texts.slice(place + 1))]
      : isPage
        ? cutAtEndOfMain(joined(texts))
        : [joined(texts), ""];
  const heading = lastHeading(start) ?? newHeading(start + end, strings);
  return start + referenceList(formatted, links, { strings, pageOf, heading }) + end;
}

/** Whether a citation is a raised number, which stands right after its word. */
const isRaised = (html: string | undefined): boolean => /^<span[^>]*>(?:<a[^>]*>)?<sup>/.test(html ?? "");

function cutAtEndOfMain(html: string): [start: string, end: string] {
  const end = ["</main>", "</article>", "</body>"].map((tag) => html.lastIndexOf(tag)).find((at) => at >= 0);
  return [html.slice(0, end), end === undefined ? "" : html.slice(end)];
}

/** The heading of the references: its id, and its HTML unless the author has written it. */
interface Heading {
  id: string;
  html: string;
}

/** Returns the author's own heading at the end of a text, with nothing after it that it could be for. */
function lastHeading(html: string): Heading | undefined {
  const end = html.slice(-500);
  const [, , id] =
    /<h([1-6])[^<>]*\sid="([^"]*)"[^<>]*>(?:(?!<h[1-6]).)*<\/h\1>\s*(?:<(?:div|p)>\s*)?$/s.exec(end) ?? [];
  return id === undefined ? undefined : { id, html: "" };
}

/** Returns the theme's heading, with an id that no other element of a text has. */
function newHeading(html: string, strings: Strings): Heading {
  let id = "references";
  for (let count = 2; html.includes(`id="${id}"`); count += 1) id = `references-${count}`;
  return { id, html: `<h2 id="${id}">${escapeHtml(strings.references)}</h2>\n` };
}

/** Returns a citation with its works, without those that are unknown. */
function knownWorks({ cites, isInText, ...kind }: Citation, works: WorkFinder): TextCitation {
  const known = cites.flatMap(({ key, ...cite }) => {
    const work = works.get(key);
    return work ? [{ ...cite, work }] : [];
  });
  return { ...kind, works: known, isInText: isInText && works.get(cites[0]?.key ?? "") !== undefined };
}

/** The ids of references and of the places that cite them. */
interface Links {
  /** Returns the id of the reference to a work. */
  reference(work: Publication): string;
  /** Returns a new id for a citation of a work. */
  citation(work: Publication): string;
  /** Returns the ids of all citations of a work. */
  citationsOf(work: Publication): readonly string[];
}

function linksOf({ references }: FormattedText): Links {
  const unique = uniqueIds();
  const ids = new Map(references.map(({ work }) => [work, unique(`ref-${anchor(work.id ?? "work")}`)]));
  const places = new Map<Publication, string[]>();
  const reference = (work: Publication): string => ids.get(work) ?? "";
  return {
    reference,
    citation(work) {
      const found = places.get(work) ?? [];
      places.set(work, found);
      const id = `cite-${reference(work).replace(/^ref-/, "")}-${found.length + 1}`;
      found.push(id);
      return id;
    },
    citationsOf: (work) => places.get(work) ?? [],
  };
}

function citationHtml(parts: readonly CitationPart[], links: Links, missing: readonly string[]): string {
  const inner = parts
    .map(({ html, work }) =>
      work && links.reference(work)
        ? `<a href="#${links.reference(work)}" id="${links.citation(work)}" role="doc-biblioref">${withoutLinks(html)}</a>`
        : html,
    )
    .join("");
  const marks = missing.map(
    (key) => `<strong class="${classes.missingCitation}">${escapeHtml(key)}?</strong>`,
  );
  return `<span class="${classes.citation}">${[inner, ...marks].filter(Boolean).join(" ")}</span>`;
}

/** Removes links from what becomes a link, such as the number of a web page. */
const withoutLinks = (html: string): string => html.replaceAll(/<\/?a\b[^>]*>/g, "");

/** Returns the references under their heading; empty without any. */
function referenceList(
  { references, numbers }: FormattedText,
  links: Links,
  { strings, pageOf, heading }: Pick<TextSettings, "strings" | "pageOf"> & { heading: Heading },
): string {
  if (references.length === 0) return "";
  const items = references.map(({ work, html }) => {
    const url = pageOf(work);
    const label = `${strings.publicationLinks.link}: ${work.title}`;
    const page = url
      ? ` <a href="${escapeHtml(url)}" aria-label="${escapeHtml(label)}">${escapeHtml(strings.publicationLinks.link)}</a>`
      : "";
    return `<li id="${links.reference(work)}">${html}${page}${backLinks(links.citationsOf(work), strings)}</li>\n`;
  });
  const kind = numbers === undefined ? "" : numbers === "[1]" ? " bracketed" : " numbered";
  const [open, close] = numbers === undefined ? ["ul", "ul"] : ["ol", "ol"];
  return `<section class="${classes.references}${kind}" role="doc-bibliography" aria-labelledby="${heading.id}">
${heading.html}<${open}>
${items.join("")}</${close}>
</section>
`;
}

/** An arrow; the character after it makes browsers show it as text, not as an emoji. */
const arrow = "\u21a9\ufe0e";

/** Returns links from a reference to the places that cite it. */
function backLinks(ids: readonly string[], strings: Strings): string {
  return ids
    .map((id, index) => {
      const number = ids.length > 1 ? ` ${index + 1}` : "";
      const label = escapeHtml(`${strings.backToCitation}${number}`);
      return ` <a class="footnote-back" href="#${id}" role="doc-backlink" aria-label="${label}">${arrow}${number && `<sup>${index + 1}</sup>`}</a>`;
    })
    .join("");
}
