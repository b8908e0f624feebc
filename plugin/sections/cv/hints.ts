import { suggestion } from "../../utils/errors.js";
import { isRecord, ownValue } from "../../utils/records.js";
import { dotted } from "../../utils/validate.js";
import { isReversed } from "./dates.js";
import { resumeParts } from "./parts.js";
import type { JsonSchema, Resume } from "./schema.js";

type Path = readonly PropertyKey[];

/** Names of fields before version 1 of the standard, and their names today. */
const formerNames: Readonly<Record<string, string>> = {
  company: "name",
  picture: "image",
  website: "url",
};

/**
 * Returns hints on a valid résumé: misspelled and former field names, lists that the standard does not have, and periods
 * that end before they start. None of these is an error, as the standard allows additional names.
 *
 * @param place - Returns file and line of a value, for messages.
 */
export function resumeHints(resume: Resume, standard: JsonSchema, place: (path: Path) => string): string[] {
  return [...unknownFields(resume, standard, [], place), ...reversedPeriods(resume, place)];
}

function unknownFields(
  value: unknown,
  standard: JsonSchema,
  path: Path,
  place: (path: Path) => string,
): string[] {
  if (Array.isArray(value)) {
    const { items } = standard;
    return items ? value.flatMap((entry, index) => unknownFields(entry, items, [...path, index], place)) : [];
  }
  if (!isRecord(value) || !standard.properties) return [];
  const { properties } = standard;
  const names = Object.keys(properties);
  return Object.entries(value).flatMap(([key, inner]) => {
    const keyPath = [...path, key];
    const property = ownValue(properties, key);
    if (property) return unknownFields(inner, property, keyPath, place);
    const correction = correctName(key, names);
    if (correction) return [`unknown field "${dotted(keyPath)}" in ${place(keyPath)}.${correction}`];
    // Tools keep notes of their own under such names.
    if (path.length > 0 || /^([$_]|x-)/.test(key)) return [];
    return [`"${key}" in ${place(keyPath)} is not part of the JSON Resume standard and is not shown.`];
  });
}

/** Returns the name that the author probably meant, as a sentence; empty if none is near. */
function correctName(key: string, names: readonly string[]): string {
  const current = ownValue(formerNames, key);
  return current && names.includes(current) ? ` The standard calls it "${current}".` : suggestion(key, names);
}

function reversedPeriods(resume: Resume, place: (path: Path) => string): string[] {
  return resumeParts(resume).flatMap(({ path, values: { startDate, endDate } }) => {
    if (typeof startDate !== "string" || typeof endDate !== "string") return [];
    if (!isReversed(startDate, endDate)) return [];
    const end = [...path, "endDate"];
    return [`field "${dotted(end)}" in ${place(end)} is before the start date, ${startDate}.`];
  });
}
