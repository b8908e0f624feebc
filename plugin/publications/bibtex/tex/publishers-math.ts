import { mathmlText } from "../../csl/mathml-text.js";
import { decodeEntities } from "./html.js";

// Formulas as publishers mark them: LaTeX in JATS's `tex-math`, MathML, or both as alternatives.

/** The longest formula that is read, in characters. Longer ones lose their elements only. */
const maxLength = 5000;

const anything = String.raw`(?:(?!<\/?(?:[a-z]{1,8}:)?(?:alternatives|tex-math|math)\b)[\s\S]){0,${maxLength}}`;
const latex = String.raw`<(?:[a-z]{1,8}:)?tex-math\b[^<>]{0,200}>(${anything})<\/(?:[a-z]{1,8}:)?tex-math\s?>`;
const mathml = String.raw`<(?:[a-z]{1,8}:)?math\b[^<>]{0,500}>(${anything})<\/(?:[a-z]{1,8}:)?math\s?>`;

/** LaTeX with MathML after it, or before it, that says the same. */
const both = new RegExp(String.raw`${latex}\s{0,20}${mathml}|${mathml}\s{0,20}${latex}`, "gi");
const onlyLatex = new RegExp(latex, "gi");
const onlyMathml = new RegExp(mathml, "gi");

/** Returns a value with the formulas of publishers as LaTeX's: MathML becomes text. */
export function withLatexFormulas(value: string): string {
  if (!/<(?:[a-z]{1,8}:)?(?:tex-math|math)\b/i.test(value)) return value;
  return value
    .replace(both, (_, before?: string, _mathml?: string, _other?: string, after?: string) =>
      formula(before ?? after ?? ""),
    )
    .replace(onlyLatex, (_, source: string) => formula(source))
    .replace(onlyMathml, (_, markup: string) => text(markup));
}

/** Returns a formula without a document around it, as Springer has it, and with one pair of dollar signs. */
function formula(source: string): string {
  const body = /\\begin\s?\{document\}([\s\S]*)\\end\s?\{document\}/.exec(source)?.[1] ?? source;
  const inner = body.replace(/^(?:\s|\$|\\[([])+|(?:\s|\$|\\[)\]])+$/g, "");
  return inner === "" || inner.includes("$") ? inner : `$${inner}$`;
}

const escapes: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  $: "\\$",
  "&": "\\&",
  "<": "{\\textless}",
  ">": "{\\textgreater}",
  "~": "{\\textasciitilde}",
};

/** Returns MathML as text, escaped for LaTeX. */
function text(markup: string): string {
  const plain = mathmlText(
    decodeEntities(markup, (character) => escapedXml[character] ?? character)
      .replace(/<(\/?)[a-z]{1,8}:/gi, "<$1")
      .replace(/>\s+|\s+</g, (white) => white.trim()),
  );
  return plain.replace(/[\\{}$&<>~]/g, (character) => escapes[character] ?? character);
}

const escapedXml: Readonly<Record<string, string>> = { "<": "&lt;", ">": "&gt;", "&": "&amp;" };
