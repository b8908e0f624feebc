import { link as linkSchema } from "../utils/schema-values.js";
import { fieldEntries } from "./fields.js";
import type { PublicationFacts, PublicationLink } from "./publication.js";

/** The fields that become links, in the order of the links. */
const linkFields = fieldEntries
  .flatMap(([name, { kind, link }]) => (link ? [{ name, isFile: kind === "file", ...link }] : []))
  .sort((a, b) => a.order - b.order);

/**
 * Returns the links of a publication: first to its text, then to its material, last to services that track it. Badges,
 * which other themes load from another host, are links.
 *
 * @param fileUrl - Returns the URL of a file of the site.
 */
export function linksOf(facts: PublicationFacts, fileUrl: (file: string) => string): PublicationLink[] {
  const seen = new Set<string>();
  return linkFields.flatMap(({ name, isFile, label, word, url: urlOf }) => {
    const value = facts[name] as string | boolean | undefined;
    if (!value) return [];
    const url = urlOf ? urlOf(value, facts) : isFile ? fileUrl(String(value)) : String(value);
    if (!url || !linkSchema.safeParse(url).success) return [];
    const key = canonical(url);
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ label, url, ...(word && { word }) }];
  });
}

/** Normalizes a URL to find duplicates: without protocol and `www.`, with one host for DOIs, in lower case. */
export const canonical = (url: string): string =>
  url
    .replace(/^https?:\/\/(www\.)?/, "")
    .replace(/^dx\.doi\.org/, "doi.org")
    .replace(/\/$/, "")
    .toLowerCase();

/**
 * Joins the links from fields and the author's own list `links`, which replace those with the same label or URL.
 *
 * @param fieldLinks - From {@link linksOf}.
 */
export function joinLinks(fieldLinks: PublicationLink[], own: PublicationLink[]): PublicationLink[] {
  const labels = new Set(own.map(({ label }) => label.toLowerCase()));
  const urls = new Set(own.map(({ url }) => canonical(url)));
  return [
    ...fieldLinks.filter(({ label, url }) => !labels.has(label.toLowerCase()) && !urls.has(canonical(url))),
    ...own,
  ];
}
