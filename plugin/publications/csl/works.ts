import { type ConnectionKind, connectionKinds, idsExpected, readIds } from "../../utils/connection-ids.js";
import type { DataFile } from "../../utils/data-file.js";
import { isRecord } from "../../utils/records.js";
import type { Report } from "../../utils/report.js";
import { withOwnId } from "../own-id.js";
import { validFields } from "../valid-fields.js";
import type { Work } from "../work-types.js";
import { factsFrom } from "./facts.js";
import { publicVariables } from "./public-variables.js";
import { type CslItem, cslItem } from "./schema.js";

/** Reads the works of a CSL-JSON file, which Zotero and others export: validates it, and returns each in the theme's form. */
export function cslWorks(data: DataFile, report: Report): Work[] {
  return (data.value as unknown[]).flatMap((raw, index) => {
    const entry = withOwnId(withoutNull(raw), `publication ${index + 1} in ${data.place([index])}`, report);
    const id = isRecord(entry) ? entry.id : undefined;
    const csl = validFields(
      entry,
      { schema: cslItem, shown: cslItem, withoutField: () => "the entry is shown without it" },
      {
        noun: "field",
        owner: ` of publication ${id === undefined ? index + 1 : JSON.stringify(id)}`,
        place: (path) => data.place([index, ...path]),
      },
      report.problems,
    );
    if (csl === undefined) return [];
    const place = (...fields: string[]): string => {
      const field = fields.find((name) => name in csl);
      return data.place(field === undefined ? [index] : [index, field]);
    };
    const facts = factsFrom(
      { key: csl.id, csl, formulas: [], values: valuesOf(csl), mayLackDate: true, place },
      report,
    );
    const connections = connectionsOf(
      csl,
      (name) => `field "${name}" of publication "${csl.id}" in ${place(name)}`,
      report,
    );
    return [{ facts: publicVariables({ ...facts, ...connections, id: csl.id }), place }];
  });
}

/**
 * Returns the ids of other things of the site that an item names: in fields of its own, or in CSL's `custom`.
 *
 * @see https://docs.citationstyles.org/en/stable/specification.html – `custom` holds what is no variable of CSL.
 */
function connectionsOf(
  csl: CslItem,
  where: (name: string) => string,
  { problems }: Report,
): Partial<Record<ConnectionKind, string[]>> {
  const custom = isRecord(csl.custom) ? csl.custom : {};
  return Object.fromEntries(
    connectionKinds.flatMap((name) => {
      const value = csl[name] ?? custom[name];
      if (value === undefined) return [];
      const ids = readIds(value);
      if (!ids) problems.push(`${where(name)} ${idsExpected}; it is left out.`);
      return ids ? [[name, ids]] : [];
    }),
  );
}

/** Returns an entry without the variables that a program has written as null. */
const withoutNull = (raw: unknown): unknown =>
  isRecord(raw) ? Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== null)) : raw;

/** Fields of BibTeX by the CSL variables, among them those of Zotero, that may hold identifiers and links. */
const bibtexNames: Record<string, string> = {
  DOI: "doi",
  URL: "url",
  PMID: "pmid",
  PMCID: "pmcid",
  note: "note",
  annote: "annote",
  number: "number",
  volume: "volume",
  "container-title": "journal",
  arxiv: "arxiv",
  archive: "eprinttype",
  archive_location: "eprint",
};

function valuesOf(csl: CslItem): Record<string, string> {
  return Object.fromEntries(
    Object.entries(bibtexNames).flatMap(([name, field]) => {
      const value = csl[name];
      return typeof value === "string" && value !== "" ? [[field, value]] : [];
    }),
  );
}
