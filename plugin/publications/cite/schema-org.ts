import { type JsonLdNode, jsonLd, orcidProperties } from "../../utils/json-ld.js";
import { doiUrl, licenseFrom } from "../identifiers/index.js";
import { joined } from "../people/names.js";
import type { PersonName } from "../people/person-name.js";
import { indexedName, unmarked } from "../people/shown-authors.js";
import type { Publication } from "../publication.js";

/** What the structured data of a publication says in addition to its fields. */
export interface ScholarlyContext {
  /** Returns the `@id`, URL and ORCID iD of an author whom the site knows; `@id` and `url` are full URLs. */
  author?(name: PersonName): {
    id?: string | undefined;
    url?: string | undefined;
    orcid?: string | undefined;
  };
  /** Properties with its connections: `sourceOrganization`, `subjectOf`, `contributor`. */
  connections?: Readonly<Record<string, readonly object[]>>;
}

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

/** The schema.org type of the venue, by the CSL type of the work; the venue of other works is an institution. */
const containers: Record<string, string> = {
  "article-journal": "Periodical",
  "article-magazine": "Periodical",
  "article-newspaper": "Periodical",
  "paper-conference": "PublicationVolume",
  chapter: "Book",
};

/** Returns the schema.org type of a publication. */
export const schemaType = ({ type }: Pick<Publication, "type">): string => types[type] ?? "ScholarlyArticle";

/**
 * Returns a publication in schema.org's format. Its `@id` is the URL of its page; authors have an ORCID iD as `identifier` and
 * `sameAs`, from the publication itself, or from what the site knows of them.
 *
 * @param url - Full URL of its page.
 * @returns JSON-LD as text that cannot end the script element around it.
 * @see https://schema.org/ScholarlyArticle
 */
export function scholarlyData(
  publication: Publication,
  url: string,
  { author: known, connections = {} }: ScholarlyContext = {},
): string {
  const { title, authors, year, month, day, venue, doi, type } = publication;
  const schema = schemaType(publication);
  const institution =
    type === "thesis" && publication.institution
      ? { "@type": "Organization", name: publication.institution }
      : undefined;
  const { sourceOrganization: projects = [], ...others } = connections;
  const organizations = [...(institution ? [institution] : []), ...projects];
  const data = {
    "@type": schema,
    "@id": url,
    url,
    name: title,
    ...(schema === "ScholarlyArticle" && { headline: title }),
    author: authors.length === 0 ? undefined : authors.map((author) => authorNode(author, known)),
    datePublished: year === undefined ? undefined : isoDate(year, month, day),
    isPartOf: venue && containers[type] ? { "@type": containers[type], name: venue } : undefined,
    abstract: publication.abstract,
    keywords: publication.keywords,
    isbn: publication.isbn,
    license: publication.license && licenseFrom(publication.license)?.url,
    pagination: [publication.firstPage, publication.lastPage].filter(Boolean).join("–") || undefined,
    sameAs: doi ? doiUrl(doi) : undefined,
    sourceOrganization: organizations.length > 1 ? organizations : organizations[0],
    ...others,
  };
  return jsonLd(data);
}

/** @see https://schema.org/author */
function authorNode(author: PersonName, known: ScholarlyContext["author"]): JsonLdNode {
  const person = unmarked(author);
  const { id, url, orcid } = known?.(author) ?? {};
  const own = { "@id": id, url, ...orcidProperties(person.orcid ?? orcid) };
  // A person may have a name of one part.
  if (person.literal !== undefined)
    return { "@type": id === undefined ? "Organization" : "Person", name: person.literal, ...own };
  return {
    "@type": "Person",
    name: indexedName(person),
    ...(person.given && { givenName: person.given }),
    familyName: joined(person.particle, person.family) || undefined,
    ...own,
  };
}

function isoDate(year: number, month: number | undefined, day: number | undefined): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  if (month === undefined) return String(year);
  return day === undefined ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`;
}
