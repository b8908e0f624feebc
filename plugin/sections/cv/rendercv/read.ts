import type { z } from "zod";
import type { DataFile } from "../../../utils/data-file.js";
import { alternatives, IndigoError, suggestion } from "../../../utils/errors.js";
import { isRecord } from "../../../utils/records.js";
import { anchors } from "../../../utils/slug.js";
import { describeIssues } from "../../../utils/validate.js";
import { isReversed } from "../dates.js";
import { networkNames } from "./networks.js";
import {
  type EntryTypeName,
  entryTypes,
  otherRoots,
  ownFields,
  type RenderCvEntry,
  type RenderCvPerson,
  type RenderCvSection,
  renderCv,
} from "./schema.js";

/** A validated RenderCV file. */
export interface RenderCv {
  person: RenderCvPerson;
  sections: RenderCvSection[];
}

/**
 * Validates the data of a RenderCV file.
 *
 * @param log - Takes hints on a valid file.
 * @throws IndigoError for every value of another type, with file, line and field.
 */
export function validateRenderCv({ value, place }: DataFile, log: (hint: string) => void): RenderCv {
  const root = value as Record<string, unknown>;
  unknownFields(root, ["cv", ...otherRoots], "", [], place).forEach(log);
  const own = root.cv ?? {};
  const result = renderCv.safeParse(own, { reportInput: true });
  const problems = result.success
    ? []
    : describeIssues(result.error.issues, renderCv, own, {
        noun: "field",
        owner: ' of "cv"',
        place: (at) => place(["cv", ...at]),
      });
  const { sections: _sections, ...person } = result.success ? result.data : {};
  if (isRecord(own)) unknownFields(own, Object.keys(renderCv.shape), ' of "cv"', ["cv"], place).forEach(log);
  (person.social_networks ?? []).forEach(({ network }, index) => {
    if (networkNames.some((name) => name.toLowerCase() === network.toLowerCase())) return;
    const near = suggestion(network, networkNames);
    if (near)
      log(`network "${network}" in ${place(["cv", "social_networks", index, "network"])} is unknown.${near}`);
  });
  const named = isRecord(own) && isRecord(own.sections) ? Object.entries(own.sections) : [];
  const ids = anchors(named.map(([name]) => name.replaceAll("_", " ")));
  const sections = named.map(([name, list], index): RenderCvSection => {
    if (list === null) log(`section "${name}" in ${place(["cv", "sections", name])} has no entries.`);
    return {
      id: ids[index] ?? name,
      title: titleOf(name),
      entries: (Array.isArray(list) ? list : []).flatMap((entry: unknown, at) => {
        const path = ["cv", "sections", name, at];
        return entryOf(entry, path, `entry ${at + 1} of section "${name}"`, place, { problems, log }) ?? [];
      }),
    };
  });
  if (problems.length > 0) throw new IndigoError(...problems);
  return { person, sections };
}

type Place = DataFile["place"];

/** Validates one entry; undefined if it is invalid. */
function entryOf(
  entry: unknown,
  path: PropertyKey[],
  owner: string,
  place: Place,
  { problems, log }: { problems: string[]; log(hint: string): void },
): RenderCvEntry | undefined {
  const value = typeof entry === "string" || typeof entry === "number" ? { content: entry } : entry;
  const type = isRecord(value) ? typeOf(value) : undefined;
  if (!type || !isRecord(value)) {
    problems.push(`${owner} in ${place(path)} ${unknownType(value)}`);
    return undefined;
  }
  const schema: z.ZodObject = entryTypes[type];
  const result = schema.safeParse(value, { reportInput: true });
  if (!result.success) {
    const subject = {
      noun: "field",
      owner: ` of ${owner} (${type})`,
      place: (at: readonly PropertyKey[]) => place([...path, ...at]),
    };
    problems.push(...describeIssues(result.error.issues, schema, value, subject));
    return undefined;
  }
  unknownFields(value, Object.keys(schema.shape), ` of ${owner} (${type})`, path, place).forEach(log);
  const { start_date: start, end_date: end } = result.data;
  if (typeof start === "string" && typeof end === "string" && end !== "present" && isReversed(start, end))
    log(
      `field "end_date" of ${owner} in ${place([...path, "end_date"])} is before the start date, ${start}.`,
    );
  return { type, value: result.data, path } as RenderCvEntry;
}

/** Returns the type of an entry, by the fields that only it has. */
const typeOf = (value: Record<string, unknown>): EntryTypeName | undefined =>
  (Object.keys(entryTypes) as EntryTypeName[]).find((name) =>
    ownFields[name].some((field) => field in value),
  );

/** Returns why an entry is of no type, as the end of a sentence. */
function unknownType(value: unknown): string {
  if (!isRecord(value))
    return `must be a text or a group of named values, but it is ${JSON.stringify(value)}.`;
  const fields = Object.values(ownFields).flat();
  const near = Object.keys(value)
    .map((key) => suggestion(key, fields))
    .find(Boolean);
  return `is of no type of RenderCV: it has none of ${alternatives(fields)}.${near ?? ""}`;
}

/** Returns a hint on each field that RenderCV does not have: it is not shown. */
function unknownFields(
  value: Record<string, unknown>,
  known: readonly string[],
  owner: string,
  path: readonly PropertyKey[],
  place: Place,
): string[] {
  return Object.keys(value)
    .filter((key) => !known.includes(key))
    .map(
      (key) =>
        `unknown field "${key}"${owner} in ${place([...path, key])}; it is not shown.${suggestion(key, known)}`,
    );
}

/** Words that a title has in lower case. */
const minorWords = new Set(
  "a and as at but by for from if in into like near nor of off on onto or over so than that to upon when with yet".split(
    " ",
  ),
);

/** Returns the title of a section as RenderCV writes it: a key in snake case becomes words with capitals. */
export function titleOf(name: string): string {
  if (name.includes(" ") || name !== name.toLowerCase()) return name;
  return name
    .split("_")
    .map((word) => (minorWords.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(" ");
}
