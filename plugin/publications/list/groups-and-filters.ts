import type { Strings } from "../../i18n/strings/types.js";
import { anchors } from "../../utils/slug.js";
import type { Publication } from "../publication.js";

/** By what a list is divided. */
export type GroupBy = "year" | "type" | "venue";

/** A part of a list. */
export interface PublicationGroup {
  label: string;
  /** Id of the part's heading. */
  id: string;
  publications: Publication[];
}

/** A choice of a filter. */
export interface FilterOption {
  /** What it stands for, whatever the language. */
  key: string;
  label: string;
  count: number;
  /** Id of the radio button, and the value that entries have in the filter's attribute. */
  id: string;
  value: string;
}

/** A filter: radio buttons of which one is on, and the attribute of an entry by which it is kept. */
export interface Filter {
  name: "type" | "year" | "topic";
  label: string;
  options: FilterOption[];
}

/** Words for the types of CSL that authors have; others are shown as CSL names them. */
export function typeLabel(type: Publication["type"], strings: Strings): string {
  const known: Record<string, string> = strings.publicationTypes;
  return known[type] ?? type.charAt(0).toUpperCase() + type.slice(1).replaceAll(/[-_]/g, " ");
}

const yearOf = ({ year, status }: Publication): string =>
  year === undefined ? (status ?? "") : String(year);

/** Divides publications: by year from the newest on, by type or venue from the largest on; entries keep their order. */
export function groupPublications(
  publications: readonly Publication[],
  by: GroupBy,
  strings: Strings,
): PublicationGroup[] {
  const keyOf = (publication: Publication): string => {
    if (by === "year") return yearOf(publication) || strings.noYear;
    if (by === "type") return typeLabel(publication.type, strings);
    return publication.venue || strings.noVenue;
  };
  const groups = new Map<string, Publication[]>();
  for (const publication of publications) {
    const key = keyOf(publication);
    const group = groups.get(key);
    if (group) group.push(publication);
    else groups.set(key, [publication]);
  }
  const sorted = [...groups].sort(([a, one], [b, other]) =>
    by === "year"
      ? Number(a === strings.noYear) - Number(b === strings.noYear) ||
        Number(/^\d/.test(a)) - Number(/^\d/.test(b)) ||
        b.localeCompare(a, "en", { numeric: true })
      : other.length - one.length,
  );
  const ids = anchors(sorted.map(([label]) => label));
  return sorted.map(([label, inGroup], index) => ({ label, id: ids[index] ?? "", publications: inGroup }));
}

/** The filters that make sense for a list: those that leave a choice. */
export function filtersOf(publications: readonly Publication[], strings: Strings): Filter[] {
  const count = (keys: readonly string[]): [key: string, count: number][] => {
    const counts = new Map<string, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return [...counts];
  };
  const filter = (
    name: Filter["name"],
    label: string,
    counted: [key: string, count: number][],
    labelOf = (key: string): string => key,
  ): Filter => {
    const ids = anchors(counted.map(([option]) => option));
    const options = counted.map(([option, amount], index) => ({
      key: option,
      label: labelOf(option),
      count: amount,
      // No id of an entry or a heading has two hyphens in a row.
      id: `${name}--${ids[index]}`,
      value: ids[index] ?? "",
    }));
    return { name, label, options };
  };
  const byCount = (a: [string, number], b: [string, number]): number => b[1] - a[1];
  return [
    filter("type", strings.filterType, count(publications.map(({ type }) => type)).sort(byCount), (type) =>
      typeLabel(type as Publication["type"], strings),
    ),
    filter(
      "year",
      strings.filterYear,
      count(publications.map(yearOf).filter(Boolean)).sort(([a], [b]) =>
        b.localeCompare(a, "en", { numeric: true }),
      ),
    ),
    filter(
      "topic",
      strings.filterTopic,
      count(publications.flatMap(({ keywords }) => [...new Set(keywords)]))
        .sort(byCount)
        .slice(0, topicsAtMost),
    ),
  ].filter(({ options }) => options.length > 1);
}

/** More buttons than this are no help. */
const topicsAtMost = 30;

/** What an entry has in the attribute of each filter. */
export function filterValues(publication: Publication, filters: readonly Filter[]): Record<string, string> {
  const keys: Record<Filter["name"], readonly string[]> = {
    type: [publication.type],
    year: [yearOf(publication)],
    topic: publication.keywords ?? [],
  };
  return Object.fromEntries(
    filters.map(({ name, options }) => [
      name,
      options
        .filter(({ key }) => keys[name].includes(key))
        .map(({ value }) => value)
        .join(" "),
    ]),
  );
}

/**
 * The styles that make filters work without a script: they hide what the buttons that are on do not keep, and parts of
 * the list of which they keep nothing.
 *
 * @param groups - What the entries of each part of the list have in the attribute of each filter.
 */
export function filterStyles(
  filters: readonly Filter[],
  groups: readonly (readonly Record<string, string>[])[] = [],
): string {
  const choices = filters.map(({ name, options }) =>
    options.map(({ id, value }) => ({
      key: `${name} ${value}`,
      on: `:has(#${escapeId(id)}:checked)`,
      kept: `[data-${name}~="${value}"]`,
    })),
  );
  const rules = choices.flat().map(({ on, kept }) => {
    const list = `.publication-list${on}`;
    return `${list} .publication:not(${kept}),${list} .publication-group:not(:has(${kept})){display:none}`;
  });
  // A part of the list may have entries for each of two buttons, and none for both.
  const parts = groups.map(choicesOf);
  const pairs = choices.flatMap((some, index) =>
    choices
      .slice(index + 1)
      .flatMap((others) => some.flatMap((one) => others.map((other) => [one, other] as const))),
  );
  const pairRules = pairs
    .filter(([one, other]) =>
      parts.some(
        ({ single, both }) =>
          single.has(one.key) && single.has(other.key) && !both.has(`${one.key} ${other.key}`),
      ),
    )
    .map(
      ([one, other]) =>
        `.publication-list${one.on}${other.on} .publication-group:not(:has(${one.kept}${other.kept})){display:none}`,
    );
  return [...rules, ...pairRules].join("\n");
}

/** The buttons that keep something of a part of the list, and the pairs of them that do. */
function choicesOf(entries: readonly Record<string, string>[]): { single: Set<string>; both: Set<string> } {
  const single = new Set<string>();
  const both = new Set<string>();
  for (const values of entries) {
    const keys = Object.entries(values).map(([name, value]) =>
      value
        .split(" ")
        .filter(Boolean)
        .map((each) => `${name} ${each}`),
    );
    for (const key of keys.flat()) single.add(key);
    for (const [index, some] of keys.entries()) {
      for (const one of some) for (const other of keys.slice(index + 1).flat()) both.add(`${one} ${other}`);
    }
  }
  return { single, both };
}

/** An id as CSS writes it: what is no letter, digit or hyphen behind a backslash. */
const escapeId = (id: string): string => id.replaceAll(/[^\p{L}\p{M}\p{N}_-]/gu, "\\$&");
