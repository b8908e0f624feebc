import { doisIn, readUrls } from "../identifiers/index.js";
import type { RawEntry } from "./split.js";
import { verbatim } from "./tex/index.js";

/**
 * Returns an entry for the BibTeX that readers copy: with DOI and URL as links have them, `doi = {10.1000/182}`, whatever
 * is around it in the source, and with an escape before a dollar sign that ends no formula, at which LaTeX would stop.
 * DOIs and URLs that are none are left out; all other values stay as they are.
 */
export function cleanEntry(raw: RawEntry): RawEntry {
  return { ...raw, fields: raw.fields.flatMap((field) => cleanField(field)) };
}

function cleanField(field: RawEntry["fields"][number]): RawEntry["fields"] {
  const inner = /^\{([\s\S]*)\}$|^"([\s\S]*)"$/.exec(field.value);
  const value = inner?.[1] ?? inner?.[2];
  // Strings joined by `#` may have any parts.
  if (value === undefined || value.trim() === "" || field.value.includes("#")) return [field];
  const clean = cleanValue(field.name, value);
  const dollars = clean === undefined ? withoutLoneDollars(field.value) : field.value;
  if (dollars !== field.value) return [{ ...field, value: dollars }];
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

const dollar = /\\[\s\S]|\$/g;

/** Escapes the dollar signs of a value that are money or alone, if their number is odd. */
function withoutLoneDollars(value: string): string {
  const positions = [...value.matchAll(dollar)].flatMap(({ 0: found, index }) =>
    found === "$" ? [index] : [],
  );
  if (positions.length % 2 === 0) return value;
  const isMoney = (at: number): boolean =>
    /\d/.test(value.charAt(at + 1)) ||
    (/\s/.test(value.charAt(at - 1)) && /[\s.,;)]/.test(value.charAt(at + 1)));
  const money = positions.filter(isMoney);
  const lone = new Set(money.length % 2 === 1 ? money : positions.slice(-1));
  return value.replace(dollar, (found, index: number) => (lone.has(index) ? "\\$" : found));
}
