import type { CollectionItem } from "../eleventy/api.js";
import { type NavigationItem, pageNavigation } from "../options/navigation.js";
import { IndigoError, templateName } from "../utils/errors.js";
import { validate } from "../utils/validate.js";

/** What the pages of a site say of their place in the navigation. */
export interface PageNavigation {
  /** The pages that want to be in it, in the order of `order`, then title. */
  items: NavigationItem[];
  /** The words that a page wants for its link, by its address; not those that are just its title. */
  labels: ReadonlyMap<string, string>;
  /** Addresses of pages that do not want to be in it. */
  hidden: ReadonlySet<string>;
}

/**
 * Reads the front matter `nav` of pages.
 *
 * @param items - The pages that have it.
 * @param language - Whose alphabet orders titles, as BCP 47 has it.
 * @throws IndigoError that names each page whose `nav` is wrong.
 */
export function pageNavigationOf(items: readonly CollectionItem[], language: string): PageNavigation {
  const labels = new Map<string, string>();
  const hidden = new Set<string>();
  const found = new Map<string, NavigationItem & { order: number }>();
  const problems: string[] = [];
  for (const item of items) {
    const { url } = item;
    // Of a page divided into several the first one counts.
    if (typeof url !== "string" || found.has(item.inputPath)) continue;
    const given = navOf(item, problems);
    if (given === undefined) continue;
    if (given === false) hidden.add(url);
    else {
      if (given.label !== undefined) labels.set(url, given.label);
      const label = given.label ?? titleOf(item);
      if (label) found.set(item.inputPath, { label, url, order: given.order ?? Number.POSITIVE_INFINITY });
      else
        problems.push(`field "nav" in ${templateName(item.inputPath)} has no label, and the page no title.`);
    }
  }
  if (problems.length > 0) throw new IndigoError(...problems);
  const { compare } = new Intl.Collator(language, { numeric: true });
  const sorted = [...found.values()].sort(
    (a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0) || compare(a.label, b.label),
  );
  return { items: sorted.map(({ label, url }) => ({ label, url })), labels, hidden };
}

interface Wish {
  label?: string | undefined;
  order?: number | undefined;
}

/** What a page wants, in one form; nothing where it is wrong, which is added to the problems. */
function navOf(item: CollectionItem, problems: string[]): Wish | false | undefined {
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

function titleOf({ data: { title } }: CollectionItem): string | undefined {
  return typeof title === "string" || typeof title === "number" ? String(title).trim() : undefined;
}
