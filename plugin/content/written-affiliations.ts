import * as z from "zod";
import type { Affiliation } from "../options/author.js";
import { suggester } from "../utils/errors.js";
import { isRecord } from "../utils/records.js";
import { link, text } from "../utils/schema-values.js";
import { type Report, validItems } from "./valid-items.js";

const word = z.union([text, z.number().transform(String)]);

/** An institution in the form of Quarto, MyST or JOSS. */
const institution = z.strictObject({
  /** What authors name it by. JOSS has an index. */
  id: word.optional(),
  index: word.optional(),
  /** The id of an institution that is defined elsewhere. */
  ref: word.optional(),

  name: text.optional(),
  /** The name, in MyST. */
  institution: text.optional(),
  group: text.optional(),
  department: text.optional(),
  city: text.optional(),
  region: text.optional(),
  state: text.optional(),
  country: text.optional(),
  url: link.optional(),

  // Shown nowhere.
  address: z.unknown().optional(),
  "postal-code": z.unknown().optional(),
  postal_code: z.unknown().optional(),
  ror: z.unknown().optional(),
  number: z.unknown().optional(),
});

type Institution = Partial<z.output<typeof institution>>;

/** Returns what pages show of an institution: from the department to the country in one line. */
function shown({ name, url, ...parts }: Institution): Affiliation | undefined {
  const own = name ?? parts.institution;
  if (own === undefined) return undefined;
  const { group, department, city, region = parts.state, country } = parts;
  return { name: [group, department, own, city, region, country].filter(Boolean).join(", "), url };
}

/** Returns the items of a value that may be one or a list. */
export const listOf = (value: unknown): unknown[] =>
  value === undefined || value === null || value === "" ? [] : Array.isArray(value) ? value : [value];

/** Reads the affiliations of the authors of a post. */
export interface AffiliationReader {
  /** The affiliations that the post defines in a field of its own. */
  readonly defined: readonly Affiliation[];
  /** Returns the affiliations of an author. */
  of(value: unknown, path: readonly PropertyKey[]): Affiliation[];
}

/**
 * Reads the affiliations that a post defines, each a name or a group of values, which authors then name by id.
 *
 * @param value - The field `affiliations` of its front matter.
 * @param ofAuthors - The affiliations of its authors, which may define some too.
 */
export function affiliationReader(
  value: unknown,
  ofAuthors: readonly unknown[],
  report: Report,
): AffiliationReader {
  const byId = new Map<string, Affiliation>();
  const defined: Affiliation[] = [];
  const read = (item: unknown, path: readonly PropertyKey[]): Institution | undefined =>
    typeof item === "string" || typeof item === "number"
      ? { name: String(item).trim() }
      : validItems(item, institution, path, report);
  const define = (one: Institution | undefined): Affiliation[] => {
    const affiliation = one && shown(one);
    if (!affiliation) return [];
    for (const id of [one.id, one.index]) if (id !== undefined) byId.set(id, affiliation);
    return [affiliation];
  };
  // `{ mit: MIT }`, or one institution.
  const isMap = isRecord(value) && value.name === undefined && value.institution === undefined;
  if (isMap) {
    for (const [id, item] of Object.entries(value)) {
      const one = read(item, ["affiliations", id]);
      if (one) defined.push(...define({ id, ...one }));
    }
  } else
    for (const [index, item] of listOf(value).entries())
      defined.push(...define(read(item, ["affiliations", index])));
  const quiet: Report = { ...report, problem: () => {} };
  for (const item of ofAuthors.flatMap(listOf))
    if (isRecord(item) && (item.id ?? item.index) !== undefined)
      define(validItems(item, institution, [], quiet));

  const near = suggester(() => [...byId.keys()]);
  const unknown = (id: string, path: readonly PropertyKey[], instead: string, hint = near(id)): void =>
    report.problem(
      path,
      (field) => `${field} names "${id}", but no affiliation has that id; ${instead}.${hint}`,
    );
  const named = (id: string, path: readonly PropertyKey[]): Affiliation[] => {
    const found = byId.get(id);
    if (!found) unknown(id, path, "it is left out");
    return found ? [found] : [];
  };
  const ofText = (words: string, path: readonly PropertyKey[]): Affiliation[] => {
    const found = byId.get(words);
    if (found) return [found];
    // As in JOSS: "1, 2".
    const ids = words.split(/\s*[,;]\s*/);
    if (ids.length > 1 && ids.every((id) => byId.has(id))) return ids.flatMap((id) => named(id, path));
    if (byId.size > 0 && /^\d+(\s*[,;]\s*\d+)*$/.test(words)) return ids.flatMap((id) => named(id, path));
    const hint = near(words);
    if (hint) unknown(words, path, "it is shown as a name", hint);
    return words === "" ? [] : [{ name: words, url: undefined }];
  };
  return {
    defined,
    of: (written, path) =>
      listOf(written).flatMap((item, index) => {
        const place = Array.isArray(written) ? [...path, index] : path;
        if (typeof item === "number") return named(String(item), place);
        if (typeof item === "string") {
          const name = text.safeParse(item);
          return name.success ? ofText(name.data, place) : [];
        }
        const one = validItems(item, institution, place, report);
        if (!one) return [];
        const own = shown(one);
        if (own) return [own];
        const id = one.ref ?? one.id ?? one.index;
        if (id !== undefined) return named(id, place);
        report.problem(place, (field) => `${field} must have a "name"; it is left out.`);
        return [];
      }),
  };
}
