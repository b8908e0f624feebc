import { link as linkSchema } from "../utils/schema-values.js";
import { fieldEntries } from "./fields.js";
import type { PublicationFacts, PublicationLink } from "./publication.js";

/** The fields that are links, in the order in which their links stand. */
const linkFields = fieldEntries
  .flatMap(([name, { kind, link }]) => (link ? [{ name, isFile: kind === "file", ...link }] : []))
  .sort((a, b) => a.order - b.order);

/**
 * Returns the links of a publication: first where to read it, then what belongs to it, last where others speak of it.
 * Services that themes show as badges, loaded from another host, are links.
 *
 * @param fileUrl - Makes a URL of a file of the site.
 */
export function linksOf(facts: PublicationFacts, fileUrl: (file: string) => string): PublicationLink[] {
  const seen = new Set<string>();
  return linkFields.flatMap(({ name, isFile, label, word, url: urlOf }) => {
    const value = facts[name] as string | boolean | undefined;
    if (!value) return [];
    const url = urlOf ? urlOf(value, facts) : isFile ? fileUrl(String(value)) : String(value);
    if (!url || !linkSchema.safeParse(url).success) return [];
    const same = canonical(url);
    if (seen.has(same)) return [];
    seen.add(same);
    return [{ label, url, ...(word && { word }) }];
  });
}

/** One work at one place: `http` or `https`, a DOI at either of its hosts, a page of arXiv or its PDF. */
export const canonical = (url: string): string =>
  url
    .replace(/^https?:\/\/(www\.)?/, "")
    .replace(/^dx\.doi\.org/, "doi.org")
    .replace(/\/$/, "")
    .toLowerCase();

/** The links that a list of an author's own leaves: theirs take the place of those with the same label or address. */
export function joinLinks(made: PublicationLink[], own: PublicationLink[]): PublicationLink[] {
  const labels = new Set(own.map(({ label }) => label.toLowerCase()));
  const urls = new Set(own.map(({ url }) => canonical(url)));
  return [
    ...made.filter(({ label, url }) => !labels.has(label.toLowerCase()) && !urls.has(canonical(url))),
    ...own,
  ];
}
