import { readFileSync } from "node:fs";
import { routes, routeUrl } from "../../options/routes.js";
import { classes } from "../../utils/markup.js";
import { anchor } from "../../utils/slug.js";
import type { Fault, Finding } from "./fault.js";
import { placeIn } from "./place.js";
import type { Result } from "./result.js";

/** The fields of a CSL-JSON entry that the check reads. */
interface Entry {
  id?: unknown;
  URL?: unknown;
  DOI?: unknown;
}

/** Reports publications without a link. */
export function checkPublications(result: Result): Finding[] {
  const linked = linkedIds(result);
  return entries(result).flatMap((entry): Finding[] => {
    const id = String(entry.id ?? "");
    const traces = [`{${id},`, `{ ${id},`, `id: ${id}`, `id: "${id}"`, `"${id}"`, id];
    const findings: Finding[] = [];
    if (!entry.URL && !entry.DOI && !linked.has(anchor(id))) {
      findings.push({
        rule: "publication-link",
        message: `publication "${id}" has no link: add the field "doi", "url" or "pdf"`,
        traces,
      });
    }
    return findings;
  });
}

function entries(result: Result): Entry[] {
  const file = result.fileAt(result.prefix + routes.publicationsCsl.path);
  if (!file) return [];
  try {
    const value: unknown = JSON.parse(readFileSync(file, "utf8"));
    return Array.isArray(value) ? (value as Entry[]) : [];
  } catch {
    // The author has replaced the theme's file by one of their own.
    return [];
  }
}

/** Returns the warnings about publications that the build logged, each as a fault with its file and line. */
export function publicationFaults(warnings: readonly string[]): Fault[] {
  const page = routeUrl("publications");
  return warnings.map(
    (message): Fault => ({
      rule: "publication",
      message,
      page,
      pages: 1,
      ...placeIn(message, ["bib", "yaml", "yml", "json"]),
    }),
  );
}

/** Returns the ids of publications that have links, such as to a PDF or to slides. */
function linkedIds({ pages, prefix, pageAt }: Result): Set<string> {
  const list = pageAt(`${prefix}publications/`);
  const ids = new Set<string>();
  let id = "";
  for (const { name, attributes } of list?.elements ?? []) {
    if (name === "li")
      id = attributes.class?.split(" ").includes(classes.publication) ? (attributes.id ?? "") : "";
    if (name === "div" && attributes.class === classes.publicationLinks && id) ids.add(id);
  }
  // If the site has no list, read the pages of the publications.
  for (const { url, elements } of list ? [] : pages) {
    const [, own] = /^\/publications\/([^/]+)\/$/.exec(url) ?? [];
    if (
      own &&
      elements.some(({ name, attributes }) => name === "div" && attributes.class === classes.publicationLinks)
    )
      ids.add(own);
  }
  return ids;
}
