import { readFileSync } from "node:fs";
import { routes } from "../../options/routes.js";
import { classes } from "../../utils/markup.js";
import { slug } from "../../utils/slug.js";
import type { Finding } from "./fault.js";
import type { Result } from "./result.js";

/** What the check reads of an entry of CSL-JSON. */
interface Entry {
  id?: unknown;
  issued?: { "date-parts"?: unknown[][]; raw?: unknown; literal?: unknown };
  URL?: unknown;
  DOI?: unknown;
}

/** Looks for publications that do not say when they appeared or lead nowhere to be read. */
export function checkPublications(result: Result): Finding[] {
  const linked = linkedIds(result);
  return entries(result).flatMap((entry): Finding[] => {
    const id = String(entry.id ?? "");
    const traces = [`{${id},`, `{ ${id},`, `id: ${id}`, `id: "${id}"`, `"${id}"`, id];
    const found: Finding[] = [];
    if (!hasYear(entry)) {
      found.push({ rule: "publication-year", message: `publication "${id}" has no year`, traces });
    }
    if (!entry.URL && !entry.DOI && !linked.has(slug(id))) {
      found.push({
        rule: "publication-link",
        message: `publication "${id}" has no link: give it a doi, url or pdf`,
        traces,
      });
    }
    return found;
  });
}

const hasYear = ({ issued }: Entry): boolean =>
  Boolean(issued?.["date-parts"]?.[0]?.[0] ?? issued?.raw ?? issued?.literal);

function entries(result: Result): Entry[] {
  const file = result.fileAt(result.prefix + routes.publicationsCsl.path);
  if (!file) return [];
  try {
    const value: unknown = JSON.parse(readFileSync(file, "utf8"));
    return Array.isArray(value) ? (value as Entry[]) : [];
  } catch {
    // A file of the author's own at this address is theirs.
    return [];
  }
}

/** The publications whose own page has links, such as to a PDF or to slides. */
function linkedIds({ pages, prefix, pageAt }: Result): Set<string> {
  const list = pageAt(`${prefix}publications/`);
  const found = new Set<string>();
  let id = "";
  for (const { name, attributes } of list?.elements ?? []) {
    if (name === "li")
      id = attributes.class?.split(" ").includes(classes.publication) ? (attributes.id ?? "") : "";
    if (name === "div" && attributes.class === classes.publicationLinks && id) found.add(id);
  }
  // Where there is no list, their pages tell.
  for (const { url, elements } of list ? [] : pages) {
    const [, own] = /^\/publications\/([^/]+)\/$/.exec(url) ?? [];
    if (
      own &&
      elements.some(({ name, attributes }) => name === "div" && attributes.class === classes.publicationLinks)
    )
      found.add(own);
  }
  return found;
}
