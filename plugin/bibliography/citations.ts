import { createRequire } from "node:module";
import { escapeHtml } from "../html.js";
import type { Publication } from "../schemas/publication.js";
import { type CslNode, type CslPart, cslPart } from "./citation-styles.js";
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
    const html = format(item);
    return html ? [{ style, html }] : [];
  });
}

function loadFormatters(): NonNullable<typeof formatters> {
  const citeproc: Citeproc = createRequire(import.meta.url)("citeproc");
  const locale = cslPart("en-US");
  return (Object.keys(styles) as Citation["style"][]).map((style) => ({
    style,
    format: formatterOf(citeproc, cslPart(styles[style]), locale),
  }));
}

function formatterOf(citeproc: Citeproc, style: CslNode, locale: CslNode): Formatter {
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
    return bibliography ? safeHtml(bibliography[1].join("")) : "";
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

/** A publication for citeproc, which sets no comma before a `literal` name at the end, and links any URL. */
function itemOf(publication: Publication): Record<string, unknown> {
  const { URL: url, ...item } = toCsl(publication);
  const names = Object.entries(item).map(([field, value]) => [
    field,
    Array.isArray(value) ? value.map(nameForJoin) : value,
  ]);
  return {
    title: publication.title,
    ...Object.fromEntries(names),
    ...(typeof url === "string" && /^https?:\/\//i.test(url) && { URL: url }),
  };
}

const nameForJoin = (name: unknown): unknown =>
  typeof name === "object" && name !== null && "literal" in name ? { family: name.literal } : name;

/** Its number in the list, which one alone has no need of. */
const number = /<div class="csl-left-margin">[^<]*<\/div>/g;

const kept = new Set(["i", "b", "sup", "sub", "a"]);

/** What citeproc makes of an item, without its boxes, and without anything that came in with the item's own texts. */
function safeHtml(html: string): string {
  const open: string[] = [];
  const safe = html
    .replace(number, "")
    .replace(/<(\/?)(\w+)([^<>]*)>|[<>]/g, (sign, slash: string, name = "", rest: string) => {
      if (name === "div" || name === "span") return "";
      if (!kept.has(name)) return escapeHtml(sign);
      if (slash) return open.at(-1) === name ? `</${open.pop()}>` : "";
      const tag = name === "a" ? linkTag(rest) : `<${name}>`;
      if (tag) open.push(name);
      return tag;
    });
  const ends = open.reverse().map((name) => `</${name}>`);
  return (safe + ends.join("")).replace(/\s+/g, " ").trim();
}

function linkTag(attributes: string): string {
  const address = /^ href="(https?:\/\/[^"\s]+)"$/i.exec(attributes)?.[1];
  return address ? `<a href="${address}">` : "";
}
