import { type JsonLdNode, jsonLd } from "../../utils/json-ld.js";
import { isExternal } from "../../utils/schema-values.js";
import { profileOf } from "./header.js";
import { writtenTexts } from "./marked-texts.js";
import type { Resume, ResumeDate, ResumeLocation } from "./schema.js";
import { joined, lines, oneLine } from "./text.js";

/** What the structured data of a CV needs in addition to the résumé. */
export interface CvPage {
  /** Full URL of the page of the CV; omit it for a page that shows only parts of the CV. */
  url?: string | undefined;
  /** A BCP 47 tag. */
  language: string;
  /** The site's author, for a résumé without a name. */
  name: string;
  /** Returns the text of Markdown in one line without its marks. The default is the text as it is written. */
  plain?(text: string): string;
  /** The day before which periods count as past. The default is today. */
  today?: ResumeDate;
}

/**
 * Returns a résumé in schema.org's format: a Person, or with `url` a ProfilePage about the person.
 *
 * @returns JSON-LD as text that cannot end the script element around it.
 * @see https://schema.org/Person
 * @see https://developers.google.com/search/docs/appearance/structured-data/profile-page
 */
export function cvStructuredData(resume: Resume, page: CvPage): string {
  const person = personOf(resume, page);
  const { url, language } = page;
  return jsonLd(
    url ? { "@type": "ProfilePage", "@id": url, url, inLanguage: language, mainEntity: person } : person,
  );
}

function personOf(
  resume: Resume,
  { name, plain = writtenTexts.plain, today = new Date().toISOString().slice(0, 10) }: CvPage,
): JsonLdNode {
  const { basics = {}, work = [], education = [] } = resume;
  const isPast = (end: ResumeDate | undefined): boolean =>
    end !== undefined && end < today.slice(0, end.length);
  const current = work.filter(({ endDate }) => !isPast(endDate));
  // An education without dates counts as finished.
  const finished = education.filter(({ startDate, endDate }) => isPast(endDate) || (!startDate && !endDate));
  const school = "EducationalOrganization";
  return {
    "@type": "Person",
    name: oneLine(basics.name) ?? name,
    jobTitle: oneLine(basics.label) ?? oneLine(current[0]?.position),
    description: plain(basics.summary ?? "") || undefined,
    image: basics.image && isExternal(basics.image) ? basics.image : undefined,
    url: basics.url,
    email: basics.email,
    telephone: oneLine(basics.phone),
    address: addressOf(basics.location),
    sameAs: some(lines(basics.profiles?.flatMap(profileOf).map(({ url }) => url))),
    worksFor: some(distinct(current.flatMap((item) => organization(item.name, item.url)))),
    affiliation: some(
      distinct(
        education
          .filter((item) => !finished.includes(item))
          .flatMap(({ institution, url }) => organization(institution, url, school)),
      ),
    ),
    alumniOf: some(
      distinct(finished.flatMap(({ institution, url }) => organization(institution, url, school))),
    ),
    award: some(lines((resume.awards ?? []).map(({ title, awarder }) => title && joined(title, awarder)))),
    knowsAbout: some(topics(resume, plain)),
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
          recognizedBy: organization(institution, url, school)[0],
        }),
      ),
      ...(resume.certificates ?? []).flatMap(({ name: certificate, issuer, date, url }) =>
        credential(certificate, { url, dateCreated: date, recognizedBy: organization(issuer)[0] }),
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

const organization = (name: string | undefined, url?: string, type = "Organization"): JsonLdNode[] =>
  lines([name]).map((text) => ({ "@type": type, name: text, url }));

const credential = (name: string | undefined, facts: object): JsonLdNode[] =>
  lines([name]).map((text) => ({ "@type": "EducationalOccupationalCredential", name: text, ...facts }));

/** Returns skills, interests and their keywords, each once. */
function topics({ skills = [], interests = [] }: Resume, plain: (text: string) => string): string[] {
  const names = [...skills, ...interests].flatMap(({ name, keywords = [] }) => [
    ...lines([name]),
    ...lines(keywords).map(plain),
  ]);
  return [...new Set(names)];
}

/** Removes nodes with the name of an earlier one. */
function distinct(nodes: readonly JsonLdNode[]): JsonLdNode[] {
  return nodes.filter(({ name }, index) => nodes.findIndex((other) => other.name === name) === index);
}

/** Returns a list, or undefined if it is empty. */
const some = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined);
