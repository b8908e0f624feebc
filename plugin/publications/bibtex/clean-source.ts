import { doisIn, readUrls } from "../identifiers/index.js";
import type { RawEntry } from "./split.js";
import { verbatim } from "./tex/index.js";

/**
 * Returns an entry with DOI and URL as links have them, for the BibTeX that readers copy: `doi = {10.1000/182}`, whatever
 * is around it in the source. Values that hold neither are left out; all others stay as they are.
 */
export function withCleanLinks(raw: RawEntry): RawEntry {
  return { ...raw, fields: raw.fields.flatMap((field) => cleanField(field)) };
}

function cleanField(field: RawEntry["fields"][number]): RawEntry["fields"] {
  const inner = /^\{([\s\S]*)\}$|^"([\s\S]*)"$/.exec(field.value);
  const value = inner?.[1] ?? inner?.[2];
  // Strings joined by `#` may have any parts.
  if (value === undefined || value.trim() === "" || field.value.includes("#")) return [field];
  const clean = cleanValue(field.name, value);
  if (clean === "") return [];
  return clean === undefined || clean === verbatim(value) ? [field] : [{ ...field, value: `{${clean}}` }];
}

/** Returns the value of a field without what surrounds DOIs and URLs; undefined for other fields. */
function cleanValue(name: string, value: string): string | undefined {
  if (name === "doi") return doisIn(value, { isField: true })[0] ?? "";
  if (name !== "url") return undefined;
  const { urls, local } = readUrls(value);
  return local ?? urls.map(({ url }) => url).join(" ");
}
