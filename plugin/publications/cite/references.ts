import { escapeHtml } from "../../utils/html.js";
import { load } from "../../utils/require.js";
import { venueOf } from "../csl/venue.js";
import type { Publication } from "../publication.js";
import { type CslNode, type CslPart, cslPart } from "./csl-styles.js";
import { toCsl } from "./export.js";

/** A publication as a bibliography in some style has it. */
export interface Citation {
  style: "APA" | "Chicago" | "IEEE";
  /** HTML in which nothing but `i`, `b`, `sup`, `sub` and links over http(s) is markup. */
  html: string;
}

/** The part of citeproc that the theme uses. @see https://citeproc-js.readthedocs.io/en/latest/running.html */
interface Citeproc {
  Engine: new (
    system: { retrieveLocale(): CslNode; retrieveItem(id: string): Record<string, unknown> },
    style: CslNode,
  ) => Engine;
}

interface Engine {
  opt: { development_extensions: { wrap_url_and_doi: boolean } };
  updateItems(ids: readonly string[]): void;
  makeBibliography(): false | [facts: unknown, entries: string[]];
}

/** Chicago has two systems; author-date is the one of the sciences. */
const styles: Record<Citation["style"], CslPart> = {
  APA: "apa",
  Chicago: "chicago-author-date",
  IEEE: "ieee",
};

type Formatter = (item: Record<string, unknown>) => string;

let formatters: { style: Citation["style"]; format: Formatter }[] | undefined;

/** How APA (7th edition), the Chicago Manual of Style (author-date) and IEEE have a publication in a bibliography. */
export function citationsOf(publication: Publication): Citation[] {
  // Only the first citation loads citeproc and the styles: a site without publications has no need of them.
  formatters ??= loadFormatters();
  const item = itemOf(publication);
  return formatters.flatMap(({ style, format }) => {
    const html = attempt(() => format(item));
    return html ? [{ style, html }] : [];
  });
}

/** citeproc fails at some texts that are no title or name; such a work is without references, but still has its page. */
function attempt(format: () => string): string {
  try {
    return format();
  } catch {
    // What it had half done would be in the next one.
    formatters = undefined;
    return "";
  }
}

function loadFormatters(): NonNullable<typeof formatters> {
  const citeproc: Citeproc = load("citeproc");
  const locale = cslPart("en-US");
  return (Object.keys(styles) as Citation["style"][]).map((style) => ({
    style,
    format: formatterOf(
      citeproc,
      cslPart(styles[style]),
      locale,
      style === "IEEE" ? "<i>et al.</i>" : "et al.",
    ),
  }));
}

function formatterOf(citeproc: Citeproc, style: CslNode, locale: CslNode, etAl: string): Formatter {
  let [current, count]: [Record<string, unknown>, number] = [{}, 0];
  const system = { retrieveLocale: () => locale, retrieveItem: () => current };
  const engine = new citeproc.Engine(system, forOne(style));
  engine.opt.development_extensions.wrap_url_and_doi = true;
  return (item) => {
    // A bibliography for each, so that none becomes "2021b"; by another id, since citeproc keeps what it has read.
    const id = String(++count);
    current = { ...item, id };
    engine.updateItems([id]);
    const bibliography = engine.makeBibliography();
    return bibliography ? safeHtml(bibliography[1].join("")).replaceAll(withOthers, etAl) : "";
  };
}

/** A style without what orders many works and tells them apart, which takes citeproc over a quarter of its time. */
const forOne = (style: CslNode): CslNode => ({
  ...style,
  children: style.children.map((part) =>
    typeof part === "string" || !["citation", "bibliography"].includes(part.name)
      ? part
      : {
          ...part,
          attrs: Object.fromEntries(
            Object.entries(part.attrs).filter(([name]) => !name.startsWith("disambiguate")),
          ),
          children: part.children.filter((child) => typeof child === "string" || child.name !== "sort"),
        },
  ),
});

/** A publication for citeproc, which links any URL and knows neither BibLaTeX's keys nor "and others". */
function itemOf(publication: Publication): Record<string, unknown> {
  const { URL: url, genre, title, ...item } = { ...preprint(publication), ...toCsl(publication) };
  const names = Object.entries(item).flatMap(([field, value]) => {
    if (!Array.isArray(value)) return [];
    const hasOthers = field === "author" && value.length > 0 && publication.moreAuthors;
    return [[field, [...value.map(nameOf), ...(hasOthers ? [{ family: others }] : [])]]];
  });
  return {
    ...item,
    // citeproc takes quadratically long, and what is longer is no title.
    title: String(title ?? publication.title).slice(0, 2000),
    ...Object.fromEntries(names),
    // What a thesis without a publisher has as its venue is the words for its kind.
    ...(typeof genre === "string" && { genre: venueOf({ type: "thesis", genre }) }),
    ...(typeof url === "string" && /^https?:\/\//i.test(url) && { URL: url }),
  };
}

/** Where to find what is at arXiv alone, which has no variable in CSL. */
const preprint = ({ arxiv, doi, venue }: Publication): Record<string, unknown> =>
  arxiv && !doi
    ? { URL: `https://arxiv.org/abs/${arxiv}`, ...(/^(arxiv\b.*)?$/i.test(venue) && { publisher: "arXiv" }) }
    : {};

/** As the last of a list, a `literal` name would have no comma before it. */
const nameOf = (name: unknown): unknown =>
  typeof name === "object" && name !== null && "literal" in name ? { family: name.literal } : name;

/** A sign of no text that stands for the authors whom the source leaves out. */
const others = "\uE003";

const withOthers = new RegExp(`(?:(?:and|&#38;|…) )?${others}\\.?`, "g");

/** Its number in the list, which one alone has no need of. */
const number = /<div class="csl-left-margin">[^<]*<\/div>/g;

const kept = new Set(["i", "b", "sup", "sub", "a"]);

/** Emphasis in what is in italics already: not with a style of its own, which a strict content security policy forbids. */
const roman = ' style="font-style:normal;"';

/** What citeproc makes of an item, without its boxes, and without anything that came in with the item's own texts. */
function safeHtml(html: string): string {
  const open: { name: string; end: string }[] = [];
  const put = (name: string, start: string, end: string): string => {
    open.push({ name, end });
    return start;
  };
  const close = (): string => open.pop()?.end ?? "";
  const safe = html
    .replace(number, "")
    .replace(/<(\/?)(\w+)([^<>]*)>|[<>]/g, (sign, slash: string, name = "", rest: string) => {
      const top = open.at(-1)?.name;
      if (name === "div") return "";
      if (name !== "span" && !kept.has(name)) return escapeHtml(sign);
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
  const address = /^ href="(https?:\/\/[^"\s]+)"$/i.exec(attributes)?.[1];
  return address ? `<a href="${address}">` : "";
}
