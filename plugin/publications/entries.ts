import type { z } from "zod";
import { type DataFile, readDataFile } from "../utils/data-file.js";
import { IndigoError, suggester } from "../utils/errors.js";
import { isRecord, withoutUndefined } from "../utils/records.js";
import type { Report } from "../utils/report.js";
import type { Subject } from "../utils/validate.js";
import { isCsl } from "./csl/schema.js";
import { withUniqueIds } from "./duplicates.js";
import { withOwnId } from "./own-id.js";
import type { PublicationFacts } from "./publication.js";
import { publicationAddition, publicationItem, shownItem } from "./schema.js";
import { type FieldRules, validFields } from "./valid-fields.js";

/** An entry of a file in any format, before its links are added. */
export interface Entry {
  facts: PublicationFacts & { id: string };
  /** Returns file and line of a field, or of the entry, for messages. */
  place(field?: string): string;
  /** Returns the file of a field. */
  file(field: string): string;
  /** Whether it is a volume from which other entries inherit, and no other file adds to it. */
  isVolume?: boolean;
}

/** A file with publications, with its data unless it is a .bib file or malformed. */
interface ParsedFile {
  file: string;
  data: DataFile | undefined;
}

/** Reads all entries in the order of their files: works first, then the theme's own format. */
export async function readEntries(files: string[], report: Report): Promise<Entry[]> {
  const parsed = files.map((file): ParsedFile => {
    const data = file.endsWith(".bib") ? undefined : readDataFile(file);
    return { file, data };
  });
  const works = withUniqueIds(await readWorkFiles(parsed.filter(hasWorks), report), report);
  const byId = new Map(works.map((work) => [work.facts.id, work]));
  const workIds = new Set(byId.keys());
  // A work that is extended twice has all the fields.
  const additions = new Map<string, string>();
  const others: Entry[] = [];
  for (const { file, data } of parsed.filter((each) => !hasWorks(each))) {
    for (const entry of data ? readList(file, data, workIds, report) : []) {
      const { id } = entry.facts;
      const work = entry.isAddition ? byId.get(id) : undefined;
      if (!work) others.push(entry);
      else {
        const first = additions.get(id);
        if (first) report.hints.push(secondAddition(entry, first));
        additions.set(id, entry.place());
        byId.set(id, combined(work, entry));
      }
    }
  }
  return [...byId.values(), ...withUniqueIds(others, report)];
}

const secondAddition = ({ facts, place }: Entry, firstPlace: string): string =>
  `publication "${facts.id}" in ${place()} is extended a second time, after ${firstPlace}; of fields in both, this one's are used.`;

const hasWorks = ({ file, data }: ParsedFile): boolean => file.endsWith(".bib") || isCsl(data?.value);

/** Reads the entries of .bib and CSL-JSON files. */
async function readWorkFiles(files: readonly ParsedFile[], report: Report): Promise<Entry[]> {
  if (files.length === 0) return [];
  // The readers and Temml are slow to load, so only sites with such files load them.
  const { readWorks } = await import("./work.js");
  const entries: Entry[] = [];
  for (const { file, data } of files) {
    for (const { facts, place, isVolume = false } of await readWorks(file, data, report)) {
      const placeOf = (field?: string): string => place(...(field ? [field] : []));
      entries.push({ facts, place: placeOf, file: () => file, isVolume });
    }
  }
  return entries;
}

/** Returns an entry with the fields that another file adds to it. */
function combined(original: Entry, { facts: added, place, file }: Entry): Entry {
  const { titleHtml, citedTitle, abstractHtml, ...facts } = original.facts;
  const titles = added.title === undefined ? withoutUndefined({ titleHtml, citedTitle }) : {};
  const abstracts = added.abstract === undefined ? withoutUndefined({ abstractHtml }) : {};
  return {
    facts: { ...facts, ...titles, ...abstracts, ...added },
    place: (field) => (field !== undefined && field in added ? place(field) : original.place(field)),
    file: (field) => (field in added ? file(field) : original.file(field)),
  };
}

/**
 * Reads the entries of a file in the theme's own format.
 *
 * @param workIds - The ids of the entries of .bib and CSL-JSON files, to which entries of this file may add fields.
 */
function readList(
  file: string,
  data: DataFile,
  workIds: ReadonlySet<string>,
  report: Report,
): (Entry & { isAddition: boolean })[] {
  const value = data.value ?? [];
  const suggest = suggester(() => [...workIds]);
  if (!Array.isArray(value)) {
    throw new IndigoError(`${file} must be a list of publications, each starting with "- id: …".`);
  }
  return value.flatMap((item: unknown, index) => {
    const place: Subject["place"] = (path) => data.place([index, ...path]);
    const raw = withOwnId(item, `publication ${index + 1} in ${place([])}`, report);
    const id = isRecord(raw) ? raw.id : undefined;
    const isAddition = typeof id === "string" && workIds.has(id);
    const near = typeof id === "string" && !("title" in (raw as object)) ? suggest(id) : "";
    if (near && !isAddition) {
      report.problems.push(
        `${describeEntry(raw, index)} in ${place([])} adds fields to an entry that the bibliography does not have; it is left out.${near}`,
      );
      return [];
    }
    const subject: Subject = { noun: "field", owner: ` of ${describeEntry(raw, index)}`, place };
    const rules = isAddition ? additionRules : itemRules(raw);
    const facts = validFields(raw, rules, subject, report.problems);
    if (facts === undefined) return [];
    return [
      {
        facts: facts as Entry["facts"],
        place: (field?: string) => place(field === undefined ? [] : [field]),
        file: () => file,
        isAddition,
      },
    ];
  });
}

const additionRules: FieldRules<z.ZodType> = {
  schema: publicationAddition,
  shown: publicationAddition,
  withoutField: () => "the entry is shown without it",
};

/** An entry that stands alone is shown without venue and year, but not without a title. */
const itemRules = (raw: unknown): FieldRules<z.ZodType> => ({
  schema: publicationItem,
  shown: shownItem,
  withoutField: (field) =>
    field === "year" ? "it is listed without a year" : "the entry is shown without it",
  isOptional: (field) => field === "year" && isRecord(raw) && raw.status !== undefined,
});

/** Returns an entry's name for messages: `publication "lora"`, or `publication 2` without an id. */
function describeEntry(raw: unknown, index: number): string {
  const id = (raw as { id?: unknown } | null)?.id;
  return typeof id === "string" ? `publication "${id}"` : `publication ${index + 1}`;
}
