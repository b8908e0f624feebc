import type { Strings } from "../../i18n/strings/types.js";
import type { Div } from "../divs.js";

/** The kinds of theorems and their like, by the names of their divs. A proof has no number. */
export const statementKinds = [
  "theorem",
  "lemma",
  "proposition",
  "corollary",
  "conjecture",
  "definition",
  "example",
  "remark",
  "exercise",
  "proof",
] as const;

export type StatementKind = (typeof statementKinds)[number];

/** What a page numbers. */
export type Kind = keyof Strings["referenceTo"];

/** The prefixes of labels: those of pandoc-crossref, and for theorems and their like those of Quarto. */
export const prefixes: Readonly<Record<string, Kind>> = {
  fig: "figure",
  tbl: "table",
  eq: "equation",
  lst: "listing",
  sec: "section",
  thm: "theorem",
  lem: "lemma",
  prp: "proposition",
  prop: "proposition",
  cor: "corollary",
  cnj: "conjecture",
  def: "definition",
  exm: "example",
  rem: "remark",
  exr: "exercise",
};

/** Where a label of a kind belongs, for messages. */
export const placesOfLabels: Readonly<Record<Kind, string>> = {
  figure: "an image alone in its paragraph, or a div",
  table: "a table or its caption",
  equation: "a displayed formula, or one of its rows",
  listing: "a block of code",
  section: "a heading",
  theorem: "a div such as ::: theorem",
  lemma: "a div such as ::: lemma",
  proposition: "a div such as ::: proposition",
  corollary: "a div such as ::: corollary",
  conjecture: "a div such as ::: conjecture",
  definition: "a div such as ::: definition",
  example: "a div such as ::: example",
  remark: "a div such as ::: remark",
  exercise: "a div such as ::: exercise",
};

/** Returns the kind of a label such as `fig:x`, or of one with a capital, such as `Fig:x`; undefined for other keys. */
export function kindOfLabel(label: string): Kind | undefined {
  const [, prefix = ""] = /^(\p{L}\p{Ll}*):./u.exec(label) ?? [];
  const name = lowerFirst(prefix);
  return Object.hasOwn(prefixes, name) ? prefixes[name] : undefined;
}

/** Returns a text with its first letter in lower case: the label that `Fig:x` refers to. */
export const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

/** Returns the kind of a div: by its name or a class, or by the prefix of its id. */
export function statementKindOf({ name, attributes: { classes, id = "" } }: Div): StatementKind | undefined {
  const names: unknown[] = [name, ...classes, kindOfLabel(id)];
  return statementKinds.find((kind) => names.includes(kind));
}
