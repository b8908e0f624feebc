import { type FieldName, fieldEntries, type PublicationField } from "../fields.js";

/** A field of publications that a .bib file may have. */
export type ThemeField = FieldName | "selected";

/** The fields of al-folio and this theme that no citation style reads, by their names in a .bib file. */
export const byBibtex = new Map<string, { name: ThemeField; kind: PublicationField["kind"] }>([
  ["selected", { name: "selected", kind: "switch" }],
  ...fieldEntries.flatMap(
    ([name, { bibtex, aliases = [], kind }]): [string, { name: ThemeField; kind: typeof kind }][] =>
      bibtex === undefined ? [] : [bibtex, ...aliases].map((each) => [each, { name, kind }]),
  ),
]);

/** The names in .bib files of fields that only a theme reads. They are not part of a citation. */
export const privateFields: ReadonlySet<string> = new Set(byBibtex.keys());
