import { existsSync } from "node:fs";
import path from "node:path";
import type { z } from "zod";
import { describeIssues, type Subject } from "./check.js";
import type { EleventyConfig } from "./eleventy.js";
import { IndigoError } from "./errors.js";
import { type Publication, publication, publicationItem } from "./schemas/publication.js";
import { type DataFile, readDataFile } from "./yaml.js";

const names = ["publications.yaml", "publications.yml", "publications.json"];

/** The site's publications, in the order of its files. */
export interface Publications {
  /** The files that they come from; empty where the site has none. */
  files: string[];
  all: Publication[];
  byId: Map<string, Publication>;
}

/** Every place where the theme looks for publications: the input folder, then the data folder. */
export function publicationFiles({ directories }: EleventyConfig): string[] {
  const folders = [...new Set([directories.input, directories.data])];
  return folders.flatMap((folder) => names.map((name) => path.posix.join(folder, name)));
}

/**
 * Reads the site's publications.
 *
 * @throws IndigoError that names every problem with its file, line, entry and field.
 */
export function readPublications(eleventyConfig: EleventyConfig): Publications {
  const files = publicationFiles(eleventyConfig).filter((file) => existsSync(file));
  const problems: string[] = [];
  const byId = new Map<string, Publication>();
  const places = new Map<string, string>();
  for (const { item, place } of files.flatMap((file) => readFile(file, problems))) {
    const first = places.get(item.id);
    if (first) problems.push(`publication "${item.id}" in ${place} has the same id as the one in ${first}.`);
    else places.set(item.id, place);
    byId.set(item.id, publication(item));
  }
  if (problems.length > 0) throw new IndigoError(...problems);
  return { files, all: [...byId.values()], byId };
}

interface Entry {
  item: z.output<typeof publicationItem>;
  place: string;
}

function readFile(file: string, problems: string[]): Entry[] {
  const data = dataOf(file, problems);
  if (!data) return [];
  const value = data.value ?? [];
  if (!Array.isArray(value)) {
    problems.push(`${file} must be a list of publications, each starting with "- id: …".`);
    return [];
  }
  return value.flatMap((raw: unknown, index) => {
    const place: Subject["place"] = (path) => data.place([index, ...path]);
    const result = publicationItem.safeParse(raw, { reportInput: true });
    if (result.success) return [{ item: result.data, place: place([]) }];
    const subject: Subject = { noun: "field", owner: ` of ${calling(raw, index)}`, place };
    problems.push(...describeIssues(result.error.issues, publicationItem, raw, subject));
    return [];
  });
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
