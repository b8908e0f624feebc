import { executingKey } from "../eleventy/executed-files.js";
import { readData } from "../utils/data-file.js";
import { isRecord } from "../utils/records.js";
import type { Cell, Notebook } from "./notebook.js";

/** The front matter of a notebook, and its cells without that which holds it. */
export interface NotebookFrontMatter {
  data: Record<string, unknown>;
  cells: readonly Cell[];
}

/** The keys of a notebook's metadata that are front matter; others belong to Jupyter and its extensions. */
const metadataKeys = ["title", "description", "date", "author", "tags", "layout"] as const;

/**
 * Returns the front matter of a notebook: YAML between lines of three hyphens at the start of its first cell, as Quarto and
 * MyST have it, and the keys `title`, `authors`, `date`, `description`, `tags` and `layout` of its metadata.
 *
 * @param warn - Called with a sentence about what can't be used.
 */
export function frontMatterOf(
  { file, metadata, cells }: Notebook,
  warn: (message: string) => void,
): NotebookFrontMatter {
  const [first] = cells;
  const own = first && first.kind !== "code" ? ownFrontMatter(first, file, warn) : undefined;
  const data: Record<string, unknown> = { ...ofMetadata(metadata), ...own?.data };
  const written = data.author ?? data.authors;
  // Of those with affiliations, posts show more than names.
  const authors = [written].flat().some(hasAffiliation) ? [written].flat() : namesOf(written);
  if (authors.length > 0) data.author = authors.length === 1 ? authors[0] : authors;
  // Quarto's and MyST's name of the field.
  if (data.references === undefined && data.bibliography !== undefined) data.references = data.bibliography;
  readDate(data, file, warn);
  // A notebook may be somebody else's, and these can run code.
  for (let key = executingKey(data); key !== undefined; key = executingKey(data)) {
    warn(`${file} has "${key}" in its front matter, which a notebook may not set; it is left out.`);
    delete data[key];
  }
  if (!first || !own) return { data, cells };
  const rest = cells.slice(1);
  return { data, cells: own.rest.trim() === "" ? rest : [{ ...first, source: own.rest }, ...rest] };
}

/** Dates that Eleventy reads. @see https://www.11ty.dev/docs/dates/ */
const eleventyDate = /^\d{4}-\d{2}(?:-\d{2}|$)|^(?:git )?(?:last modified|created)$/i;

/** Keeps a date that is no date for Eleventy, which other tools write in words, from stopping the build. */
function readDate(data: Record<string, unknown>, file: string, warn: (message: string) => void): void {
  const { date } = data;
  if (typeof date !== "string" || eleventyDate.test(date)) return;
  const time = Date.parse(`${date} UTC`);
  if (Number.isNaN(time)) {
    delete data.date;
    warn(`field "date" in ${file} is not a date, but ${JSON.stringify(date)}; it has no effect.`);
  } else data.date = new Date(time).toISOString().slice(0, 10);
}

function ofMetadata(metadata: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const key of metadataKeys) {
    const value = metadata[key];
    const isText = typeof value === "string" && value.trim() !== "";
    if (isText || (key === "tags" && Array.isArray(value))) data[key] = value;
  }
  const authors = metadata.authors ?? metadata.author;
  if (authors === undefined) return data;
  const { affiliations } = metadata;
  return { ...data, authors, ...(affiliations !== undefined && { affiliations }) };
}

const hasAffiliation = (author: unknown): boolean =>
  isRecord(author) && (author.affiliation ?? author.affiliations ?? undefined) !== undefined;

/** Returns names of authors, which may be texts, or objects with a name as in Quarto and MyST. */
function namesOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((author) => {
    const name: unknown = isRecord(author) ? author.name : author;
    return typeof name === "string" && name.trim() !== "" ? [name] : [];
  });
}

function ownFrontMatter(
  { source }: Cell,
  file: string,
  warn: (message: string) => void,
): { data: Record<string, unknown>; rest: string } | undefined {
  const [whole, yaml = ""] = /^\s*---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(source) ?? [];
  // Markdown between two lines is no front matter.
  if (whole === undefined || !/^[\w-]+[ \t]*:/m.test(yaml)) return undefined;
  try {
    const { value } = readData(yaml, file);
    return isRecord(value) ? { data: value, rest: source.slice(whole.length) } : undefined;
  } catch (error) {
    warn(
      `the front matter in the first cell of ${file} can't be read, and is shown as text: ${(error as Error).message.replace(/^indigo: \S+ /, "")}`,
    );
    return undefined;
  }
}
