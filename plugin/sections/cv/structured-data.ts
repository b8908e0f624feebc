import { type JsonLdNode, jsonLd } from "../../utils/json-ld.js";
import { isExternal } from "../../utils/schema-values.js";
import { profileOf } from "./header.js";
import type { Resume, ResumeDate, ResumeLocation } from "./schema.js";
import { joined, lines, oneLine, paragraphs } from "./text.js";

/** What the structured data of a CV is made with, besides the résumé. */
export interface CvPage {
  /** Full address of the page that is the CV; for a page that only shows some of it, leave it out. */
  url?: string | undefined;
  /** A BCP 47 tag. */
  language: string;
  /** The site's author, for a résumé without a name. */
  name: string;
  /** The day up to which something counts as past. The default is today. */
  today?: ResumeDate;
}

/**
 * A résumé as schema.org has it: a Person, and where `url` says which page is the CV, the ProfilePage about them.
 *
 * @returns JSON-LD as text that cannot end the script element it stands in.
 * @see https://schema.org/Person
 * @see https://developers.google.com/search/docs/appearance/structured-data/profile-page
 */
export function cvStructuredData(resume: Resume, page: CvPage): string {
  const person = personOf(resume, page);
  const { url, language } = page;
  const about = url
    ? { "@type": "ProfilePage", "@id": url, url, inLanguage: language, mainEntity: person }
    : person;
  return jsonLd(about);
}

function personOf(
  resume: Resume,
  { name, today = new Date().toISOString().slice(0, 10) }: CvPage,
): JsonLdNode {
  const { basics = {}, work = [], education = [] } = resume;
  const isPast = (end: ResumeDate | undefined): boolean =>
    end !== undefined && end < today.slice(0, end.length);
  const current = work.filter(({ endDate }) => !isPast(endDate));
  // Who gives no dates at all has been there, rather than is.
  const finished = education.filter(({ startDate, endDate }) => isPast(endDate) || (!startDate && !endDate));
  const school = "EducationalOrganization";
  return {
    "@type": "Person",
    name: oneLine(basics.name) ?? name,
    jobTitle: oneLine(basics.label) ?? oneLine(current[0]?.position),
    description: paragraphs(basics.summary).join(" ") || undefined,
    image: basics.image && isExternal(basics.image) ? basics.image : undefined,
    url: basics.url,
    email: basics.email,
    telephone: oneLine(basics.phone),
    address: addressOf(basics.location),
    sameAs: some(lines(basics.profiles?.flatMap(profileOf).map(({ url }) => url))),
    worksFor: some(distinct(current.flatMap((item) => organisation(item.name, item.url)))),
    affiliation: some(
      distinct(
        education
          .filter((item) => !finished.includes(item))
          .flatMap(({ institution, url }) => organisation(institution, url, school)),
      ),
    ),
    alumniOf: some(
      distinct(finished.flatMap(({ institution, url }) => organisation(institution, url, school))),
    ),
    award: some(lines((resume.awards ?? []).map(({ title, awarder }) => title && joined(title, awarder)))),
    knowsAbout: some(topics(resume)),
    knowsLanguage: some(
      lines(resume.languages?.map(({ language }) => language)).map((language) => ({
        "@type": "Language",
        name: language,
      })),
    ),
    hasCredential: some([
      ...finished.flatMap(({ studyType, area, institution, url }) =>
        credential(joined(studyType, area), {
          credentialCategory: "degree",
          recognizedBy: organisation(institution, url, school)[0],
        }),
      ),
      ...(resume.certificates ?? []).flatMap(({ name: certificate, issuer, date, url }) =>
        credential(certificate, { url, dateCreated: date, recognizedBy: organisation(issuer)[0] }),
      ),
    ]),
  };
}

function addressOf(location: ResumeLocation | undefined): JsonLdNode | undefined {
  const { address, postalCode, city, region, countryCode } = location ?? {};
  const facts = {
    streetAddress: joined(...(address?.split("\n") ?? [])),
    postalCode: oneLine(postalCode),
    addressLocality: oneLine(city),
    addressRegion: oneLine(region),
    addressCountry: oneLine(countryCode),
  };
  return Object.values(facts).some(Boolean) ? { "@type": "PostalAddress", ...facts } : undefined;
}

const organisation = (name: string | undefined, url?: string, type = "Organization"): JsonLdNode[] =>
  lines([name]).map((text) => ({ "@type": type, name: text, url }));

const credential = (name: string | undefined, facts: object): JsonLdNode[] =>
  lines([name]).map((text) => ({ "@type": "EducationalOccupationalCredential", name: text, ...facts }));

/** Skills and interests, with what belongs to them, each once. */
function topics({ skills = [], interests = [] }: Resume): string[] {
  return [
    ...new Set(lines([...skills, ...interests].flatMap(({ name, keywords = [] }) => [name, ...keywords]))),
  ];
}

/** Of things of the same name only the first. */
function distinct(things: readonly JsonLdNode[]): JsonLdNode[] {
  return things.filter(({ name }, index) => things.findIndex((other) => other.name === name) === index);
}

/** A list that is not empty. */
const some = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined);
