import type { Strings } from "../../i18n/strings/types.js";
import { routeUrl } from "../../options/routes.js";
import { anchors } from "../../utils/slug.js";
import type { Publication } from "../publication.js";
import {
  type Filter,
  filterStyles,
  filtersOf,
  filterValues,
  groupPublications,
} from "./groups-and-filters.js";

/** A publication on the page of all publications. */
export interface CatalogueEntry {
  publication: Publication;
  /** Id of its entry in the list, and the last part of its page's URL. */
  anchor: string;
  /** URL of its page, if it has one. */
  url: string | undefined;
  /** The value of its attribute for each filter. */
  values: Record<string, string>;
}

/** Entries under one heading. */
export interface EntryGroup {
  label: string;
  /** Id of the heading. */
  id: string;
  entries: CatalogueEntry[];
}

/** All publications of the site, with what their list and pages need. Made once per build and language. */
export interface Catalogue {
  entries: CatalogueEntry[];
  byPublication: ReadonlyMap<Publication, CatalogueEntry>;
  filters: Filter[];
  groups: EntryGroup[];
  /** The styles that make the filters of this list work. */
  styles: string;
  /** Whether the list leaves abstracts and BibTeX to the pages of its entries, so that it stays small. */
  isLong: boolean;
}

/** The largest number of entries of which a list has abstracts and BibTeX, with about 2.5 kB each. */
const maxWithDetails = 100;

/** The smallest number of entries of which the list has filters: a shorter one is read as quickly. */
export const minForFilters = 10;

/** Returns whether a list is so long that it leaves abstracts and BibTeX to the pages of its entries. */
export const isLongList = (entries: readonly CatalogueEntry[]): boolean =>
  entries.length > maxWithDetails && entries.some(({ url }) => url !== undefined);

/**
 * Returns the catalogue of a site's publications.
 *
 * @param hasPages - Whether each publication has a page of its own.
 */
export function catalogueOf(
  publications: readonly Publication[],
  hasPages: boolean,
  strings: Strings,
): Catalogue {
  const parts = groupPublications(publications, "year", strings);
  // All ids of one page, with the one of its layout.
  const [, ...names] = anchors([
    "main-content",
    ...publications.map(({ id, title }) => id ?? title),
    ...parts.map(({ label }) => label),
  ]);
  const filters = publications.length < minForFilters ? [] : filtersOf(publications, strings);
  const entries = publications.map((publication, index): CatalogueEntry => {
    const anchor = names[index] ?? "";
    const url = hasPages ? routeUrl("publication").replace("ID", anchor) : undefined;
    return { publication, anchor, url, values: filterValues(publication, filters) };
  });
  const byPublication = new Map(entries.map((entry) => [entry.publication, entry]));
  const groups = parts.map(({ label, publications: inGroup }, index) => ({
    label,
    id: names[publications.length + index] ?? "",
    entries: inGroup.flatMap((publication) => byPublication.get(publication) ?? []),
  }));
  const styles = filterStyles(
    filters,
    groups.map((group) => group.entries.map(({ values }) => values)),
  );
  return {
    entries,
    byPublication,
    filters,
    groups,
    styles,
    isLong: isLongList(entries),
  };
}
