import type { GroupBy } from "./groups-and-filters.js";

/** Which publications a list has, and how it is divided. */
export interface Choice {
  selected: boolean;
  by?: GroupBy;
  limit?: number;
}

const groupings: readonly GroupBy[] = ["year", "type", "venue"];

/** The words that a choice is made of. */
export const choiceWords = ["all", "selected", "by year", "by type", "by venue", "limit 5"] as const;

/**
 * Reads what `{% publications … %}` is given: words in any order, since Liquid knows no named arguments.
 *
 * @param words - Such as `selected by year limit 5`; empty for all.
 * @returns Undefined where a word is none of those known.
 */
export function readChoice(words: string): Choice | undefined {
  const rest = words.trim().toLowerCase();
  const known = /(all|selected|by\s+(year|type|venue)|limit\s+([1-9]\d*))(?=\s|$)/g;
  if (rest.replaceAll(known, "").trim() !== "") return undefined;
  const choice: Choice = { selected: false };
  for (const [, word, by, limit] of rest.matchAll(known)) {
    if (word === "selected") choice.selected = true;
    if (by) choice.by = by as GroupBy;
    if (limit) choice.limit = Number(limit);
  }
  return choice;
}

/**
 * Reads the same from named arguments: `selected=true, by="year", limit=5`.
 *
 * @returns Undefined where a name or a value is none of those known.
 */
export function readNamedChoice(named: Record<string, unknown>): Partial<Choice> | undefined {
  const choice: Partial<Choice> = {};
  for (const [name, value] of Object.entries(named)) {
    if (name === "selected" && typeof value === "boolean") choice.selected = value;
    else if (name === "by" && groupings.includes(value as GroupBy)) choice.by = value as GroupBy;
    else if (name === "limit" && Number.isInteger(value) && (value as number) > 0)
      choice.limit = value as number;
    else return undefined;
  }
  return choice;
}
