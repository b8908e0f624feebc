import { withoutMarks } from "../marks.js";
import { isPublic } from "./public-fields.js";
import type { RawEntry } from "./split.js";

/**
 * Writes an entry as BibTeX for readers: as its author wrote it, with the fields that citations need and no private ones, and
 * after it those it inherits from.
 */
export function bibtexSource(raw: RawEntry, parents: readonly RawEntry[]): string {
  return [raw, ...parents].map(writeEntry).join("\n\n");
}

function writeEntry({ type, key, fields }: RawEntry): string {
  const own = fields
    .map(({ name, value }) => ({ name, value: name === "keywords" ? (withoutMarks(value) ?? "") : value }))
    .filter(({ name, value }) => value !== "" && isPublic(name, value));
  return `@${type}{${key},\n${own.map(({ name, value }) => `  ${name} = ${value},\n`).join("")}}`;
}
