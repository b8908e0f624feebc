import { isDate } from "../dates.js";
import { shortUrl } from "../groups.js";
import { type CvContact, type CvHeader, type CvHeaderSite, phoneOf, profileOf } from "../header.js";
import type { Resume, ResumeProfile } from "../schema.js";
import { oneLine } from "../text.js";
import { networkUrl } from "./networks.js";
import type { RenderCvEntry, RenderCvPerson, RenderCvSection } from "./schema.js";

type Plain = (text: string) => string;

/** Returns the text of a value without marks. */
const plainOf = (value: string | null | undefined, plain: Plain): string | undefined =>
  value ? plain(value) || undefined : undefined;

const phonesOf = ({ phone }: RenderCvPerson): string[] =>
  (phone ?? []).flatMap((each) => oneLine(each.replace(/^tel:/, "")) ?? []);

const profilesOf = ({ social_networks: networks }: RenderCvPerson): ResumeProfile[] =>
  (networks ?? []).map(({ network, username }) => {
    const url = networkUrl(network, username);
    return { network, username, ...(url && { url }) };
  });

/** Returns a telephone number that is not broken at its hyphens. */
const unbroken = (contact: CvContact): CvContact =>
  contact.url ? { ...contact, text: String(contact.text).replaceAll("-", "\u2011") } : contact;

/** Returns the head of a CV from RenderCV's fields, in the order of that of a JSON Resume. */
export function renderCvHeader(person: RenderCvPerson, plain: Plain, { name }: CvHeaderSite): CvHeader {
  const place = plainOf(person.location, plain);
  const contact: CvContact[] = [
    ...(place ? [{ kind: "place" as const, text: place, url: undefined }] : []),
    ...(person.email ?? []).map((email) => ({ kind: "email" as const, text: email, url: `mailto:${email}` })),
    ...phonesOf(person).map(phoneOf).map(unbroken),
    ...(person.website ?? []).map((url) => ({ kind: "url" as const, text: shortUrl(url), url })),
    ...(person.custom_connections ?? []).map(({ placeholder, url }) => ({
      kind: "url" as const,
      text: plain(placeholder),
      url: url ?? undefined,
    })),
  ];
  return {
    name: plainOf(person.name, plain) ?? name,
    label: plainOf(person.headline ?? person.label, plain),
    contact,
    profiles: profilesOf(person).flatMap(profileOf),
  };
}

/**
 * Returns what structured data says of the person: the fields of a JSON Resume that describe them. The first section is their
 * summary, if it has only texts.
 */
export function renderCvResume(
  person: RenderCvPerson,
  sections: readonly RenderCvSection[],
  plain: Plain,
): Resume {
  const text = (value: string | null | undefined): string | undefined => plainOf(value, plain);
  const [first] = sections;
  const summary = first?.entries.every(({ type }) => type === "TextEntry")
    ? first.entries.map(({ value }) => ("content" in value ? value.content : "")).join("\n\n")
    : undefined;
  const basics = {
    name: text(person.name),
    label: text(person.headline ?? person.label),
    email: person.email?.[0],
    phone: phonesOf(person)[0],
    url: person.website?.[0],
    summary,
    location: person.location ? withoutUndefined({ city: text(person.location) }) : undefined,
    profiles: profilesOf(person),
  };
  const entries = sections.flatMap((section) => section.entries);
  return {
    basics: withoutUndefined(basics),
    work: entries.flatMap((each) =>
      each.type === "ExperienceEntry"
        ? [
            withoutUndefined({
              ...dates(each),
              name: text(each.value.company),
              position: text(each.value.position),
              url: each.value.url,
            }),
          ]
        : [],
    ),
    education: entries.flatMap((each) =>
      each.type === "EducationEntry"
        ? [
            withoutUndefined({
              ...dates(each),
              institution: text(each.value.institution),
              area: text(each.value.area),
              studyType: text(each.value.degree),
              url: each.value.url,
            }),
          ]
        : [],
    ),
  } as Resume;
}

/** Returns start and end of an entry, if they are dates. */
function dates({ value }: RenderCvEntry): { startDate?: string; endDate?: string } {
  const { start_date: start, end_date: end, date } = value as Record<string, unknown>;
  const known = (each: unknown): each is string => typeof each === "string" && isDate(each);
  const last = known(date) ? date : end;
  return { ...(known(start) && { startDate: start }), ...(known(last) && { endDate: last }) };
}

const withoutUndefined = <T extends object>(value: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(value).filter(([, each]) => each !== undefined && each !== null),
  ) as Partial<T>;
