import type { CollectionItem } from "../eleventy/api.js";
import { type NavigationItem, pageNavigation } from "../options/navigation.js";
import { IndigoError, templateName } from "../utils/errors.js";
import { validate } from "../utils/validate.js";

/** The front matter `nav` of a site's pages. */
export interface PageNavigation {
  /** The pages with `nav`, sorted by `order`, then by title. */
  items: NavigationItem[];
  /** Labels by URL, of pages with a label other than their title. */
  labels: ReadonlyMap<string, string>;
  /** URLs of pages with `nav: false`. */
  hidden: ReadonlySet<string>;
}

/**
 * Reads the front matter `nav` of pages.
 *
 * @param items - The pages with this field.
 * @param language - BCP 47 tag of the language in which titles are sorted.
 * @throws IndigoError that names each page with an invalid `nav`.
 */
export function pageNavigationOf(items: readonly CollectionItem[], language: string): PageNavigation {
  const labels = new Map<string, string>();
  const hidden = new Set<string>();
  const byFile = new Map<string, NavigationItem & { order: number }>();
  const problems: string[] = [];
  for (const item of items) {
    const { url } = item;
    // Only the first page of a paginated template counts.
    if (typeof url !== "string" || byFile.has(item.inputPath)) continue;
    const nav = navOf(item, problems);
    if (nav === undefined) continue;
    if (nav === false) hidden.add(url);
    else {
      if (nav.label !== undefined) labels.set(url, nav.label);
      const label = nav.label ?? titleOf(item);
      if (label) byFile.set(item.inputPath, { label, url, order: nav.order ?? Number.POSITIVE_INFINITY });
      else
        problems.push(
          `field "nav" in ${templateName(item.inputPath)} has no label, and the page has no title. Set one of them.`,
        );
    }
  }
  if (problems.length > 0) throw new IndigoError(...problems);
  const { compare } = new Intl.Collator(language, { numeric: true });
  const sorted = [...byFile.values()].sort(
    (a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0) || compare(a.label, b.label),
  );
  return { items: sorted.map(({ label, url }) => ({ label, url })), labels, hidden };
}

interface NavField {
  label?: string | undefined;
  order?: number | undefined;
}

/** Returns the `nav` of a page as an object or `false`. Adds a problem and returns `undefined` if it is invalid. */
function navOf(item: CollectionItem, problems: string[]): NavField | false | undefined {
  const place = templateName(item.inputPath);
  try {
    const { nav } = validate(pageNavigation, { nav: item.data.nav }, { noun: "field", place: () => place });
    if (nav === false) return false;
    return nav === true ? {} : typeof nav === "string" ? { label: nav } : nav;
  } catch (error) {
    if (!(error instanceof IndigoError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}

/** The title of a page, or the name of the person whose page it is. */
function titleOf({ data: { title: ownTitle, name } }: CollectionItem): string | undefined {
  const title = ownTitle ?? name;
  return typeof title === "string" || typeof title === "number" ? String(title).trim() : undefined;
}
