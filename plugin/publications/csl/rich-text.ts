import { escapeHtml } from "../../utils/html.js";
import { replaceControlCharacters } from "../../utils/schema-values.js";
import { mathMarkup, mathText } from "./math-text.js";

// Private-use characters are placeholders for text that is not markup.
export const openBracket = "\uE001";
export const closeBracket = "\uE002";
const firstFormula = 0xe100;

/** The most formulas of an entry: as many as there are placeholder characters. */
export const maxFormulas = 0xf900 - firstFormula;

/** Returns the placeholder character of a formula, whose index is less than {@link maxFormulas}. */
export const formulaPlaceholder = (index: number): string => String.fromCharCode(firstFormula + index);

/**
 * The tags of CSL-JSON's markup.
 *
 * @see https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html#html-like-formatting-tags
 */
const tagPattern = /<(\/?)(i|b|sup|sub|span)((?: style="font-variant: ?small-caps;?"| class="nocase")?)>/g;

/** Returns text with CSL's markup as plain text, for attributes, feeds and comparisons. */
export function plainText(marked: string, formulas: readonly string[] = []): string {
  return cslText(marked.replace(tagPattern, ""), formulas);
}

/** Returns text with CSL's markup for CSL-JSON: keeps the markup, and writes formulas as text. */
export function cslText(marked: string, formulas: readonly string[] = []): string {
  return tidy(marked.replace(placeholders, (character) => mathText(formulaOf(character, formulas))));
}

/** Returns a title as {@link cslText} does, with formulas as words that keep their letter case: `O(n²)` is not `O(N²)`. */
export const cslTitle = (marked: string, formulas: readonly string[] = []): string =>
  tidy(
    marked.replace(placeholders, (character) => {
      const text = mathText(formulaOf(character, formulas));
      return /\p{Ll}/u.test(text) ? `<span class="nocase">${text}</span>` : text;
    }),
  );

/** Returns text with CSL's markup as HTML: only this markup and formulas in MathML, with all elements closed. */
export function htmlText(marked: string, formulas: readonly string[] = []): string {
  const open: string[] = [];
  let [html, end] = ["", 0];
  const text = (to: number): string =>
    escapeHtml(spaced(marked.slice(end, to)).replaceAll(openBracket, "<").replaceAll(closeBracket, ">"));
  for (const match of marked.matchAll(tagPattern)) {
    const [tag, slash, name = "", attribute = ""] = match;
    if (slash && open.at(-1) !== name) continue;
    html += text(match.index);
    end = match.index + tag.length;
    if (slash) open.pop();
    else open.push(name);
    // HTML does not need the class for unchanged letter case, which is for citation styles.
    if (name !== "span" || slash) html += slash ? `</${name}>` : `<${name}>`;
    else html += attribute.includes("small-caps") ? '<span class="small-caps">' : "<span>";
  }
  html +=
    text(marked.length) +
    open
      .reverse()
      .map((name) => `</${name}>`)
      .join("");
  return html.trim().replace(placeholders, (character) => mathMarkup(formulaOf(character, formulas)));
}

/** The placeholder characters of formulas. */
const placeholders = /[\uE100-\uF8FF]/g;

const formulaOf = (character: string, formulas: readonly string[]): string =>
  formulas[character.charCodeAt(0) - firstFormula] ?? "";

const spaced = (text: string): string => replaceControlCharacters(text.replace(/\s+/gu, " "));

const tidy = (text: string): string =>
  spaced(text).trim().replaceAll(openBracket, "<").replaceAll(closeBracket, ">");
