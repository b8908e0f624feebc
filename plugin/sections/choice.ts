import { type ChoiceGrammar, isLimit, readChoiceWords, readNamedChoice } from "../utils/choice-words.js";
import { IndigoError, suggestion } from "../utils/errors.js";
import { type RelatedName, relatedNames, type SectionRelations } from "./relations.js";
import type { Entry, EntryGroup } from "./section.js";
import { firstOf, type ShownSection } from "./site-sections.js";

/** The entries that a shortcode of a section shows: those of a group, and connected to a person, project or publication. */
export interface SectionChoice extends Partial<Record<RelatedName, string>> {
  /** The label of a group, or its id, which is the same in every language. */
  group?: string;
  limit?: number;
}

const isText = (value: unknown): boolean => typeof value === "string";

const grammar: ChoiceGrammar<SectionChoice> = {
  limitAt: "end",
  readWords: (group) => (group ? { group } : {}),
  // The limit is validated when the words are known too: a named one replaces theirs.
  named: { group: isText, person: isText, project: isText, publication: isText, limit: () => true },
};

/**
 * Reads the arguments of a section's shortcode.
 *
 * @param first - A number of entries, or words: a group, `limit 3`, or both; empty for all.
 * @param named - The same as named arguments: `group="PhD students", limit=3`; also `person`, `project` and `publication`.
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

/**
 * Reads words that name no group as things to which entries are connected: `person ada`, `person ada project engine`.
 *
 * @returns Undefined for other words.
 */
function readRelated(words: string): SectionChoice | undefined {
  const pattern = /(person|project|publication)\s+(?:"([^"]*)"|'([^']*)'|(\S+))(?:\s+|$)/gi;
  const related = [...words.matchAll(pattern)];
  const names = new Set(related.map(([, name = ""]) => name.toLowerCase()));
  if (related.length === 0 || names.size < related.length || words.replaceAll(pattern, "") !== "")
    return undefined;
  return Object.fromEntries(
    related.map(([, name = "", double, single, plain]) => [name.toLowerCase(), double ?? single ?? plain]),
  );
}

function byNumber(first: unknown): SectionChoice | undefined {
  if (first === undefined || first === null) return {};
  return typeof first === "number" ? { limit: first } : undefined;
}

/**
 * Returns the groups of a section that a choice asks for. A single group has no heading, as the author chose it by name.
 *
 * @param caller - The shortcode, for messages: `{% people "Postdocs" %} in index.md`.
 * @throws IndigoError for an unknown group, person, project or publication.
 */
export function selectGroups(
  section: ShownSection,
  { group: name, limit, ...related }: SectionChoice,
  caller: string,
  relations: SectionRelations,
): EntryGroup[] {
  const connected = (groups: readonly EntryGroup[], choice: SectionChoice): EntryGroup[] =>
    firstOf(connectedOf(section, groups, choice, caller, relations), limit);
  if (name === undefined) return connected(section.groups, related);
  const isNamed = ({ label, id }: { label: string; id?: string }): boolean =>
    [label, id].some((each) => each?.toLowerCase() === name.toLowerCase());
  const named = section.named.find(isNamed);
  if (named) {
    const { groups } = named;
    return connected(groups.length === 1 ? groups.map((each) => ({ ...each, label: "" })) : groups, related);
  }
  const group = section.groups.find(isNamed);
  const inWords = group ? undefined : readRelated(name);
  if (inWords) return connected(section.groups, { ...inWords, ...related });
  if (!group) {
    const words = [...section.groups, ...section.named].flatMap(({ label, id }) => [label, id ?? ""]);
    const names = [...new Map(words.filter(Boolean).map((word) => [word.toLowerCase(), word])).values()];
    const list = names.length > 0 ? ` Known: ${names.join(", ")}.` : "";
    throw new IndigoError(`${caller}: no group of that name.${suggestion(name, names) || list}`);
  }
  return connected([{ ...group, label: "" }], related);
}

/** Returns the entries that are connected to each thing of a choice, in their groups. */
function connectedOf(
  { name: section }: ShownSection,
  groups: readonly EntryGroup[],
  choice: SectionChoice,
  caller: string,
  relations: SectionRelations,
): readonly EntryGroup[] {
  return relatedNames.reduce<readonly EntryGroup[]>((left, name) => {
    const id = choice[name];
    if (id === undefined) return left;
    if (!relations.sections.includes(section)) {
      throw new IndigoError(
        `${caller}: "${name}" is a word of ${relations.sections.join(", ")} only, whose entries have connections.`,
      );
    }
    const ids = relations.entriesOf(section, name, id);
    if (!ids) {
      throw new IndigoError(
        `${caller}: there is no ${name} ${JSON.stringify(id)}.${suggestion(id, relations.ids(name))}`,
      );
    }
    return left.map((group) => ({
      ...group,
      entries: group.entries.filter((entry) => ids.has((entry as Entry).id)),
    }));
  }, groups);
}
