import { link as linkSchema } from "../utils/schema-values.js";
import { fieldEntries, type LinkContext } from "./fields.js";
import { doisIn, hostOf, isDoiUrl, splitUrls } from "./identifiers/index.js";
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
 * @param context - What the URLs of some fields need in addition.
 */
export function linksOf(
  facts: PublicationFacts,
  fileUrl: (file: string) => string,
  context: Omit<LinkContext, "doi"> = {},
): PublicationLink[] {
  const ofFields = linkFields.flatMap(
    ({ name, isFile, label, word, nameOf, url: urlOf }): PublicationLink[] => {
      const value = facts[name] as string | boolean | undefined;
      if (!value) return [];
      if (urlOf) {
        const url = urlOf(value, { ...context, doi: facts.doi });
        const own = nameOf?.(String(value));
        return url ? [{ label: own ?? label, url, ...(word && own === undefined && { word }) }] : [];
      }
      const [first = "", ...others] = splitUrls(String(value));
      return [
        { label, url: isFile ? fileUrl(first) : first, ...(word && { word }) },
        ...others.map((url) => ({ label: hostOf(url), url })),
      ];
    },
  );
  const seen = new Set<string>();
  return [...ofFields, ...(facts.foundLinks ?? [])].filter(({ url }) => {
    const key = canonical(url);
    if (!url || seen.has(key) || !linkSchema.safeParse(url).success) return false;
    seen.add(key);
    return true;
  });
}

/**
 * Normalizes a URL to find duplicates: without protocol and `www.`, with one host for DOIs, arXiv, HAL and PubMed, in lower
 * case.
 */
export const canonical = (url: string): string =>
  (isDoiUrl(url) ? `doi.org/${doisIn(url)[0] ?? url}` : url)
    .replace(/^https?:\/\/(www\.)?/i, "")
    .replace(/^dx\.doi\.org/i, "doi.org")
    .replace(/^(?:export\.arxiv\.org|xxx\.lanl\.gov)\//i, "arxiv.org/")
    .replace(
      /^(?:hal\.archives-ouvertes\.fr|hal\.inria\.fr|hal\.inrae\.fr|inria\.hal\.science)\/(?=[\w-]+$)/i,
      "hal.science/",
    )
    .replace(/^ncbi\.nlm\.nih\.gov\/pubmed\//i, "pubmed.ncbi.nlm.nih.gov/")
    .replace(/^ncbi\.nlm\.nih\.gov\/pmc\//i, "pmc.ncbi.nlm.nih.gov/")
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
