import type { Manner } from "./marked-text.ts";

/** The command of each combining character. */
const accents: Record<string, string> = {
  "\u0300": "`",
  "\u0301": "'",
  "\u0302": "^",
  "\u0303": "~",
  "\u0304": "=",
  "\u0306": "u",
  "\u0307": ".",
  "\u0308": '"',
  "\u030A": "r",
  "\u030B": "H",
  "\u030C": "v",
  "\u0323": "d",
  "\u0327": "c",
  "\u0328": "k",
};

const letters: Record<string, string> = {
  ß: "ss",
  ø: "o",
  Ø: "O",
  ł: "l",
  Ł: "L",
  æ: "ae",
  Æ: "AE",
  œ: "oe",
  å: "aa",
  Å: "AA",
  ı: "i",
  đ: "dj",
};

/** An accent on a letter: `\'{e}`, `{\'e}`, `{\'{e}}` or `\'e`. */
export type AccentForm = "inner" | "outer" | "both" | "bare";

function accented(command: string, letter: string, form: AccentForm): string {
  const isWord = /\w/.test(command);
  // A dotless i carries the accent, as older files have it.
  const base = letter === "i" && !isWord && form !== "both" ? "\\i" : letter;
  if (form === "inner") return `\\${command}{${base}}`;
  if (form === "both") return `{\\${command}{${base}}}`;
  const tex = `\\${command}${isWord ? " " : ""}${base}`;
  return form === "outer" ? `{${tex}}` : base === "\\i" ? `\\${command}{\\i}` : tex;
}

/** Writes letters with accents as commands; letters of other scripts stay. */
export const withAccents = (text: string, form: AccentForm): string => encoded(text, {}, form);

/** Writes characters by a table, and letters with accents as commands if there is a form for it. */
function encoded(text: string, table: Record<string, string>, form?: AccentForm): string {
  return [...text.normalize("NFC")]
    .map((character) => table[character] ?? (form ? letterTex(character, form) : character))
    .join("");
}

function letterTex(character: string, form: AccentForm): string {
  const letter = letters[character];
  if (letter) return form === "bare" ? `\\${letter}{}` : `{\\${letter}}`;
  const [base = "", ...marks] = [...character.normalize("NFD")];
  if (!/^[A-Za-z]$/.test(base) || marks.length === 0 || !marks.every((mark) => mark in accents))
    return character;
  return marks.reduce(
    (tex, mark) => accented(accents[mark] as string, tex, marks.length > 1 ? "inner" : form),
    base,
  );
}

const escapes: Record<string, string> = { "&": "\\&", "%": "\\%", $: "\\$", "#": "\\#", _: "\\_" };

/** The commands for characters in Zotero's export, by Better BibTeX and without it. */
const zotero: Record<string, string> = {
  ...escapes,
  "\\": "{\\textbackslash}",
  "{": "\\{",
  "}": "\\}",
  "<": "{$<$}",
  ">": "{$>$}",
  "~": "{\\textasciitilde}",
  "–": "{\\textendash}",
  "—": "{\\textemdash}",
  "’": "{\\textquoteright}",
  "“": "{\\textquotedblleft}",
  "”": "{\\textquotedblright}",
  "…": "{\\dots}",
  "°": "{\\textdegree}",
  "×": "{\\texttimes}",
  "±": "{\\textpm}",
  "≠": "{$\\neq$}",
  "¿": "{\\textquestiondown}",
  α: "{$\\alpha$}",
  β: "{$\\beta$}",
};

/** What authors write by hand. */
const byHand: Record<string, string> = {
  ...escapes,
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  "<": "$<$",
  ">": "$>$",
  "~": "$\\sim$",
  "–": "--",
  "—": "---",
  "’": "'",
  "“": "``",
  "”": "''",
  "…": "\\ldots{}",
  "°": "$^\\circ$",
  "×": "$\\times$",
  "±": "$\\pm$",
  "≠": "$\\ne$",
  "¿": "?`",
  α: "$\\alpha$",
  β: "$\\beta$",
};

/** Zotero and Better BibTeX. */
export const zoteroManner: Manner = {
  i: "{\\emph{%}}",
  sub: "{\\textsubscript{%}}",
  sup: "{\\textsuperscript{%}}",
  m: "{$%$}",
  k: "{{%}}",
  q: "{\\textquotedblleft}%{\\textquotedblright}",
  text: (text) => encoded(text, zotero, "outer"),
};

/** As authors write by hand. */
export const handManner: Manner = {
  i: "\\emph{%}",
  sub: "$_{%}$",
  sup: "$^{%}$",
  m: "$%$",
  k: "{%}",
  q: "``%''",
  text: (text) => encoded(text, byHand, "inner"),
};

/** The declarations and primitives of older files. */
export const oldManner: Manner = {
  ...handManner,
  i: "{\\it %\\/}",
  sub: "\\ensuremath{_{%}}",
  sup: "\\raise.5ex\\hbox{\\small %}",
  m: "\\(%\\)",
  text: (text) => encoded(text, byHand, "bare"),
};

/** BibLaTeX with csquotes, in UTF-8. */
export const biblatexManner: Manner = {
  i: "\\mkbibemph{%}",
  sub: "\\textsubscript{%}",
  sup: "\\textsuperscript{%}",
  m: "\\(%\\)",
  k: "{%}",
  q: "\\enquote{%}",
  text: (text) =>
    encoded(text, {
      ...escapes,
      "\\": "\\textbackslash{}",
      "{": "\\{",
      "}": "\\}",
      "~": "\\textasciitilde{}",
    }),
};

/** Mendeley: braces around accents and formulas, and many escapes. */
export const mendeleyManner: Manner = {
  ...zoteroManner,
  i: "$\\backslash$textit\\{%\\}",
  sub: "\\textless{}sub\\textgreater{}%\\textless{}/sub\\textgreater{}",
  sup: "\\textless{}sup\\textgreater{}%\\textless{}/sup\\textgreater{}",
  m: "$%$",
  k: "%",
  q: "“%”",
  text: (text) =>
    encoded(
      text,
      { ...escapes, "<": "{\\textless}", ">": "{\\textgreater}", "\\": "{\\textbackslash}" },
      "both",
    ),
};
