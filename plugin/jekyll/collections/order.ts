import type { DateTime } from "luxon";
import { compare } from "../liquid/index.js";
import type { Collection, CollectionFile } from "./collections.js";
import { isEmptyDate } from "./dates.js";

/** What the order of a document depends on. */
interface OrderedDocument {
  found: CollectionFile;
  data: Readonly<Record<string, unknown>>;
  date: DateTime | undefined;
}

/**
 * Sorts the documents of a collection as Jekyll does: by the key `sort_by`, after the list `order`, or by date; then by path.
 *
 * @see https://jekyllrb.com/docs/collections/#custom-sorting-of-documents
 */
export function inOrder<T extends OrderedDocument>(
  { sortBy, order }: Collection,
  documents: readonly T[],
): T[] {
  if (order) {
    const place = ({ found }: T): number => {
      const at = order.indexOf(found.within);
      return at < 0 ? order.length : at;
    };
    return [...documents].sort((a, b) => place(a) - place(b) || byDate(a, b));
  }
  if (sortBy === undefined) return [...documents].sort(byDate);
  return [...documents].sort((a, b) => byKey(a, b, sortBy) || byDate(a, b));
}

/** Compares by date if both have one, else by path. */
const byDate = (a: OrderedDocument, b: OrderedDocument): number =>
  (a.date && b.date ? a.date.toMillis() - b.date.toMillis() : 0) ||
  (a.found.within < b.found.within ? -1 : a.found.within > b.found.within ? 1 : 0);

/** Compares by a key of front matter. Documents without it come last; values of different types are equal. */
function byKey(a: OrderedDocument, b: OrderedDocument, key: string): number {
  const [left, right] =
    key === "date" ? [a.date?.toMillis(), b.date?.toMillis()] : [a.data[key], b.data[key]];
  if (isEmptyDate(left) || isEmptyDate(right)) return Number(isEmptyDate(left)) - Number(isEmptyDate(right));
  return typeof left === typeof right ? compare(left, right, "UTC") : 0;
}
