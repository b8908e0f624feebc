import { type ChoiceGrammar, isLimit, readChoiceWords, readNamedChoice } from "../utils/choice-words.js";
import { IndigoError, suggestion } from "../utils/errors.js";
import type { EntryGroup } from "./section.js";
import { firstOf, type ShownSection } from "./site-sections.js";

/** The entries that a shortcode of a section shows. */
export interface SectionChoice {
  /** The label of a group, or its id, which is the same in every language. */
  group?: string;
  limit?: number;
}

const grammar: ChoiceGrammar<SectionChoice> = {
  limitAt: "end",
  readWords: (group) => (group ? { group } : {}),
  // The limit is validated when the words are known too: a named one replaces theirs.
  named: { group: (value) => typeof value === "string", limit: () => true },
};

/**
 * Reads the arguments of a section's shortcode.
 *
 * @param first - A number of entries, or words: a group, `limit 3`, or both; empty for all.
 * @param named - The same as named arguments: `group="PhD students", limit=3`.
 * @returns Undefined for any other argument.
 */
export function readSectionChoice(
  first: unknown,
  named: Readonly<Record<string, unknown>>,
): SectionChoice | undefined {
  const byWords = typeof first === "string" ? readChoiceWords(first, grammar) : byNumber(first);
  const byName = readNamedChoice(named, grammar);
  if (!byWords || !byName) return undefined;
  const choice = { ...byWords, ...byName };
  return choice.limit === undefined || isLimit(choice.limit) ? choice : undefined;
}

function byNumber(first: unknown): SectionChoice | undefined {
  if (first === undefined || first === null) return {};
  return typeof first === "number" ? { limit: first } : undefined;
}

/**
 * Returns the groups of a section that a choice asks for. A single group has no heading, as the author chose it by name.
 *
 * @param caller - The shortcode, for messages: `{% people "Postdocs" %} in index.md`.
 * @throws IndigoError for an unknown group.
 */
export function selectGroups(
  section: ShownSection,
  { group: name, limit }: SectionChoice,
  caller: string,
): EntryGroup[] {
  if (name === undefined) return firstOf(section.groups, limit);
  const isNamed = ({ label, id }: EntryGroup): boolean =>
    [label, id].some((each) => each?.toLowerCase() === name.toLowerCase());
  const group = section.groups.find(isNamed);
  if (!group) {
    const names = section.groups.flatMap(({ label, id }) => [label, ...(id ? [id] : [])]).filter(Boolean);
    const list = names.length > 0 ? ` Known: ${names.join(", ")}.` : "";
    throw new IndigoError(`${caller}: no group of that name.${suggestion(name, names) || list}`);
  }
  return firstOf([{ ...group, label: "" }], limit);
}
