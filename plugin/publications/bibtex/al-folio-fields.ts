import type { Report } from "../../utils/report.js";
import { link } from "../../utils/schema-values.js";
import { plainText } from "../csl/rich-text.js";
import { type FieldName, fieldEntries, type PublicationField } from "../fields.js";
import type { PublicationFacts } from "../publication.js";
import { readableLatex, verbatim } from "./latex.js";
import type { BibtexEntry } from "./parse.js";

type Field = FieldName | "selected";

/** The fields that only a theme has, by their names in a .bib file. */
const byBibtex = new Map<string, { name: Field; kind: PublicationField["kind"] }>([
  ["selected", { name: "selected", kind: "switch" }],
  ...fieldEntries.flatMap(([name, { bibtex, kind }]): [string, { name: Field; kind: typeof kind }][] =>
    bibtex === undefined ? [] : [[bibtex, { name, kind }]],
  ),
]);

/** Fields that only a theme reads, and which are no part of a citation. */
export const privateFields: ReadonlySet<string> = new Set(byBibtex.keys());

/** What the theme's own fields of an entry say. What is wrong in one is told, and the field left out. */
export function themeFields(
  { key, file, values, lineOf }: BibtexEntry,
  report: Report,
): Partial<PublicationFacts> {
  const found: Partial<Record<Field, unknown>> = {};
  const wrong = (name: string, expected: string, value: string): void => {
    report.problems.push(
      `field "${name}" of publication "${key}" in ${file}:${lineOf(name)} must be ${expected}, but it is ${JSON.stringify(value)}.`,
    );
  };
  for (const [bibtex, value] of Object.entries(values)) {
    const { name, kind } = byBibtex.get(bibtex) ?? {};
    if (name === undefined || value.trim() === "") continue;
    const plain = verbatim(value);
    if (kind === "text") {
      found[name] = plainText(readableLatex(value).replace(/[{}]|\\(?=[%&#_$])/g, ""));
    } else if (kind === "identifier") found[name] = plain;
    else if (kind === "link" || kind === "file") {
      if (link.safeParse(plain).success) found[name] = plain;
      else wrong(bibtex, 'an address such as "https://example.org/"', value);
    } else if (kind === "switch") {
      const on = switchOf(plain);
      if (on === undefined) wrong(bibtex, "true or false", value);
      else found[name] = on;
    } else if (kind === "badge") found[name] = switchOf(plain) ?? plain;
  }
  return found as Partial<PublicationFacts>;
}

function switchOf(value: string): boolean | undefined {
  if (/^(true|yes)$/i.test(value)) return true;
  return /^(false|no)$/i.test(value) ? false : undefined;
}
