import type { TemplateContext } from "../eleventy/api.js";
import { IndigoError, templateName } from "../utils/errors.js";
import { classes } from "../utils/markup.js";

/** A heading, and those below it. */
export interface Heading {
  /** Its id as it stands in HTML, escaped. */
  id: string;
  /** Its words with their emphasis, code and formulas. */
  html: string;
  level: number;
  children: Heading[];
}

/** From how many headings on a post has a table of contents where the option asks for one. */
const headingsAtLeast = 3;

/** A page as far as the table of contents depends on it. */
interface PageFacts {
  page: TemplateContext["page"];
  /** The front matter `toc`. */
  toc: unknown;
  /** Whether the option `toc` asks for one. */
  isWanted(): boolean;
  /** Whether front matter may be that of another theme of Jekyll's, such as `toc: { sidebar: left }`. */
  isJekyll: boolean;
}

/**
 * The table of contents of a page: where its front matter has `toc: true`, or where the option asks for one and there are
 * three headings or more.
 *
 * @returns Its headings, of the second to the fourth level, nested; none where the page has no table.
 * @throws IndigoError for a `toc` that is not true or false.
 */
export function contentsOf(content: unknown, { page, toc, isWanted, isJekyll }: PageFacts): Heading[] {
  if (typeof toc !== "boolean" && toc !== undefined && toc !== null && !isJekyll) {
    const place = templateName(page?.inputPath ?? "a template");
    throw new IndigoError(`field "toc" in ${place} must be true or false, but it is ${JSON.stringify(toc)}.`);
  }
  if (!(toc ?? isWanted())) return [];
  const headings = headingsOf(content);
  return toc || headings.length >= headingsAtLeast ? nested(headings) : [];
}

/**
 * The headings of rendered content that have an id, in their order.
 *
 * @param levels - From which level to which. The default is from the second to the fourth.
 */
export function headingsOf(content: unknown, [from, to]: readonly [number, number] = [2, 4]): Heading[] {
  const found: Heading[] = [];
  for (const [, level, attributes = "", inner = ""] of String(content ?? "").matchAll(headings)) {
    const id = idOf(attributes);
    if (!id || Number(level) < from || Number(level) > to || /\bno_toc\b/.test(attributes)) continue;
    found.push({ id, html: words(inner), level: Number(level), children: [] });
  }
  return found;
}

const headings = /<h([1-6])((?:\s[^>]*)?)>(.*?)<\/h\1>/gis;

const idOf = (attributes: string): string | undefined => {
  const [, double, single, bare] = /\sid=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(attributes) ?? [];
  return (double ?? single ?? bare)?.replaceAll('"', "&quot;");
};

const anchors = new RegExp(`<a\\b[^>]*class="${classes.anchor}".*?</a>`, "gis");

/** What of a heading may stand in a link: no other link, no note and no second element of the same id. */
const words = (inner: string): string =>
  inner
    .replace(/<sup\b[^>]*>\s*<a\b.*?<\/sup>/gis, "")
    .replace(anchors, "")
    .replace(/<\/?(a|img)\b[^>]*>/gi, "")
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sid=("[^"]*"|'[^']*')/i, ""))
    .trim();

/** Headings below those of a higher level in front of them. */
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
