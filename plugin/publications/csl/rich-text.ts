import { escapeHtml } from "../../utils/html.js";
import { replaceControlCharacters } from "../../utils/schema-values.js";
import { mathMarkup, mathText } from "./math-text.js";

// Signs of no text, which stand for what Citation.js must not touch.
export const openBracket = "\uE001";
export const closeBracket = "\uE002";
const firstFormula = 0xe100;

/** The sign that stands for a formula. */
export const math = (index: number): string => String.fromCharCode(firstFormula + index);

/**
 * The marks that CSL-JSON has in its texts.
 *
 * @see https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html#html-like-formatting-tags
 */
const mark = /<(\/?)(i|b|sup|sub|span)((?: style="font-variant: ?small-caps;?"| class="nocase")?)>/g;

/** Text with CSL's marks as text alone. */
export function plainText(marked: string, formulas: readonly string[] = []): string {
  return tidy(
    marked.replace(mark, "").replace(/[\uE100-\uF8FF]/g, (sign) => mathText(formulaOf(sign, formulas))),
  );
}

/** Text with CSL's marks for CSL-JSON: formulas are text there. */
export function cslText(marked: string, formulas: readonly string[] = []): string {
  return tidy(marked.replace(/[\uE100-\uF8FF]/g, (sign) => mathText(formulaOf(sign, formulas))));
}

/** Text with CSL's marks as HTML: nothing but these marks and formulas in MathML is markup, and every mark is closed. */
export function htmlText(marked: string, formulas: readonly string[] = []): string {
  const open: string[] = [];
  let [html, end] = ["", 0];
  const text = (to: number): string =>
    escapeHtml(spaced(marked.slice(end, to)).replaceAll(openBracket, "<").replaceAll(closeBracket, ">"));
  for (const found of marked.matchAll(mark)) {
    const [tag, slash, name = "", attribute = ""] = found;
    if (slash && open.at(-1) !== name) continue;
    html += text(found.index);
    end = found.index + tag.length;
    if (slash) open.pop();
    else open.push(name);
    // Only what CSL makes of titles needs the mark for kept letter case.
    if (name !== "span" || slash) html += slash ? `</${name}>` : `<${name}>`;
    else html += attribute.includes("small-caps") ? '<span class="small-caps">' : "<span>";
  }
  html +=
    text(marked.length) +
    open
      .reverse()
      .map((name) => `</${name}>`)
      .join("");
  return html.trim().replace(/[\uE100-\uF8FF]/g, (sign) => mathMarkup(formulaOf(sign, formulas)));
}

const formulaOf = (sign: string, formulas: readonly string[]): string =>
  formulas[sign.charCodeAt(0) - firstFormula] ?? "";

const spaced = (text: string): string => replaceControlCharacters(text.replace(/\s+/gu, " "));

const tidy = (text: string): string =>
  spaced(text).trim().replaceAll(openBracket, "<").replaceAll(closeBracket, ">");
