import type { Strings } from "../../i18n/strings/types.js";
import { anchors } from "../../utils/slug.js";
import type { Publication } from "../publication.js";
import {
  type Catalogue,
  type CatalogueEntry,
  type EntryGroup,
  isLongList,
  minForFilters,
} from "./catalogue.js";
import { type Filter, type GroupBy, groupPublications } from "./groups-and-filters.js";

/** Some publications, with what their list needs; see {@link Catalogue}, of which it has the entries and filters. */
export interface SelectedList {
  entries: CatalogueEntry[];
  /** Its groups; one without a label if it has none. */
  groups: EntryGroup[];
  filters: Filter[];
  isLong: boolean;
}

/** Returns publications as a list. Those that are not in the catalogue, such as ones with changed fields, have no page. */
export function selectedList(
  publications: readonly Publication[],
  by: GroupBy | undefined,
  catalogue: Catalogue,
  strings: Strings,
): SelectedList {
  const known = catalogue.byPublication;
  const entryOf = (publication: Publication): CatalogueEntry =>
    known.get(publication) ?? { publication, anchor: "", url: undefined, values: {} };
  const entries = publications.map(entryOf);
  const groups = by
    ? withFreeIds(groupPublications(publications, by, strings), entries).map((group) => ({
        ...group,
        entries: group.publications.map(entryOf),
      }))
    : [{ label: "", id: "", entries }];
  return {
    entries,
    groups,
    filters: entries.length < minForFilters ? [] : filtersWithin(catalogue.filters, entries),
    isLong: isLongList(entries),
  };
}

/** Gives the headings of groups ids that no entry has. */
function withFreeIds<Group extends { label: string }>(
  groups: readonly Group[],
  entries: readonly CatalogueEntry[],
): (Group & { id: string })[] {
  const ids = anchors([
    "main-content",
    ...entries.map(({ anchor }) => anchor),
    ...groups.map(({ label }) => label),
  ]);
  return groups.map((group, index) => ({ ...group, id: ids[entries.length + 1 + index] ?? "" }));
}

/** Returns the filters that divide some entries, with the ids of the whole list's, for which there are styles. */
function filtersWithin(filters: readonly Filter[], entries: readonly CatalogueEntry[]): Filter[] {
  return filters.flatMap((filter) => {
    const counts = new Map<string, number>();
    for (const { values } of entries) {
      for (const value of values[filter.name]?.split(" ") ?? [])
        counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const options = filter.options
      .map((option) => ({ ...option, count: counts.get(option.value) ?? 0 }))
      .filter(({ count }) => count > 0);
    if (options.length < 2) return [];
    if (filter.name !== "year") options.sort((a, b) => b.count - a.count);
    return [{ ...filter, options, rare: options.filter(({ count }) => count === 1).length }];
  });
}
