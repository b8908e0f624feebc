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
import { findPoster, isVideo } from "./preview.js";
import type { Publication, PublicationFacts, PublicationLink } from "./publication.js";
import { publication } from "./publication.js";
import { publicationAddition, publicationItem } from "./schema.js";

const fileNames = ["publications.bib", "publications.yaml", "publications.yml", "publications.json"];

/** The site's publications, in the order of its files. */
export interface Publications {
  /** The files with the publications; empty if the site has none. */
  files: string[];
  all: Publication[];
  byId: Map<string, Publication>;
  /** Returns file and line of an entry, for messages. */
  placeOf(id: string | undefined): string;
}

/** The options for the files of publications, and for errors in them. */
export type Settings = Pick<ValidOptions, "bibliography" | "bibliographyErrors">;

/** Returns the paths of files with publications: from the option, else in the input folder, then in the data folder. */
export function publicationFiles(
  { directories }: EleventyConfig,
  { bibliography }: Pick<Settings, "bibliography">,
): string[] {
  if (bibliography !== undefined) return [bibliography].flat().map((file) => locate(directories.input, file));
  const folders = [...new Set([directories.input, directories.data])];
  return folders.flatMap((folder) => fileNames.map((name) => path.posix.join(folder, name)));
}

/** Returns the path of a file in the project, or in the input folder if it is only there. */
function locate(input: string, file: string): string {
  const inInput = path.posix.join(input, file);
  return !existsSync(file) && existsSync(inInput) ? inInput : path.posix.normalize(file);
}

/**
 * Reads the site's publications, and copies the files that they name to the output.
 *
 * @throws IndigoError with every problem, with its file, line, entry and field; with the option
 * `bibliographyErrors: "warn"` they are logged instead, and invalid fields and entries are left out.
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
  const entryPlaces = new Map<string, string>();
  const linkedFiles: SiteFile[] = [];
  for (const entry of await readEntries(files, report)) {
    entryPlaces.set(entry.facts.id, entry.place());
    byId.set(entry.facts.id, publication(withLinks(eleventyConfig, entry, linkedFiles, report)));
  }
  const warn = warner(eleventyConfig);
  for (const hint of report.hints) warn(hint);
  if (report.problems.length > 0) {
    if (bibliographyErrors !== "warn") throw new IndigoError(...report.problems);
    for (const problem of report.problems) warn(problem);
  }
  copies.set(linkedFiles);
  const placeOf = (id = ""): string => entryPlaces.get(id) ?? "the bibliography";
  return { files, all: [...byId.values()], byId, placeOf };
}

/** An entry of a file in any format, before its links are added. */
interface Entry {
  facts: PublicationFacts & { id: string };
  /** Returns file and line of a field, or of the entry, for messages. */
  place(field?: string): string;
  /** Returns the file of a field. */
  file(field: string): string;
}

/** A file with publications, with its data unless it is a .bib file or malformed. */
interface ParsedFile {
  file: string;
  data: DataFile | undefined;
}

/** Reads all entries in the order of their files: works first, then the theme's own format. Duplicate ids are reported. */
async function readEntries(files: string[], report: Report): Promise<Entry[]> {
  const parsed = files.map((file): ParsedFile => {
    const data = file.endsWith(".bib") ? undefined : dataOf(file, report.problems);
    return { file, data };
  });
  const entries = new Map<string, Entry>();
  await addWorks(entries, parsed.filter(hasWorks), report);
  const workIds = new Set(entries.keys());
  // Each work may be extended once; the place is for the message on the second time.
  const additions = new Map<string, string>();
  for (const { file, data } of parsed.filter((each) => !hasWorks(each))) {
    for (const entry of data ? readList(file, data, workIds, report) : []) {
      const { id } = entry.facts;
      const work = entry.isAddition ? entries.get(id) : undefined;
      const firstPlace = additions.get(id);
      if (!work) addEntry(entries, entry, report);
      else if (firstPlace) report.problems.push(duplicateId(entry, firstPlace));
      else {
        additions.set(id, entry.place());
        entries.set(id, combined(work, entry));
      }
    }
  }
  return [...entries.values()];
}

const hasWorks = ({ file, data }: ParsedFile): boolean => file.endsWith(".bib") || isCsl(data?.value);

/** Adds the entries of .bib and CSL-JSON files. */
async function addWorks(
  entries: Map<string, Entry>,
  files: readonly ParsedFile[],
  report: Report,
): Promise<void> {
  if (files.length === 0) return;
  // Citation.js and Temml are slow to load, so only sites with such files load them.
  const { readWorks } = await import("./work.js");
  for (const { file, data } of files) {
    for (const { facts, place } of await readWorks(file, data, report)) {
      const placeOf = (field?: string): string => place(...(field ? [field] : []));
      addEntry(entries, { facts, place: placeOf, file: () => file }, report);
    }
  }
}

function addEntry(entries: Map<string, Entry>, entry: Entry, { problems }: Report): void {
  const { id } = entry.facts;
  const first = entries.get(id);
  if (first) problems.push(duplicateId(entry, first.place()));
  else entries.set(id, entry);
}

const duplicateId = ({ facts, place }: Entry, firstPlace: string): string =>
  `publication "${facts.id}" in ${place()} has the same id as the one in ${firstPlace}.`;

/** Returns an entry with the fields that another file adds to it. */
function combined(original: Entry, { facts: added, place, file }: Entry): Entry {
  const { titleHtml, ...facts } = original.facts;
  return {
    facts: { ...facts, ...(added.title === undefined && titleHtml !== undefined && { titleHtml }), ...added },
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
    const isAddition = typeof id === "string" && workIds.has(id);
    const near = typeof id === "string" && !("title" in (raw as object)) ? suggestion(id, [...workIds]) : "";
    if (near && !isAddition) {
      problems.push(
        `${describeEntry(raw, index)} in ${place([])} adds fields to an entry that the bibliography does not have.${near}`,
      );
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
    const subject: Subject = { noun: "field", owner: ` of ${describeEntry(raw, index)}`, place };
    problems.push(...describeIssues(result.error.issues, schema, raw, subject));
    return [];
  });
}

/**
 * Returns the fields of an entry with the URLs of its files, and with the links from its fields before the author's own.
 *
 * @param linkedFiles - Collects the files of the site that the entry names.
 */
function withLinks(
  eleventyConfig: EleventyConfig,
  { facts, place, file }: Entry,
  linkedFiles: SiteFile[],
  report: Report,
): PublicationFacts {
  const linked: PublicationFacts = { ...facts };
  for (const field of fileFields) {
    const value = facts[field];
    if (typeof value !== "string" || !isLocalFile(value)) continue;
    const { file: local, refusal } = findFile(eleventyConfig, field, value, file(field));
    const namedBy = `field "${field}" of publication "${facts.id}" in ${place(field)}`;
    if (local) {
      linkedFiles.push({ ...local, namedBy });
      Object.assign(linked, { [field]: urlOfFile(local) });
      const poster =
        field === "preview" && isVideo(value) ? findPoster(eleventyConfig, value, file(field)) : undefined;
      if (poster) {
        linkedFiles.push({ ...poster, namedBy });
        linked.previewPoster = urlOfFile(poster);
      }
    } else {
      delete linked[field];
      report.problems.push(`${namedBy} names ${refusal ?? `a file that does not exist: "${value}".`}`);
    }
  }
  const remoteVideo = linked.preview !== undefined && !isLocalFile(linked.preview) && isVideo(linked.preview);
  // A page makes no third-party requests; an author's own link to the same video takes precedence.
  const videoLink: PublicationLink[] = remoteVideo
    ? [{ label: "Video", word: "video", url: String(linked.preview) }]
    : [];
  const { preview, ...withoutPreview } = linked;
  const shown: PublicationFacts = remoteVideo ? withoutPreview : linked;
  const fieldLinks = joinLinks(
    videoLink,
    linksOf(shown, (url) => url),
  );
  return { ...shown, links: joinLinks(fieldLinks, facts.links) };
}

/** Reads a data file; undefined, with its problem reported, if it is malformed. */
function dataOf(file: string, problems: string[]): DataFile | undefined {
  try {
    return readDataFile(file);
  } catch (error) {
    if (!(error instanceof IndigoError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}

/** Returns an entry's name for messages: `publication "lora"`, or `publication 2` without an id. */
function describeEntry(raw: unknown, index: number): string {
  const id = (raw as { id?: unknown } | null)?.id;
  return typeof id === "string" ? `publication "${id}"` : `publication ${index + 1}`;
}
