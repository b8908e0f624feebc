import { mathText } from "../csl/math-text.js";
import { closeBracket, formulaPlaceholder, maxFormulas, openBracket } from "../csl/rich-text.js";
import { constants } from "./citation-js.js";

/** LaTeX commands for characters that Citation.js does not know. */
const characters: Record<string, string> = {
  AA: "Å",
  aa: "å",
  ldots: "…",
  dots: "…",
  textellipsis: "…",
  quad: " ",
  qquad: " ",
  space: " ",
  newline: " ",
  par: " ",
  slash: "/",
  textasteriskcentered: "*",
  TeX: "TeX",
  LaTeX: "LaTeX",
  LaTeXe: "LaTeX2e",
  BibTeX: "BibTeX",
  textmu: "μ",
};

/** Commands that Citation.js turns into CSL's markup. */
const markupCommands = new Set(
  [constants.formattingCommands, constants.formattingEnvs, constants.argumentCommands].flatMap(Object.keys),
);

const accents = Object.keys(constants.diacritics);
const accentLetters = accents.filter((name) => /^[a-z]/i.test(name)).join("|");
const accentMarks = accents.filter((name) => /^[^a-z]$/i.test(name)).join("");
const accented = String.raw`\\(?:([${accentMarks.replace(/[\]^\\-]/g, "\\$&")}])\s*|(${accentLetters})(?:\s+|(?=[{\\])))(?:\{\s*([^\s{}\\][^{}\\]*)\}|([^\s{}\\]))`;

/**
 * Prepares LaTeX so that Citation.js parses it correctly. Accents and special characters become Unicode, since it reads
 * the braces around them as words (which gave `{\'E}mile Zola` a particle). Unknown commands are removed, since it would
 * join them to their text. Brackets become placeholders, so that they are not read as CSL's markup.
 *
 * @param formulas - Collects the formulas, each of which becomes one placeholder character in the text. Without it, and
 * after the first few thousand, they become plain text.
 */
export function readableLatex(tex: string, formulas?: string[]): string {
  if (!/[\\${}<>\uE000-\uF8FF]/.test(tex)) return tex;
  return withPlaceholders(tex.replace(/[\uE000-\uF8FF]/g, ""), formulas)
    .replace(/\\(?:thanks|footnote|index|label|noopsort|sortnoop)\s*\{[^{}]*\}/gi, "")
    .replace(/\\(?:href|bibinfo|textcolor|begin|end)\s*\{[^{}]*\}\s*(?=\{|)/g, "")
    .replace(/\\[\\,;: ]\s*/g, " ")
    .replace(/\\[-/!@]/g, "")
    .replace(/\{\\([a-z]+)\s*(?:\{\})?\}|\\([a-z]+)(?:\s+|\{\}|(?![a-z]))/gi, command)
    .replace(new RegExp(String.raw`\{\s*${accented}\s*\}|${accented}`, "g"), accent)
    .replace(/(?<=^|[\s\p{L}-])\{(\p{L})\}(?=\p{L})/gu, "$1");
}

/** Replaces formulas and brackets by placeholder characters. A dollar sign without a second one is text. */
function withPlaceholders(tex: string, formulas: string[] | undefined): string {
  const formula =
    /\\[\\$]|\$\$((?:\\.|[^$\\])+)\$\$|\$((?:\\.|[^$\\])+)\$|\\\(((?:(?!\\[()])[\s\S])+)\\\)|\\ensuremath\s*\{((?:[^{}]|\{[^{}]*\})*)\}|\$/g;
  return tex
    .replace(formula, (match, ...groups: (string | undefined)[]) => {
      const content = groups.slice(0, 4).find((group) => group !== undefined);
      if (content === undefined) return match === "$" ? "\\$" : match;
      if (!formulas) return mathText(content).replace(/[{}\\%]/g, "");
      if (formulas.length >= maxFormulas) return content.replace(/[{}\\%]/g, "");
      formulas.push(content);
      return formulaPlaceholder(formulas.length - 1);
    })
    .replaceAll("<", openBracket)
    .replaceAll(">", closeBracket);
}

/** Returns the character of a LaTeX command; commands that markup or accents need stay, others are removed. */
function command(match: string, grouped: string | undefined, plain: string | undefined): string {
  const name = grouped ?? plain ?? "";
  // `\constructor` is no command, but every JavaScript object has that property.
  if (name in {}) return "";
  // Accents are combined with their letters in the next step.
  if (markupCommands.has(name) || name in constants.diacritics) return match;
  const character = characters[name] ?? constants.commands[name] ?? constants.mathCommands[name];
  if (typeof character === "string") return character.replace("<", openBracket).replace(">", closeBracket);
  return "";
}

/** Combines a letter with its accent. */
function accent(_match: string, ...groups: (string | undefined)[]): string {
  const [mark, command, braced, single] = groups[0] || groups[1] ? groups.slice(0, 4) : groups.slice(4, 8);
  const base = (braced ?? single ?? "").replace(/^ı/, "i").replace(/^ȷ/, "j");
  const diacritic = constants.diacritics[mark ?? command ?? ""];
  // It follows the first letter: `\"{ou}`.
  return `${base.slice(0, 1)}${String(diacritic)}${base.slice(1)}`.normalize("NFC");
}

/** Returns a URL or identifier without LaTeX's escapes, such as `\_` for `_`. */
export function verbatim(tex: string): string {
  return tex
    .replace(/^\\url\s*\{(.*)\}$/s, "$1")
    .replace(/\\([_%&#~$])/g, "$1")
    .replace(/\{\\textasciitilde\}|\\textasciitilde(?:\{\})?/g, "~")
    .replace(/[{}]/g, "")
    .trim();
}
