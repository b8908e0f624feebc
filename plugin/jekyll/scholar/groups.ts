import type { Publication } from "../../publications/index.js";
import { bibtexType, fieldOf } from "./query.js";

/** Publications under a heading. */
export interface ScholarGroup {
  name: string;
  publications: Publication[];
}

/** jekyll-scholar's names of types. */
const typeNames: Readonly<Record<string, string>> = {
  article: "Journal Articles",
  book: "Books",
  incollection: "Book Chapters",
  inproceedings: "Conference Articles",
  thesis: "Theses",
  mastersthesis: "Master's Theses",
  phdthesis: "PhD Theses",
  manual: "Manuals",
  techreport: "Technical Reports",
  misc: "Miscellaneous",
  unpublished: "Unpublished",
};

/**
 * Groups publications by a field, such as `year`, `type` or `author`.
 *
 * @param order - `ascending`, the default, or `descending`; for several fields as for the first.
 */
export function groupsOf(publications: readonly Publication[], field: string, order: string): ScholarGroup[] {
  const groups = new Map<string, Publication[]>();
  for (const publication of publications) {
    const value = field === "type" ? bibtexType(publication) : fieldOf(publication, field);
    groups.set(value, [...(groups.get(value) ?? []), publication]);
  }
  const sign = /^(desc|reverse)/.test(order) ? -1 : 1;
  return [...groups]
    .sort(([a], [b]) => sign * a.localeCompare(b, "en", { numeric: true }))
    .map(([value, inGroup]) => ({
      name: field === "type" ? (typeNames[value] ?? value) : value,
      publications: inGroup,
    }));
}

/**
 * Sorts publications by fields, such as `year, month`, each in its order.
 *
 * @param sortBy - `none` keeps the order of the file.
 */
export function sorted(publications: readonly Publication[], sortBy: string, order: string): Publication[] {
  const fields = sortBy.split(/\s*,\s*/).filter((field) => field && field !== "none");
  const orders = order.split(/\s*,\s*/);
  if (fields.length === 0) return [...publications];
  return publications.toSorted((a, b) => {
    for (const [index, field] of fields.entries()) {
      const compared = fieldOf(a, field).localeCompare(fieldOf(b, field), "en", { numeric: true });
      const isDown = /^(desc|reverse)/.test(orders[index] ?? orders.at(-1) ?? "");
      if (compared !== 0) return isDown ? -compared : compared;
    }
    return 0;
  });
}
