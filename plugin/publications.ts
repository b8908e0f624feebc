import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { describeIssues, type Subject } from "./check.js";
import type { EleventyConfig } from "./eleventy.js";
import { IndigoError } from "./errors.js";
import { type Publication, publication, publicationItem } from "./schemas/publication.js";

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

/** Reads one file. JSON is YAML too, so that one parser gives lines for both. */
function readFile(file: string, problems: string[]): Entry[] {
  const lines = new LineCounter();
  const source = readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const placeOf = (offset: number): string => `${file}:${lines.linePos(offset).line}`;
  // What follows the first mistake is mostly its consequence.
  const [error] = document.errors;
  if (error) {
    const language = file.endsWith(".json") ? "JSON" : "YAML";
    problems.push(`${placeOf(error.pos[0])} is not valid ${language}: ${error.message}.`);
    return [];
  }
  const value: unknown = document.toJS() ?? [];
  if (!Array.isArray(value)) {
    problems.push(`${file} must be a list of publications, each starting with "- id: …".`);
    return [];
  }
  return value.flatMap((raw: unknown, index) => {
    const place = (at: readonly PropertyKey[]): string => {
      const node = [at, []]
        .map((steps) => document.getIn([index, ...steps], true))
        .find((found) => hasRange(found));
      return hasRange(node) ? placeOf(node.range[0]) : file;
    };
    const result = publicationItem.safeParse(raw, { reportInput: true });
    if (result.success) return [{ item: result.data, place: place([]) }];
    const subject: Subject = { noun: "field", owner: ` of ${calling(raw, index)}`, place };
    problems.push(...describeIssues(result.error.issues, publicationItem, raw, subject));
    return [];
  });
}

const hasRange = (node: unknown): node is { range: [number, number, number] } =>
  Array.isArray((node as { range?: unknown } | null | undefined)?.range);

function calling(raw: unknown, index: number): string {
  const id = (raw as { id?: unknown } | null)?.id;
  return typeof id === "string" ? `publication "${id}"` : `publication ${index + 1}`;
}
