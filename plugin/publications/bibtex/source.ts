import { privateFields } from "./al-folio-fields.js";
import type { RawEntry } from "./split.js";

/** An entry as its author wrote it, without the fields that only a theme reads, and behind it what it inherits from. */
export function bibtexSource(raw: RawEntry, parents: readonly RawEntry[]): string {
  return [raw, ...parents].map(one).join("\n\n");
}

function one({ type, key, fields }: RawEntry): string {
  const own = fields.filter(({ name, value }) => !privateFields.has(name) && value !== "");
  return `@${type}{${key},\n${own.map(({ name, value }) => `  ${name} = ${value},\n`).join("")}}`;
}
