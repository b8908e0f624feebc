import { existsSync } from "node:fs";
import path from "node:path";
import type { z } from "zod";
import type { EleventyConfig } from "../eleventy/api.js";
import type { LateCopies } from "../eleventy/late-copies.js";
import type { SiteFile } from "../eleventy/site-files.js";
import { isLocalFile, urlOfFile } from "../eleventy/site-files.js";
import { warner } from "../eleventy/warnings.js";
import type { ValidOptions } from "../options/options.js";
import { configFileName } from "../utils/config-file-name.js";
import { type DataFile, readDataFile } from "../utils/data-file.js";
import { IndigoError, suggestion } from "../utils/errors.js";
import type { Report } from "../utils/report.js";
import { describeIssues, type Subject } from "../utils/validate.js";
import { isCsl } from "./csl/schema.js";
import { findFile } from "./entry-files.js";
import { fileFields } from "./fields.js";
import { joinLinks, linksOf } from "./links.js";
import type { Publication, PublicationFacts } from "./publication.js";
import { publication } from "./publication.js";
import { publicationAddition, publicationItem } from "./schema.js";
import type { Work } from "./work-types.js";

const names = ["publications.bib", "publications.yaml", "publications.yml", "publications.json"];

/** The site's publications, in the order of its files. */
export interface Publications {
  /** The files that they come from; empty where the site has none. */
  files: string[];
  all: Publication[];
  byId: Map<string, Publication>;
}

/** The options that say where publications are, and what becomes of mistakes in them. */
export type Settings = Pick<ValidOptions, "bibliography" | "bibliographyErrors">;

/** Every place where the theme looks for publications: as the author says, else the input folder, then the data folder. */
export function publicationFiles(
  { directories }: EleventyConfig,
  { bibliography }: Pick<Settings, "bibliography">,
): string[] {
  if (bibliography !== undefined)
    return [bibliography].flat().map((file) => located(directories.input, file));
  const folders = [...new Set([directories.input, directories.data])];
  return folders.flatMap((folder) => names.map((name) => path.posix.join(folder, name)));
}

/** A file by its path in the project, or else in the input folder. */
function located(input: string, file: string): string {
  const inInput = path.posix.join(input, file);
  return !existsSync(file) && existsSync(inInput) ? inInput : path.posix.normalize(file);
}

/**
 * Reads the site's publications, and has the files copied that they name.
 *
 * @throws IndigoError that names every problem with its file, line, entry and field; with the option
 * `bibliographyErrors: "warn"` they are printed, and what is wrong is left out.
 */
export async function readPublications(
  eleventyConfig: EleventyConfig,
  { bibliography, bibliographyErrors }: Settings,
  copies: LateCopies,
): Promise<Publications> {
  const places = publicationFiles(eleventyConfig, { bibliography });
  const files = places.filter((file) => existsSync(file));
  const report: Report = { problems: [], hints: [] };
  if (bibliography !== undefined) {
    for (const file of places.filter((place) => !existsSync(place))) {
      throw new IndigoError(
        `option "bibliography" in ${configFileName()} names a file that does not exist: "${file}".`,
      );
    }
  }
  const byId = new Map<string, Publication>();
  const named: SiteFile[] = [];
  for (const entry of await readEntries(files, report)) {
    byId.set(entry.facts.id, publication(withLinks(eleventyConfig, entry, named, report)));
  }
  const warn = warner(eleventyConfig);
  for (const hint of report.hints) warn(hint);
  if (report.problems.length > 0) {
    if (bibliographyErrors !== "warn") throw new IndigoError(...report.problems);
    for (const problem of report.problems) warn(problem);
  }
  copies.set(named);
  return { files, all: [...byId.values()], byId };
}

interface Entry {
  facts: PublicationFacts & { id: string };
  /** Where a field of it stands, or the entry. */
  place(field?: string): string;
  /** The file in which a field stands. */
  file(field: string): string;
}

/** Entries in the order of their files, each id once. */
async function readEntries(files: string[], report: Report): Promise<Entry[]> {
  const entries = new Map<string, Entry>();
  const read = files.map((file) => ({
    file,
    data: file.endsWith(".bib") ? undefined : dataOf(file, report.problems),
  }));
  const isWork = ({ file, data }: (typeof read)[number]): boolean =>
    file.endsWith(".bib") || isCsl(data?.value);
  const add = (entry: Entry): void => {
    const { id } = entry.facts;
    const first = entries.get(id);
    if (first) {
      report.problems.push(
        `publication "${id}" in ${entry.place()} has the same id as the one in ${first.place()}.`,
      );
    } else entries.set(id, entry);
  };
  const works = read.filter(isWork);
  // Citation.js and Temml take their time to load, which a site without such files need not spend.
  const { readWorks } = works.length > 0 ? await import("./work.js") : { readWorks: undefined };
  const additions = new Map<string, string>();
  const cited = new Map<string, Work>();
  for (const { file, data } of works) {
    for (const work of (await readWorks?.(file, data, report)) ?? []) {
      if (!cited.has(work.facts.id)) cited.set(work.facts.id, work);
      add({ facts: work.facts, place: (field) => work.place(...(field ? [field] : [])), file: () => file });
    }
  }
  for (const { file, data } of read.filter((each) => !isWork(each))) {
    if (data)
      for (const entry of readList(file, data, cited, report)) {
        const first = entry.isAddition ? additions.get(entry.facts.id) : undefined;
        const known = entries.get(entry.facts.id);
        if (first)
          report.problems.push(
            `publication "${entry.facts.id}" in ${entry.place()} has the same id as the one in ${first}.`,
          );
        else if (entry.isAddition && known) {
          additions.set(entry.facts.id, entry.place());
          entries.set(entry.facts.id, combined(known, entry));
        } else add(entry);
      }
  }
  return [...entries.values()];
}

/** An entry with what another file adds to it. */
function combined(known: Entry, { facts: added, place, file }: Entry): Entry {
  const { titleHtml, ...facts } = known.facts;
  return {
    facts: { ...facts, ...(added.title === undefined && titleHtml !== undefined && { titleHtml }), ...added },
    place: (field) => (field !== undefined && field in added ? place(field) : known.place(field)),
    file: (field) => (field in added ? file(field) : known.file(field)),
  };
}

function readList(
  file: string,
  data: DataFile,
  cited: ReadonlyMap<string, unknown>,
  { problems }: Report,
): (Entry & { isAddition: boolean })[] {
  const value = data.value ?? [];
  if (!Array.isArray(value)) {
    problems.push(`${file} must be a list of publications, each starting with "- id: …".`);
    return [];
  }
  return value.flatMap((raw: unknown, index) => {
    const place: Subject["place"] = (path) => data.place([index, ...path]);
    const id = (raw as { id?: unknown } | null)?.id;
    const isAddition = typeof id === "string" && cited.has(id);
    const near =
      typeof id === "string" && !("title" in (raw as object)) ? suggestion(id, [...cited.keys()]) : "";
    if (near && !isAddition) {
      problems.push(`${calling(raw, index)} in ${place([])} adds to none of the bibliography.${near}`);
      return [];
    }
    const schema: z.ZodType = isAddition ? publicationAddition : publicationItem;
    const result = schema.safeParse(raw, { reportInput: true });
    if (result.success) {
      return [
        {
          facts: result.data as Entry["facts"],
          place: (field?: string) => place(field === undefined ? [] : [field]),
          file: () => file,
          isAddition,
        },
      ];
    }
    const subject: Subject = { noun: "field", owner: ` of ${calling(raw, index)}`, place };
    problems.push(...describeIssues(result.error.issues, schema, raw, subject));
    return [];
  });
}

/** An entry with the links that its fields make, after which its author's own follow, and with the addresses of its files. */
function withLinks(
  eleventyConfig: EleventyConfig,
  { facts, place, file }: Entry,
  named: SiteFile[],
  report: Report,
): PublicationFacts {
  const found: PublicationFacts = { ...facts };
  for (const field of fileFields) {
    const value = facts[field];
    if (typeof value !== "string" || !isLocalFile(value)) continue;
    const local = findFile(eleventyConfig, field, value, file(field));
    if (local) {
      named.push(local);
      Object.assign(found, { [field]: urlOfFile(local) });
    } else {
      delete found[field];
      report.problems.push(
        `field "${field}" of publication "${facts.id}" in ${place(field)} names a file that does not exist: "${value}".`,
      );
    }
  }
  return {
    ...found,
    links: joinLinks(
      linksOf(found, (url) => url),
      facts.links,
    ),
  };
}

/** A malformed file is one problem among the others. */
function dataOf(file: string, problems: string[]): DataFile | undefined {
  try {
    return readDataFile(file);
  } catch (error) {
    if (!(error instanceof IndigoError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}

function calling(raw: unknown, index: number): string {
  const id = (raw as { id?: unknown } | null)?.id;
  return typeof id === "string" ? `publication "${id}"` : `publication ${index + 1}`;
}
