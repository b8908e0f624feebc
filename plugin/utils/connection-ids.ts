/**
 * The kinds of things of a site that may name each other, by the names of the fields that do it: entries of sections,
 * publications and posts.
 */
export const connectionKinds = ["people", "projects", "talks", "publications", "posts"] as const;

/** A kind of things that may name each other; see {@link connectionKinds}. */
export type ConnectionKind = (typeof connectionKinds)[number];

/** How a list of ids is written, for messages: the end of a sentence that starts with `must`. */
export const idsExpected = 'must be an id, a list of ids, or ids separated by commas, such as "rome, seeds"';

/**
 * Reads a list of ids: a list of texts or numbers, one of them, or a text with commas between ids.
 *
 * @returns The ids without duplicates; undefined for any other value.
 */
export function readIds(value: unknown): string[] | undefined {
  if (value === undefined || value === null) return [];
  const list: readonly unknown[] = Array.isArray(value)
    ? value
    : typeof value === "string"
      ? value.split(",")
      : [value];
  if (!list.every(isId)) return undefined;
  return [...new Set(list.map((id) => String(id).trim()).filter(Boolean))];
}

/** Reads ids as {@link readIds}, and leaves out what is none: other themes have other things in fields of the same names. */
export const readIdsAmongOthers = (value: unknown): string[] =>
  readIds(Array.isArray(value) ? value.filter(isId) : value) ?? [];

const isId = (value: unknown): value is string | number =>
  typeof value === "string" || (typeof value === "number" && Number.isFinite(value));
