import type { Strings } from "../../i18n/strings/types.js";
import { escapeSelector } from "../../utils/markup.js";
import { anchors } from "../../utils/slug.js";
import type { Publication } from "../publication.js";

/** The field by which a list is grouped. */
export type GroupBy = "year" | "type" | "venue";

/** A group of a list of publications. */
export interface PublicationGroup {
  label: string;
  /** Id of the group's heading. */
  id: string;
  publications: Publication[];
}

/** A radio button of a filter. */
export interface FilterOption {
  /** The value that it selects, in no language: `article-journal`, `2021`. */
  key: string;
  label: string;
  count: number;
  /** Id of the radio button. `value`: the value of the filter's attribute of entries that it shows. */
  id: string;
  value: string;
}

/** A filter: radio buttons, and the attribute `data-NAME` of entries that they select by. */
export interface Filter {
  name: "type" | "year" | "topic";
  label: string;
  options: FilterOption[];
  /** The number of options of one publication, which the page folds. */
  rare: number;
}

/** Returns the UI string of a CSL type; the name of the type, if there is none. */
export function typeLabel(type: Publication["type"], strings: Strings): string {
  const labels: Record<string, string> = strings.publicationTypes;
  return labels[type] ?? type.charAt(0).toUpperCase() + type.slice(1).replaceAll(/[-_]/g, " ");
}

/** Texts in place of a year that only say that there is none. */
const noDate = /^(?:n\.? ?d\.?|s\.? ?[ad]\.?|undated|unknown|no date|none|\W*)$/i;

/** Returns the year of a publication; without one `forthcoming` if it has a text in place of it, else `undated`. */
export const yearOf = ({ year, status = "" }: Publication): string => {
  if (year !== undefined) return String(year);
  return noDate.test(status.trim()) ? "undated" : "forthcoming";
};

const yearLabel = (key: string, strings: Strings): string => {
  if (key === "undated") return strings.noYear;
  return key === "forthcoming" ? strings.forthcoming : key;
};

/** Returns the place of a year among others, from the lowest number on: forthcoming works first, undated ones last. */
const yearOrder = (key: string): number =>
  key === "forthcoming"
    ? Number.NEGATIVE_INFINITY
    : key === "undated"
      ? Number.POSITIVE_INFINITY
      : -Number(key);

const byYear = (a: string, b: string): number => (a === b ? 0 : yearOrder(a) < yearOrder(b) ? -1 : 1);

/** Groups publications: by year, newest first after forthcoming ones, or by type or venue, largest first. Entries keep their order. */
export function groupPublications(
  publications: readonly Publication[],
  by: GroupBy,
  strings: Strings,
): PublicationGroup[] {
  const keyOf = (publication: Publication): string => {
    if (by === "year") return yearOf(publication);
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
    by === "year" ? byYear(a, b) : other.length - one.length,
  );
  const labels = sorted.map(([key]) => (by === "year" ? yearLabel(key, strings) : key));
  const ids = anchors(labels);
  return sorted.map(([, inGroup], index) => ({
    label: labels[index] ?? "",
    id: ids[index] ?? "",
    publications: inGroup,
  }));
}

/** Returns the filters of a list that have more than one option. */
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
      // Unique, as no id of an entry or a heading has two hyphens in a row.
      id: `${name}--${ids[index]}`,
      value: ids[index] ?? "",
    }));
    return { name, label, options, rare: options.filter((option) => option.count === 1).length };
  };
  const byCount = (a: [string, number], b: [string, number]): number => b[1] - a[1];
  return [
    filter("type", strings.filterType, count(publications.map(({ type }) => type)).sort(byCount), (type) =>
      typeLabel(type as Publication["type"], strings),
    ),
    filter(
      "year",
      strings.filterYear,
      count(publications.map(yearOf)).sort(([a], [b]) => byYear(a, b)),
      (key) => yearLabel(key, strings),
    ),
    filter(
      "topic",
      strings.filterTopic,
      count(publications.flatMap(({ keywords }) => [...new Set(keywords)]))
        .sort(byCount)
        .slice(0, maxTopics),
    ),
  ].filter(({ options }) => options.length > 1);
}

/** The largest number of buttons for topics. */
const maxTopics = 30;

/** Returns the value of an entry's attribute for each filter. */
export function filterValues(publication: Publication, filters: readonly Filter[]): Record<string, string> {
  const keys: Record<Filter["name"], readonly string[]> = {
    type: [publication.type],
    year: [yearOf(publication)],
    topic: publication.keywords ?? [],
  };
  return Object.fromEntries(
    filters.map((filter) => [filter.name, valuesOf(filter, new Set(keys[filter.name])).join(" ")]),
  );
}

const valuesByKey = new WeakMap<Filter, ReadonlyMap<string, string>>();

/** Returns the values of a filter's options with some keys, in the order of the options. */
function valuesOf(filter: Filter, keys: ReadonlySet<string>): string[] {
  const values = valuesByKey.get(filter) ?? new Map(filter.options.map(({ key, value }) => [key, value]));
  valuesByKey.set(filter, values);
  if (keys.size === 1) return [...keys].flatMap((key) => values.get(key) ?? []);
  return [...values].flatMap(([key, value]) => (keys.has(key) ? [value] : []));
}

/**
 * Returns the styles that make filters work without JavaScript: they hide the entries that the checked buttons do not
 * select, and groups without selected entries.
 *
 * @param groups - For each group of the list, the attributes of its entries for the filters.
 */
export function filterStyles(
  filters: readonly Filter[],
  groups: readonly (readonly Record<string, string>[])[] = [],
): string {
  const choices = filters.map(({ name, options }) =>
    options.map(({ id, value }) => ({
      key: `${name} ${value}`,
      checked: `:has(#${escapeSelector(id)}:checked)`,
      selected: `[data-${name}~="${value}"]`,
    })),
  );
  const rules = choices.flat().map(({ checked, selected }) => {
    const list = `.publication-list${checked}`;
    return `${list} .publication:not(${selected}),${list} .publication-group:not(:has(${selected})){display:none}`;
  });
  // A group may have entries for each of two buttons, and none for both.
  const emptyPairs = new Set(groups.flatMap(emptyPairsOf));
  const pairRules = choices.flatMap((some, index) =>
    choices
      .slice(index + 1)
      .flatMap((others) =>
        some.flatMap((one) =>
          others
            .filter((other) => emptyPairs.has(`${one.key} ${other.key}`))
            .map(
              (other) =>
                `.publication-list${one.checked}${other.checked} .publication-group:not(:has(${one.selected}${other.selected})){display:none}`,
            ),
        ),
      ),
  );
  return [...rules, ...pairRules].join("\n");
}

/** Returns the pairs of buttons each of which selects an entry of a group, but none of which both select. */
function emptyPairsOf(entries: readonly Record<string, string>[]): string[] {
  const single = new Map<string, Set<string>>();
  const both = new Set<string>();
  for (const values of entries) {
    const keys = Object.entries(values).map(([name, value]) => {
      const selected = value.split(" ").filter(Boolean);
      const ofFilter = single.get(name) ?? new Set();
      single.set(name, ofFilter);
      return selected.map((each) => {
        ofFilter.add(`${name} ${each}`);
        return `${name} ${each}`;
      });
    });
    for (const pair of pairsBetween(keys)) both.add(pair);
  }
  return pairsBetween([...single.values()].map((keys) => [...keys])).filter((pair) => !both.has(pair));
}

/** Returns the pairs of keys of different lists. */
const pairsBetween = (lists: readonly (readonly string[])[]): string[] =>
  lists.flatMap((some, index) => {
    const others = lists.slice(index + 1).flat();
    return some.flatMap((one) => others.map((other) => `${one} ${other}`));
  });
