import { suggestion } from "../../utils/errors.js";
import { isRecord } from "../../utils/records.js";
import { resumeParts } from "./parts.js";
import type { JsonSchema, Resume } from "./schema.js";

type Path = readonly PropertyKey[];

/** What the standard called something before its version 1. */
const formerNames: Readonly<Record<string, string>> = {
  company: "name",
  picture: "image",
  website: "url",
};

/**
 * What an author should know of a résumé that is right: names that are near to one of the standard's or were so once, a
 * section that it does not have, and a time that ends before it starts. The standard allows any further names.
 *
 * @param place - File and line of a value, for messages.
 */
export function resumeHints(resume: Resume, standard: JsonSchema, place: (path: Path) => string): string[] {
  return [...slips(resume, standard, [], place), ...reversed(resume, place)];
}

function slips(value: unknown, standard: JsonSchema, path: Path, place: (path: Path) => string): string[] {
  if (Array.isArray(value)) {
    const { items } = standard;
    return items ? value.flatMap((entry, index) => slips(entry, items, [...path, index], place)) : [];
  }
  if (!isRecord(value) || !standard.properties) return [];
  const { properties } = standard;
  const known = Object.keys(properties);
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, key];
    const own = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (own) return slips(inner, own, here, place);
    const meaning = meant(key, known);
    if (meaning) return [`unknown field "${written(here)}" in ${place(here)}.${meaning}`];
    // Tools keep notes of their own under such names.
    if (path.length > 0 || /^([$_]|x-)/.test(key)) return [];
    return [`"${key}" in ${place(here)} is no section of the JSON Resume standard and is not shown.`];
  });
}

function meant(key: string, known: readonly string[]): string {
  const former = formerNames[key];
  return former && known.includes(former) ? ` The standard calls it "${former}".` : suggestion(key, known);
}

function reversed(resume: Resume, place: (path: Path) => string): string[] {
  return resumeParts(resume).flatMap(({ path, values: { startDate, endDate } }) => {
    if (typeof startDate !== "string" || typeof endDate !== "string") return [];
    // As far as both are known: a year ends after any of its months starts.
    const length = Math.min(startDate.length, endDate.length);
    if (endDate.slice(0, length) >= startDate.slice(0, length)) return [];
    const end = [...path, "endDate"];
    return [`field "${written(end)}" in ${place(end)} is before its start, ${startDate}.`];
  });
}

const written = (path: Path): string =>
  path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .slice(1);
