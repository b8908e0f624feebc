import { IndigoError, suggestion } from "../utils/errors.js";
import type { EntryGroup } from "./section.js";
import { firstOf, type ShownSection } from "./site-sections.js";

/** What a shortcode of a section is asked for. */
export interface Choice {
  /** The label of a group, or the name that it has in every language. */
  group?: string;
  limit?: number;
}

/**
 * Reads what a shortcode of a section is given.
 *
 * @param first - A number of entries, or words: a group, `limit 3`, or both; empty for all.
 * @param named - The same by name: `group="PhD students", limit=3`.
 * @returns Undefined where something is none of these.
 */
export function readChoice(first: unknown, named: Readonly<Record<string, unknown>>): Choice | undefined {
  const choice: Choice = {};
  if (typeof first === "number") choice.limit = first;
  else if (typeof first === "string") {
    const [, group = "", limit] = /^(.*?)\s*(?:(?:^|\blimit\s+)(\d+))?$/is.exec(first.trim()) ?? [];
    if (group) choice.group = group;
    if (limit) choice.limit = Number(limit);
  } else if (first !== undefined && first !== null) return undefined;
  for (const [name, value] of Object.entries(named)) {
    if (name === "group" && typeof value === "string") choice.group = value;
    else if (name === "limit") choice.limit = value as number;
    else return undefined;
  }
  const { limit } = choice;
  return limit === undefined || (Number.isInteger(limit) && limit > 0) ? choice : undefined;
}

/**
 * The groups of a section that a choice means. One that is asked for by its name has no heading, since its author knows.
 *
 * @throws IndigoError for a group that is not there.
 */
export function chosen(section: ShownSection, { group, limit }: Choice, asking: string): EntryGroup[] {
  if (group === undefined) return firstOf(section.groups, limit);
  const isMeant = ({ label, id }: EntryGroup): boolean =>
    [label, id].some((name) => name?.toLowerCase() === group.toLowerCase());
  const found = section.groups.find(isMeant);
  if (!found) {
    const known = section.groups.flatMap(({ label, id }) => [label, ...(id ? [id] : [])]).filter(Boolean);
    const all = known.length > 0 ? ` Known: ${known.join(", ")}.` : "";
    throw new IndigoError(`${asking}: no group of that name.${suggestion(group, known) || all}`);
  }
  return firstOf([{ ...found, label: "" }], limit);
}
