import { jsonLd } from "../../utils/json-ld.js";
import { doiUrl } from "../identifiers/index.js";
import { joined } from "../people/names.js";
import { indexedName, unmarked } from "../people/shown-authors.js";
import type { Publication } from "../publication.js";

/** The schema.org types of CSL types for which there is a closer one than ScholarlyArticle. */
const types: Record<string, string> = {
  thesis: "Thesis",
  book: "Book",
  collection: "Book",
  chapter: "Chapter",
  dataset: "Dataset",
  software: "SoftwareSourceCode",
  report: "Report",
  webpage: "WebPage",
  "post-weblog": "BlogPosting",
};

/** Returns the schema.org type of a CSL type. */
export const schemaType = (type: string): string => types[type] ?? "ScholarlyArticle";

/** The schema.org type of the venue, by the CSL type of the work; the venue of other works is an institution. */
const containers: Record<string, string> = {
  "article-journal": "Periodical",
  "article-magazine": "Periodical",
  "article-newspaper": "Periodical",
  "paper-conference": "PublicationVolume",
  chapter: "Book",
};

/**
 * Returns a publication in schema.org's format.
 *
 * @param url - Full URL of its page.
 * @returns JSON-LD as text that cannot end the script element around it.
 * @see https://schema.org/ScholarlyArticle
 */
export function scholarlyData(publication: Publication, url: string): string {
  const { title, authors, year, month, day, venue, doi, type } = publication;
  const schema = schemaType(type);
  const data = {
    "@type": schema,
    "@id": url,
    url,
    name: title,
    ...(schema === "ScholarlyArticle" && { headline: title }),
    author:
      authors.length === 0
        ? undefined
        : authors.map(unmarked).map((person) =>
            person.literal === undefined
              ? {
                  "@type": "Person",
                  name: indexedName(person),
                  ...(person.given && { givenName: person.given }),
                  familyName: joined(person.particle, person.family) || undefined,
                }
              : { "@type": "Organization", name: person.literal },
          ),
    datePublished: year === undefined ? undefined : isoDate(year, month, day),
    isPartOf: venue && containers[type] ? { "@type": containers[type], name: venue } : undefined,
    abstract: publication.abstract,
    keywords: publication.keywords,
    isbn: publication.isbn,
    pagination: [publication.firstPage, publication.lastPage].filter(Boolean).join("–") || undefined,
    sameAs: doi ? doiUrl(doi) : undefined,
    ...(type === "thesis" &&
      publication.institution && {
        sourceOrganization: { "@type": "Organization", name: publication.institution },
      }),
  };
  return jsonLd(data);
}

function isoDate(year: number, month: number | undefined, day: number | undefined): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  if (month === undefined) return String(year);
  return day === undefined ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`;
}
