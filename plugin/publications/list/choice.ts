import {
  type ChoiceGrammar,
  isLimit,
  readChoiceWords,
  readNamedChoice as readNamed,
} from "../../utils/choice-words.js";
import type { GroupBy } from "./groups-and-filters.js";

// The choice of a shortcode: which publications `{% publications … %}` lists. The buttons on the page of all publications
// are filters; see groups-and-filters.ts.

/** The publications that a list shows, and how they are grouped. */
export interface Choice {
  selected: boolean;
  by?: GroupBy;
  limit?: number;
}

const groupings: readonly GroupBy[] = ["year", "type", "venue"];

/** The words of which a choice consists. */
export const choiceWords = ["all", "selected", "by year", "by type", "by venue", "limit 5"] as const;

const grammar: ChoiceGrammar<Choice> = {
  limitAt: "anywhere",
  readWords,
  named: {
    selected: (value) => typeof value === "boolean",
    by: (value) => groupings.includes(value as GroupBy),
    limit: isLimit,
  },
};

function readWords(words: string): Partial<Choice> | undefined {
  const pattern = /(all|selected|by\s+(year|type|venue))(?=\s|$)/g;
  if (words.replaceAll(pattern, "").trim() !== "") return undefined;
  const choice: Partial<Choice> = {};
  for (const [, word, by] of words.matchAll(pattern)) {
    if (word === "selected") choice.selected = true;
    if (by) choice.by = by as GroupBy;
  }
  return choice;
}

/**
 * Reads the words of `{% publications … %}`, in any order: Liquid has no named arguments.
 *
 * @param words - Such as `selected by year limit 5`; empty for all.
 * @returns Undefined for an unknown word.
 */
export function readChoice(words: string): Choice | undefined {
  const choice = readChoiceWords(words.toLowerCase(), grammar);
  return choice && { selected: false, ...choice };
}

/**
 * Reads the named arguments of `{% publications … %}`: `selected=true, by="year", limit=5`.
 *
 * @returns Undefined for an unknown name or value.
 */
export function readNamedChoice(named: Record<string, unknown>): Partial<Choice> | undefined {
  return readNamed(named, grammar);
}
