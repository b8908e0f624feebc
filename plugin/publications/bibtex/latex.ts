import { mathText } from "../csl/math-text.js";
import { closeBracket, math, openBracket } from "../csl/rich-text.js";
import { constants } from "./citation-js.js";

/** Signs that Citation.js does not know, as LaTeX has them. */
const signs: Record<string, string> = {
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

/** Commands that Citation.js turns into marks. */
const kept = new Set(
  [constants.formattingCommands, constants.formattingEnvs, constants.argumentCommands].flatMap(Object.keys),
);

const accents = Object.keys(constants.diacritics);
const accentLetters = accents.filter((name) => /^[a-z]/i.test(name)).join("|");
const accentSigns = accents.filter((name) => /^[^a-z]$/i.test(name)).join("");
const accented = String.raw`\\(?:([${accentSigns.replace(/[\]^\\-]/g, "\\$&")}])\s*|(${accentLetters})(?:\s+|(?=[{\\])))(?:\{\s*([^{}\\]+)\}|([^\s{}\\]))`;

/**
 * Makes LaTeX into what Citation.js reads without a slip: accents and signs become Unicode, since it takes the braces
 * around them for words of their own (so that `{\'E}mile Zola` had a particle); commands that it does not know go, since
 * it would glue them to their text; brackets are shielded from its marks; math is kept apart.
 *
 * @param formulas - Takes the formulas, which stay in the text as single signs. Without it they become plain text.
 */
export function readableLatex(tex: string, formulas?: string[]): string {
  if (!/[\\${}<>\uE000-\uF8FF]/.test(tex)) return tex;
  return shielded(tex.replace(/[\uE000-\uF8FF]/g, ""), formulas)
    .replace(/\\(?:thanks|footnote|index|label|noopsort|sortnoop)\s*\{[^{}]*\}/gi, "")
    .replace(/\\(?:href|bibinfo|textcolor|begin|end)\s*\{[^{}]*\}\s*(?=\{|)/g, "")
    .replace(/\\[\\,;: ]\s*/g, " ")
    .replace(/\\[-/!@]/g, "")
    .replace(/\{\\([a-z]+)\s*(?:\{\})?\}|\\([a-z]+)(?:\s+|\{\}|(?![a-z]))/gi, command)
    .replace(new RegExp(String.raw`\{\s*${accented}\s*\}|${accented}`, "g"), accent)
    .replace(/(?<=^|[\s\p{L}-])\{(\p{L})\}(?=\p{L})/gu, "$1");
}

/** Sets formulas and brackets apart. A dollar sign without a second one is only that. */
function shielded(tex: string, formulas: string[] | undefined): string {
  const formula =
    /\\[\\$]|\$\$((?:\\.|[^$\\])+)\$\$|\$((?:\\.|[^$\\])+)\$|\\\(([\s\S]+?)\\\)|\\ensuremath\s*\{((?:[^{}]|\{[^{}]*\})*)\}|\$/g;
  return tex
    .replace(formula, (found, ...groups: (string | undefined)[]) => {
      const content = groups.slice(0, 4).find((group) => group !== undefined);
      if (content === undefined) return found === "$" ? "\\$" : found;
      if (!formulas) return mathText(content).replace(/[{}\\%]/g, "");
      formulas.push(content);
      return math(formulas.length - 1);
    })
    .replaceAll("<", openBracket)
    .replaceAll(">", closeBracket);
}

function command(found: string, grouped: string | undefined, plain: string | undefined): string {
  const name = grouped ?? plain ?? "";
  // `\constructor` is no command, but an object of JavaScript's has it.
  if (name in {}) return "";
  // An accent finds its letter in the next step.
  if (kept.has(name) || name in constants.diacritics) return found;
  const sign = signs[name] ?? constants.commands[name] ?? constants.mathCommands[name];
  if (typeof sign === "string") return sign.replace("<", openBracket).replace(">", closeBracket);
  return "";
}

function accent(_found: string, ...groups: (string | undefined)[]): string {
  const [sign, letter, braced, single] = groups[0] || groups[1] ? groups.slice(0, 4) : groups.slice(4, 8);
  const base = (braced ?? single ?? "").replace(/^ı/, "i").replace(/^ȷ/, "j");
  const mark = constants.diacritics[sign ?? letter ?? ""];
  // The mark follows the first letter: `\"{ou}`.
  return `${base.slice(0, 1)}${String(mark)}${base.slice(1)}`.normalize("NFC");
}

/** An address or identifier as it is meant: LaTeX writes `\_` for `_`. */
export function verbatim(tex: string): string {
  return tex
    .replace(/^\\url\s*\{(.*)\}$/s, "$1")
    .replace(/\\([_%&#~$])/g, "$1")
    .replace(/\{\\textasciitilde\}|\\textasciitilde(?:\{\})?/g, "~")
    .replace(/[{}]/g, "")
    .trim();
}
