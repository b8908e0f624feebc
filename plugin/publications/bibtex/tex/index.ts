import { plainText } from "../../csl/rich-text.js";
import { isKnownCommand } from "./known.js";
import { withLatexFormulas } from "./publishers-math.js";
import { Reader } from "./reader.js";
import { verbatim, withoutUnwanted } from "./verbatim.js";

export { formulaSource } from "./formula.js";
export { verbatim };

/** A value as text in CSL's markup. */
export interface RichText {
  /** The text. Brackets and formulas are placeholders, which csl/rich-text.ts writes. */
  text: string;
  /** The names of commands that were left out, since nothing is known of them. */
  unknown: string[];
}

/** Settings of a value. */
export interface RichTextOptions {
  /** Whether braces protect the letter case of their content, as `<span class="nocase">`. @default false */
  isTitle?: boolean;
}

/** What makes a value more than plain text. */
const special = /[\\${}<>&`'~,?!-]|(?![\t\n\r])\p{Cc}|\p{Co}|[\u00AD\u200B\u2060\uFEFF]/u;

/**
 * Reads the LaTeX of a .bib field, and the HTML that exporters leave in it, as text in CSL's markup. Takes linear time, and
 * reads any input: what it does not know is left out, and its arguments are shown.
 *
 * @param formulas - Collects the formulas, each of which becomes one placeholder character in the text.
 */
export function richText(
  tex: string,
  formulas: string[],
  { isTitle = false }: RichTextOptions = {},
): RichText {
  if (!special.test(tex)) return { text: tidy(tex), unknown: [] };
  const reader = new Reader(formulas, isTitle);
  const text = tidy(reader.read(unescaped(withLatexFormulas(withoutUnwanted(tex)))));
  return { text, unknown: [...reader.unknown] };
}

/** Reads LaTeX as plain text: without markup, with formulas as text. */
export function plainTex(tex: string): string {
  const formulas: string[] = [];
  return plainText(richText(tex, formulas).text, formulas);
}

const escapedCommand = /(?:\$\\backslash\$|\{?\\textbackslash(?:\s*\{\}\s*|\s*\}|\s+))([A-Za-z]+)/g;

/** Returns LaTeX that an exporter has escaped a second time, such as `{\textbackslash}emph\{a\}`, without the escapes. */
function unescaped(tex: string): string {
  if (!/\\(?:text)?backslash/.test(tex)) return tex;
  const names = [...tex.matchAll(escapedCommand)].map(([, name = ""]) => name);
  if (!names.some(isKnownCommand)) return tex;
  return tex
    .replace(/\{\\textbackslash(?:\{\})?\}|\\textbackslash(?:\{\}|\s+)|\$\\backslash\$/g, "\\")
    .replace(/\{\\textdollar(?:\{\})?\}|\\textdollar(?:\{\}|\s+)|\\\$/g, "$")
    .replace(/\{\\\^(?:\{\})?\}|\\\^\{\}|\{\\textasciicircum(?:\{\})?\}/g, "^")
    .replace(/\{\\textbraceleft\}|\\\{/g, "{")
    .replace(/\{\\textbraceright\}|\\\}/g, "}")
    .replace(/\\_/g, "_");
}

/** The tags of markup, runs of white space, and text between them. */
const runs = /<[^<>]*>|\s+|[^<\s]+/gu;

/** Makes runs of white space one space, also over markup, and composes letters and their marks. */
function tidy(text: string): string {
  let isAfterSpace = true;
  return text
    .replace(runs, (run) => {
      if (run.startsWith("<")) return run;
      if (!/^\s/.test(run)) {
        isAfterSpace = false;
        return run.normalize("NFC");
      }
      const space = isAfterSpace ? "" : " ";
      isAfterSpace = true;
      return space;
    })
    .trimEnd();
}
