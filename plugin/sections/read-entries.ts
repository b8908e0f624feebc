import { readdirSync } from "node:fs";
import path from "node:path";
import type { z } from "zod";
import { isDraft, isPageField } from "../content/index.js";
import { findNamedFile } from "../eleventy/named-files.js";
import { isLocalFile, type SiteFile, urlOfFile } from "../eleventy/site-files.js";
import type { NavigationItem } from "../options/navigation.js";
import { readDataFile } from "../utils/data-file.js";
import { alternatives, IndigoError, suggestion } from "../utils/errors.js";
import { readFrontMatter } from "../utils/front-matter.js";
import { linkText, remoteImageWarning } from "../utils/remote-image.js";
import type { Report } from "../utils/report.js";
import { isExternal } from "../utils/schema-values.js";
import { describeIssues, type Subject } from "../utils/validate.js";
import { entryIds } from "./entry-ids.js";
import { lenientHints } from "./lenient.js";
import type { ListSpec, ReadEntry } from "./list-spec.js";
import type { EntryFields, ReadContext, SectionSource } from "./section.js";

type Spec = Pick<
  ListSpec<z.ZodObject, EntryFields>,
  "noun" | "schema" | "text" | "needs" | "images" | "files" | "lastFirst" | "complete"
>;

/** An entry before it is validated. */
interface RawEntry {
  value: unknown;
  /** Returns file and line of a field, for messages. */
  place: Subject["place"];
  /** The entry after the name of a field, for messages: ` of talk "A"`; empty for a file of its own. */
  owner: string;
  file?: string;
  /** Whether its file has text after the front matter. */
  hasText: boolean;
}

/**
 * Reads and validates the entries of a section, from its data file or its folder. Invalid entries are left out; their
 * problems are added to the report.
 */
export function readEntries(source: SectionSource, spec: Spec, context: ReadContext): ReadEntry[] {
  const { report, leavesOutDrafts } = context;
  const entries = orReported(report, () =>
    source.isFolder
      ? fromFolder(source.path, spec, report, leavesOutDrafts)
      : fromFile(source.path, spec, report),
  );
  const valid = (entries ?? []).flatMap((entry) => {
    const facts = validFacts(entry, spec, report);
    return facts ? [withFiles(entry, facts, spec, context)] : [];
  });
  // Only entries that others may name have an id.
  const ids = "id" in spec.schema.shape ? entryIds(valid, report) : [];
  return valid.map((each, index) => {
    const entry = { ...each, ...(ids[index] ?? { id: "", anchor: "" }) };
    return spec.complete?.(entry, context) ?? entry;
  });
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
    owner: ` of ${describeEntry(noun, value, index)}`,
    hasText: false,
  }));
}

/** Returns an entry's name for messages: `talk "A"`, or `talk 2` without a title. */
function describeEntry(noun: string, value: unknown, index: number): string {
  const { name, title } = (value ?? {}) as { name?: unknown; title?: unknown };
  const label = [name, title].find((each) => typeof each === "string" && each.trim() !== "");
  return label === undefined ? `${noun} ${index + 1}` : `${noun} ${JSON.stringify(label)}`;
}

/** Returns the Markdown files of a folder except its index page, in the order of their names. */
export function markdownIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.split(path.sep).join("/"))
    .filter((name) => name.endsWith(".md") && name !== "index.md" && !/(^|\/)[._]/.test(name))
    .sort()
    .map((name) => path.posix.join(folder, name));
}

function fromFolder(
  folder: string,
  { noun, schema, lastFirst }: Spec,
  report: Report,
  leavesOutDrafts: boolean,
): RawEntry[] {
  const files = markdownIn(folder);
  if (files.length === 0) report.hints.push(`${folder}/ has no ${noun} yet.`);
  const entries = files.flatMap(
    (file) => orReported(report, () => fromPage(file, schema, report, leavesOutDrafts)) ?? [],
  );
  if (lastFirst) entries.reverse();
  const orderOf = ({ value }: RawEntry): number => {
    const { order } = value as { order?: unknown };
    return typeof order === "number" ? order : Number.POSITIVE_INFINITY;
  };
  return entries.sort((a, b) => (orderOf(a) === orderOf(b) ? 0 : orderOf(a) - orderOf(b)));
}

/**
 * Reads the entry's fields from the front matter of a page; other fields are Eleventy's or the author's own. Undefined for a
 * draft that is left out.
 */
function fromPage(
  file: string,
  schema: Spec["schema"],
  report: Report,
  leavesOutDrafts: boolean,
): RawEntry | undefined {
  const { value, place, hasText } = readFrontMatter(file);
  const own = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  if (leavesOutDrafts && isDraft(own.draft)) return undefined;
  const fields = Object.keys(schema.shape);
  for (const key of Object.keys(own)) {
    const near = fields.includes(key) || isPageField(key) ? "" : suggestion(key, fields);
    if (near) report.hints.push(`unknown field "${key}" in ${place([key])}.${near}`);
  }
  const facts = Object.fromEntries(fields.filter((key) => key in own).map((key) => [key, own[key]]));
  const fileDate = /(?:^|\/)(\d{4}-\d\d-\d\d)-[^/]*$/.exec(file)?.[1];
  if (fileDate && fields.includes("date")) facts.date ??= fileDate;
  return { value: facts, place, owner: "", file, hasText };
}

/** Validates an entry against its schema and the fields it needs; undefined if it does not match the schema. */
function validFacts(
  { value, place, owner, hasText }: RawEntry,
  { schema, text, needs = [] }: Spec,
  { problems, hints }: Report,
): Record<string, unknown> | undefined {
  const result = schema.safeParse(value, { reportInput: true });
  const subject = { noun: "field", owner, place };
  if (!result.success) {
    problems.push(...describeIssues(result.error.issues, schema, value, subject));
    return undefined;
  }
  hints.push(...lenientHints(schema, value, subject));
  const facts: Record<string, unknown> = result.data;
  const hasField = (field: string): boolean => facts[field] !== undefined || (hasText && field === text);
  if (needs.length > 0 && !needs.some(hasField)) {
    problems.push(`missing field ${alternatives(needs)}${owner} in ${place([])}.`);
  }
  return facts;
}

/**
 * Replaces the files that an entry names by their URLs, and returns them to be copied. An image at another host becomes a
 * link.
 */
function withFiles(
  { place, owner, file }: RawEntry,
  values: Record<string, unknown>,
  { images = [], files: kindsOf = {} }: Spec,
  { eleventyConfig, report, isForbiddenImage, htmlAdvice }: ReadContext,
): Omit<ReadEntry, "id" | "anchor"> {
  const facts = { ...values };
  const where = (field: string): string => `field "${field}"${owner} in ${place([field])}`;
  const files: SiteFile[] = [];
  for (const field of [...images, ...Object.keys(kindsOf)]) {
    const name = facts[field];
    if (typeof name !== "string") continue;
    if (images.includes(field) && isForbiddenImage(name)) {
      const link = { label: linkText(name, facts.alt as string | undefined), url: name };
      facts.links = [link, ...(facts.links as readonly NavigationItem[])];
      delete facts[field];
      report.hints.push(remoteImageWarning(where(field), name, htmlAdvice));
      continue;
    }
    // An image is always a file, while slides may be a page.
    if (images.includes(field) ? isExternal(name) : !isLocalFile(name)) continue;
    const { input } = eleventyConfig.directories;
    const folder = file && path.posix.dirname(file);
    const beside = folder === undefined ? undefined : { folder, to: path.posix.relative(input, folder) };
    const kinds = kindsOf[field] ?? ["image"];
    const { file: found, refusal } = findNamedFile(eleventyConfig, { name, kinds, beside });
    if (found) {
      files.push({ ...found, namedBy: where(field) });
      facts[field] = urlOfFile(found);
    } else {
      const folders = ["the input folder", ...(folder === undefined ? [] : [`${folder}/`])].join(" and ");
      report.problems.push(
        `${where(field)} names ${refusal ?? `a file that does not exist: "${name}" (looked in ${folders}).`}`,
      );
    }
  }
  const subject = { noun: "field", owner, place };
  return { facts, files, where, subject, ...(file !== undefined && { file }) };
}

/** Returns what a function returns; adds the problems of an IndigoError to the report and returns undefined. */
function orReported<T>({ problems }: Report, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof IndigoError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}
