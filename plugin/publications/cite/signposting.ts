import { mediaTypeOf } from "../../utils/media-types.js";
import { doiUrl, licenseFrom } from "../identifiers/index.js";
import type { Publication } from "../publication.js";
import { schemaType } from "./schema-org.js";

/** A `<link>` element of a publication's page. */
export interface Signpost {
  rel: "cite-as" | "describedby" | "author" | "item" | "license" | "type";
  href: string;
  /** Media type of what it leads to. */
  type?: string;
}

/** What the links need in addition to the publication. URLs are full ones. */
export interface SignpostContext {
  /** URL of the publication's page. */
  page: string;
  /** Its downloads as metadata. */
  downloads: readonly { url: string; type: string }[];
  /** URLs of its authors: their ORCID iDs or home pages, of those that have one. */
  authors: readonly string[];
  /** Returns the full URL of a file of the site, and of any other URL itself. */
  fullUrl(url: string): string;
}

/**
 * Returns the links by which programs find what a publication's page is about: level 1 of FAIR Signposting.
 *
 * `cite-as` is the DOI, if there is one. The profile wants it to lead back to the page, as in a repository; here it leads to
 * the publisher, since that is what others should cite, and what RFC 8574 has the relation for.
 *
 * @see https://signposting.org/FAIR/#level1
 */
export function signposts(publication: Publication, context: SignpostContext): Signpost[] {
  const { doi, license, type } = publication;
  const { page, downloads, authors } = context;
  const known = license === undefined ? undefined : licenseFrom(license);
  return [
    { rel: "cite-as", href: doi ? doiUrl(doi) : page },
    ...downloads.map(({ url, type }): Signpost => ({ rel: "describedby", href: url, type })),
    ...[...new Set(authors)].map((href): Signpost => ({ rel: "author", href })),
    ...itemsOf(publication, context),
    ...(known ? [{ rel: "license", href: known.url } as const] : []),
    // The work itself first, then what the page is.
    { rel: "type", href: `https://schema.org/${schemaType({ type })}` },
    { rel: "type", href: "https://schema.org/AboutPage" },
  ];
}

/** Returns the files that are the work: its PDF, data and supplement, of those whose media type is known. */
function itemsOf(
  { pdf, dataset, supp, links }: Publication,
  { fullUrl }: Pick<SignpostContext, "fullUrl">,
): Signpost[] {
  const labelled = links.find(({ label }) => /^pdf$/i.test(label))?.url;
  const pdfs = [pdf ?? labelled].flatMap((url): [string, string][] =>
    // A URL such as `arxiv.org/pdf/2106.09685` has no extension that says so.
    url === undefined ? [] : [[url, mediaTypeOf(url) ?? "application/pdf"]],
  );
  const others = [dataset, supp].flatMap((url): [string, string][] => {
    const type = url === undefined ? undefined : mediaTypeOf(url);
    return url === undefined || type === undefined ? [] : [[url, type]];
  });
  return [...pdfs, ...others].map(([url, type]) => ({ rel: "item", href: fullUrl(url), type }));
}
