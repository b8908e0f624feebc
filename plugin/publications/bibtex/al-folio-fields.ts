import type { Report } from "../../utils/report.js";
import { type FieldName, fieldEntries, type PublicationField } from "../fields.js";
import { readUrls } from "../identifiers/index.js";
import type { PublicationFacts } from "../publication.js";
import type { BibtexEntry } from "./entry.js";
import { plainTex, verbatim } from "./tex/index.js";

type Field = FieldName | "selected";

/** The fields of al-folio and this theme that no citation style reads, by their names in a .bib file. */
const byBibtex = new Map<string, { name: Field; kind: PublicationField["kind"] }>([
  ["selected", { name: "selected", kind: "switch" }],
  ...fieldEntries.flatMap(
    ([name, { bibtex, aliases = [], kind }]): [string, { name: Field; kind: typeof kind }][] =>
      bibtex === undefined ? [] : [bibtex, ...aliases].map((each) => [each, { name, kind }]),
  ),
]);

/** The names in .bib files of fields that only a theme reads. They are not part of a citation. */
export const privateFields: ReadonlySet<string> = new Set(byBibtex.keys());

/** Reads the theme's own fields of an entry. Invalid ones are reported and left out. */
export function themeFields(
  { key, file, values, lineOf }: BibtexEntry,
  report: Report,
): Partial<PublicationFacts> {
  const facts: Partial<Record<Field, unknown>> = {};
  const about = (name: string): string =>
    `field "${name}" of publication "${key}" in ${file}:${lineOf(name)}`;
  const reportValue = (name: string, expected: string, value: string): void => {
    report.problems.push(`${about(name)} must be ${expected}, but it is ${JSON.stringify(value)}.`);
  };
  for (const [bibtex, value] of Object.entries(values)) {
    const { name, kind } = byBibtex.get(bibtex) ?? {};
    if (name === undefined || value.trim() === "") continue;
    const plain = verbatim(value);
    if (kind === "text") facts[name] = plainTex(value);
    else if (kind === "identifier") facts[name] = plain;
    else if (kind === "link" || kind === "file") {
      const { urls, local, problems, hints } = readUrls(value);
      report.problems.push(...problems.map((message) => `${about(bibtex)} ${message}`));
      report.hints.push(...hints.map((message) => `${about(bibtex)} ${message}`));
      const found = local ?? urls.map(({ url }) => url).join(" ");
      if (found !== "") facts[name] ??= found;
    } else if (kind === "switch") {
      const isOn = parseSwitch(plain);
      if (isOn === undefined) reportValue(bibtex, "true or false", value);
      else facts[name] = isOn;
    } else if (kind === "badge") facts[name] = parseSwitch(plain) ?? plain;
  }
  return facts as Partial<PublicationFacts>;
}

function parseSwitch(value: string): boolean | undefined {
  if (/^(true|yes)$/i.test(value)) return true;
  return /^(false|no)$/i.test(value) ? false : undefined;
}
