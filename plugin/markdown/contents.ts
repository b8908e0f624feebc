import type { TemplateContext } from "../eleventy/api.js";
import type { Warn } from "../eleventy/warnings.js";
import { side } from "../options/markdown.js";
import { classes } from "../utils/markup.js";
import { replaceUpTo, Search } from "../utils/search.js";
import { placeIn } from "./environment.js";

/** A heading of a page, and the headings of lower levels under it. */
export interface Heading {
  /** Its id, escaped for HTML. */
  id: string;
  /** Its text as HTML, with emphasis, code and formulas. */
  html: string;
  level: number;
  children: Heading[];
}

/** The number of headings from which on a post has a table of contents if the option `toc` is on. */
const headingsAtLeast = 3;

/** What the table of contents needs to know of a page. */
interface PageFacts {
  page: TemplateContext["page"];
  /** The front matter `toc`. */
  toc: unknown;
  /** Returns whether the option `toc` asks for one. */
  isWanted(): boolean;
  /** Whether front matter may be for another Jekyll theme, such as `toc: { sidebar: left }`. */
  isJekyll: boolean;
  warn: Warn;
}

/**
 * Returns the table of contents of a page: with `toc: true` or `toc: side` in its front matter, or if the option asks for one and the
 * page has at least three headings.
 *
 * @returns The headings of level 2 to 4, nested; empty if the page has no table of contents.
 * Warns of any other `toc`, unless front matter may be for another theme, in which it asks for one.
 */
export function contentsOf(content: unknown, { page, toc, isWanted, isJekyll, warn }: PageFacts): Heading[] {
  const isKnown = typeof toc === "boolean" || toc === side || toc === undefined || toc === null;
  if (!isKnown && !isJekyll) {
    const place = placeIn({ page: page ?? {} }, "toc:");
    warn(
      `field "toc" in ${place} must be true, false or "side", but it is ${JSON.stringify(toc)}; the option decides.`,
    );
  }
  const own = isKnown || isJekyll ? toc : undefined;
  if (!(own ?? isWanted())) return [];
  const headings = headingsOf(content);
  return own || headings.length >= headingsAtLeast ? nested(headings) : [];
}

/** Returns whether the table of contents of a page is beside its text on wide screens. */
export const isAtSide = (toc: unknown, option: unknown): boolean => toc === side || option === side;

/** The content of a page in two parts, between which is its table of contents. */
interface Opening {
  /** The heading of level 1 that the content starts with; else empty. */
  title: string;
  rest: string;
}

/**
 * Splits rendered content after the title that it starts with, so that the table of contents is below the title.
 *
 * @param contents - The table of contents; if it is empty, nothing is split.
 */
export function openingOf(content: unknown, contents: readonly Heading[]): Opening {
  const html = String(content ?? "");
  const start = contents.length > 0 && /^\s*<h1[\s>]/i.test(html) ? html.search(/<\/h1>/i) : -1;
  const end = start < 0 ? 0 : start + "</h1>".length;
  return { title: html.slice(0, end), rest: html.slice(end) };
}

/**
 * Returns the headings of rendered content that have an id, in their order and not nested.
 *
 * @param levels - The first and the last level. @default [2, 4]
 */
export function headingsOf(content: unknown, [from, to]: readonly [number, number] = [2, 4]): Heading[] {
  const headings: Heading[] = [];
  const html = String(content ?? "");
  const search = new Search(html);
  let done = 0;
  for (const { 0: start, 1: level = "", index } of html.matchAll(/<h([1-6])(?=[\s>])/gi)) {
    const { start: innerTag, end: inner } = search.next(">", index);
    const close = search.next(headingEnds[Number(level) - 1] ?? "", inner);
    if (index < done || !Number.isFinite(close.end)) continue;
    done = close.end;
    const attributes = html.slice(index + start.length, innerTag);
    const id = idOf(attributes);
    if (!id || Number(level) < from || Number(level) > to || /\bno_toc\b/.test(attributes)) continue;
    headings.push({ id, html: linkText(html.slice(inner, close.start)), level: Number(level), children: [] });
  }
  return headings;
}

const headingEnds = [1, 2, 3, 4, 5, 6].map((level) => new RegExp(`</h${level}>`, "gi"));

const idOf = (attributes: string): string | undefined => {
  const [, double, single, bare] = /\sid=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(attributes) ?? [];
  return (double ?? single ?? bare)?.replaceAll('"', "&quot;");
};

const anchors = new RegExp(`<a\\b[^<>]*class="${classes.anchor}".*?</a>`, "gis");

/** Returns the HTML of a heading for a link to it: without links, footnote references, images and ids. */
function linkText(inner: string): string {
  const remove = (): string => "";
  let text = replaceUpTo("</sup>", inner, /<sup\b[^<>]*>\s*<a\b.*?<\/sup>/gis, remove);
  text = replaceUpTo("</a>", text, anchors, remove);
  text = replaceUpTo(">", text, /<\/?(a|img)\b[^>]*>/gi, remove);
  text = replaceUpTo(">", text, /<[a-z][^>]*>/gi, (tag) => tag.replace(/\sid=("[^"]*"|'[^']*')/i, ""));
  return text.trim();
}

/** Nests headings under the preceding heading of a higher level. */
export function nested(flat: readonly Heading[]): Heading[] {
  const top: Heading[] = [];
  const open: Heading[] = [];
  for (const heading of flat) {
    while ((open.at(-1)?.level ?? 0) >= heading.level) open.pop();
    (open.at(-1)?.children ?? top).push(heading);
    open.push(heading);
  }
  return top;
}
