import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import type { z } from "zod";
import { isPageField } from "../content/index.js";
import type { EleventyConfig } from "../eleventy/api.js";
import type { SiteFile } from "../eleventy/site-files.js";
import { isLocalFile, isPublished, rootUrl, sourceOf } from "../eleventy/site-files.js";
import { readDataFile } from "../utils/data-file.js";
import { alternatives, IndigoError, suggestion } from "../utils/errors.js";
import { readFrontMatter } from "../utils/front-matter.js";
import type { Report } from "../utils/report.js";
import { hasParentSegment, isExternal } from "../utils/schema-values.js";
import { describeIssues, type Subject } from "../utils/validate.js";
import type { ListSpec } from "./list-spec.js";
import type { EntryFields, ReadContext, SectionSource } from "./section.js";

/** An entry as its schema gives it back, with the addresses of its files. */
export interface ReadEntry {
  facts: Record<string, unknown>;
  /** The file that it is, in a folder. */
  file?: string;
  /** The files of the site that it names. */
  files: SiteFile[];
}

type Spec = Pick<
  ListSpec<z.ZodObject, EntryFields>,
  "noun" | "schema" | "text" | "needs" | "pictures" | "files" | "lastFirst"
>;

/** An entry before it is checked. */
interface RawEntry {
  value: unknown;
  place: Subject["place"];
  /** Whose field it is, for messages. */
  owner: string;
  file?: string;
  hasText: boolean;
}

/** Reads the entries of a file of data or of a folder; what is wrong with them goes into the report. */
export function readEntries(
  found: SectionSource,
  spec: Spec,
  { eleventyConfig, report }: ReadContext,
): ReadEntry[] {
  const raw = orReported(report, () =>
    found.isFolder ? fromFolder(found.path, spec, report) : fromFile(found.path, spec, report),
  );
  return (raw ?? []).flatMap((entry) => checked(entry, spec, report, eleventyConfig));
}

function fromFile(file: string, { noun, schema }: Spec, report: Report): RawEntry[] {
  const data = readDataFile(file);
  const list = data.value ?? [];
  if (!Array.isArray(list)) {
    const [field] = Object.keys(schema.shape);
    throw new IndigoError(`${file} must be a list, in which each ${noun} starts with "- ${field}: …".`);
  }
  if (list.length === 0) report.hints.push(`${file} has no ${noun} yet.`);
  return list.map((value: unknown, index) => ({
    value,
    place: (at) => data.place([index, ...at]),
    owner: ` of ${calling(noun, value, index)}`,
    hasText: false,
  }));
}

function calling(noun: string, value: unknown, index: number): string {
  const { name, title } = (value ?? {}) as { name?: unknown; title?: unknown };
  const known = [name, title].find((each) => typeof each === "string" && each.trim() !== "");
  return known === undefined ? `${noun} ${index + 1}` : `${noun} ${JSON.stringify(known)}`;
}

/** The Markdown files of a folder, but for the page of the folder itself. */
export function markdownIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.split(path.sep).join("/"))
    .filter((name) => name.endsWith(".md") && name !== "index.md" && !/(^|\/)[._]/.test(name))
    .sort()
    .map((name) => path.posix.join(folder, name));
}

function fromFolder(folder: string, { noun, schema, lastFirst }: Spec, report: Report): RawEntry[] {
  const files = markdownIn(folder);
  if (files.length === 0) report.hints.push(`${folder}/ has no ${noun} yet.`);
  const entries = files.flatMap((file) => orReported(report, () => fromPage(file, schema, report)) ?? []);
  if (lastFirst) entries.reverse();
  const orderOf = ({ value }: RawEntry): number => {
    const { order } = value as { order?: unknown };
    return typeof order === "number" ? order : Number.POSITIVE_INFINITY;
  };
  return entries.sort((a, b) => (orderOf(a) === orderOf(b) ? 0 : orderOf(a) - orderOf(b)));
}

/** Of a page's front matter, what is the entry's; the rest is Eleventy's or the author's own. */
function fromPage(file: string, schema: Spec["schema"], report: Report): RawEntry {
  const { value, place, hasText } = readFrontMatter(file);
  const own = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  const fields = Object.keys(schema.shape);
  for (const key of Object.keys(own)) {
    const near = fields.includes(key) || isPageField(key) ? "" : suggestion(key, fields);
    if (near) report.hints.push(`field "${key}" in ${place([key])} is none of this section.${near}`);
  }
  const facts = Object.fromEntries(fields.filter((key) => key in own).map((key) => [key, own[key]]));
  const dated = /(?:^|\/)(\d{4}-\d\d-\d\d)-[^/]*$/.exec(file)?.[1];
  if (dated && fields.includes("date")) facts.date ??= dated;
  return { value: facts, place, owner: "", file, hasText };
}

function checked(
  { value, place, owner, file, hasText }: RawEntry,
  { schema, text, needs = [], pictures = [], files = [] }: Spec,
  { problems }: Report,
  eleventyConfig: EleventyConfig,
): ReadEntry[] {
  const subject: Subject = { noun: "field", owner, place };
  const result = schema.safeParse(value, { reportInput: true });
  if (!result.success) {
    problems.push(...describeIssues(result.error.issues, schema, value, subject));
    return [];
  }
  const facts: Record<string, unknown> = { ...result.data };
  const isThere = (field: string): boolean => facts[field] !== undefined || (hasText && field === text);
  if (needs.length > 0 && !needs.some(isThere)) {
    problems.push(`missing field ${alternatives(needs)}${owner} in ${place([])}.`);
  }
  const named: SiteFile[] = [];
  for (const field of [...pictures, ...files]) {
    const wanted = facts[field];
    if (typeof wanted !== "string") continue;
    // A picture is always a file, while slides may be a page.
    if (pictures.includes(field) ? isExternal(wanted) : !isLocalFile(wanted)) continue;
    const found = localFile(eleventyConfig, wanted, file);
    if (found) named.push(found);
    if (found || isPublished(eleventyConfig, wanted)) facts[field] = rootUrl(found?.to ?? wanted);
    else {
      const folders = file ? `the site and beside ${file}` : "the input folder and the project's";
      problems.push(
        `field "${field}"${owner} in ${place([field])} names a file that does not exist: "${wanted}" (looked in ${folders}).`,
      );
    }
  }
  return [{ facts, files: named, ...(file !== undefined && { file }) }];
}

/** A file of the site by its path from the input folder or the project's, or from beside the page that names it. */
function localFile(
  eleventyConfig: EleventyConfig,
  wanted: string,
  page: string | undefined,
): SiteFile | undefined {
  const name = wanted.replace(/^\//, "");
  // It would be copied to outside of the output.
  if (hasParentSegment(name)) return undefined;
  const from = sourceOf(eleventyConfig, name);
  if (from) return { from, to: name };
  const beside = page && path.posix.join(path.posix.dirname(page), name);
  if (!beside || !existsSync(beside) || !statSync(beside).isFile()) return undefined;
  return { from: beside, to: path.posix.relative(eleventyConfig.directories.input, beside) };
}

/** What a function gives; an error of the author's is one problem among the others. */
function orReported<T>({ problems }: Report, make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof IndigoError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}
