import MarkdownIt from "markdown-it";
import { stringsIn } from "../../../plugin/i18n/strings/index.ts";
import { useAttributes } from "../../../plugin/markdown/attributes.ts";
import { useDivs } from "../../../plugin/markdown/divs.ts";
import { ownEnvironment } from "../../../plugin/markdown/environment.ts";
import { useFigures } from "../../../plugin/markdown/figures.ts";
import { useFootnotes } from "../../../plugin/markdown/footnotes.ts";
import { useHeadingIds } from "../../../plugin/markdown/headings.ts";
import { useInlineMarks } from "../../../plugin/markdown/inline-marks.ts";
import { mathBudget, useMath } from "../../../plugin/markdown/math/math.ts";
import { keptNumbers, useNumbering } from "../../../plugin/markdown/numbering/index.ts";
import { useTables } from "../../../plugin/markdown/tables.ts";

/** What a page sets and has. */
interface Page {
  language?: string;
  works?: readonly string[];
  /** Front matter. */
  [field: string]: unknown;
}

/** Renders Markdown as a page's text, and returns its HTML, with formulas in short, and what its author is told. */
export function render(
  source: string,
  { language = "en", works = [], ...data }: Page = {},
): { html: string; warnings: string[] } {
  const { strings } = stringsIn(language);
  const warnings: string[] = [];
  const warn = (message: string): void => void warnings.push(message);
  const stringsOf = () => strings;
  const md = MarkdownIt({ html: true });
  useMath(md, { macros: {}, isKramdown: false, stringsOf, budget: mathBudget(), warn });
  md.core.ruler.before("normalize", "indigo_environment", ownEnvironment);
  useAttributes(md);
  useDivs(md, warn);
  useInlineMarks(md);
  useHeadingIds(md);
  useFootnotes(md, stringsOf);
  useFigures(md);
  useTables(md);
  const defaults = { numberSections: false, numberEquations: false, shareTheoremNumbers: false };
  useNumbering(md, { defaults, stringsOf, isWork: (key) => works.includes(key), kept: keptNumbers(), warn });
  const html = md.render(source, data).replaceAll("\u00a0", " ");
  return { html: html.replaceAll(/<math[\s\S]*?<\/math>/g, short).replaceAll("\n", ""), warnings };
}

/** Returns the ids of a formula's rows and its tags. */
const short = (math: string): string =>
  `<math${[...math.matchAll(/<mtr id="([^"]*)"|class="tml-tag">([^<]*)/g)].map(([, id, tag]) => ` ${id ?? tag}`).join("")}>`;

/** Returns the text of HTML. */
export const textOf = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&gt;", ">")
    .replaceAll("&lt;", "<")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
