import type { Strings } from "../../i18n/strings/types.js";
import type { Publication } from "../publication.js";
import type { PublicationSource } from "../source.js";
import type { Catalogue } from "./catalogue.js";
import { groupPublications } from "./groups-and-filters.js";
import { selectedList } from "./selected-list.js";
import type { Selection } from "./selection.js";
import type { Selector } from "./selector.js";

/** A list of publications for a partial. */
export interface ShownList {
  /** The partial that shows it. */
  partial: string;
  /** What the partial reads. */
  data: object;
  /** Whether its entries are full, as on the page of all publications. */
  isFull: boolean;
}

/** The level of headings of groups, unless `heading` sets it: a list is in a part of a page, whose headings are h2. */
const defaultLevel = 3;

/**
 * Returns a function that finds the publications of a selection as a list in the language of a site; undefined if there are
 * none.
 *
 * @param select - Selects among the site's publications; its second argument is what asks, for messages.
 */
export const listOfWorks =
  (source: PublicationSource, select: Selector) =>
  (selection: Selection, caller: string, { strings }: { strings: Strings }): ShownList | undefined => {
    const works = select(selection, caller);
    return works.length > 0 ? shownList(works, selection, source.catalogueIn(strings), strings) : undefined;
  };

/** Returns the list of the publications of a selection, in its style and grouping. */
export function shownList(
  publications: readonly Publication[],
  { by, style, heading: level = defaultLevel }: Selection,
  catalogue: Catalogue,
  strings: Strings,
): ShownList {
  const folder = "indigo/publications";
  if (style === "full") {
    const list = selectedList(publications, by, catalogue, strings);
    return { partial: `${folder}/publication-full.njk`, data: { list, level }, isFull: true };
  }
  if (!by) return { partial: `${folder}/publications.njk`, data: { publications }, isFull: false };
  const groups = groupPublications(publications, by, strings);
  return { partial: `${folder}/publication-groups.njk`, data: { groups, level }, isFull: false };
}
