import { orcidIn } from "../accounts/orcid.js";
import type { Site } from "../options/site.js";
import {
  isSamePerson,
  nameFromText,
  type PersonName,
  personFinder,
  unmarked,
} from "../publications/index.js";
import type { Thing } from "./things.js";

/** One of the people with the forms of their name. */
export interface SitePerson {
  thing: Thing;
  names: readonly PersonName[];
  orcid: string | undefined;
}

/** Finds one of the site's people by the name of an author, and their ORCID iD if both have one. */
export type FindPerson = (author: PersonName) => SitePerson | undefined;

/** Returns the people of the section `people`; the site's owner among them has the names and the iD that options give. */
export function knownPeople(people: readonly Thing[], { author, social }: Site): SitePerson[] {
  const ownerNames = [author.name, ...author.names].map(nameFromText);
  const ownerOrcid = social.find(({ service }) => service === "orcid")?.account;
  return people.map((thing) => {
    const {
      name,
      names = [],
      social: profiles = {},
    } = (thing.entry?.facts ?? {}) as {
      name?: string;
      names?: readonly string[];
      social?: Record<string, unknown>;
    };
    const own = [name ?? "", ...names].map(nameFromText);
    const isOwner = own.some((form) => ownerNames.some((owner) => isSamePerson(form, owner)));
    const orcid = typeof profiles.orcid === "string" ? orcidIn(profiles.orcid) : undefined;
    return {
      thing,
      names: isOwner ? [...own, ...ownerNames] : own,
      orcid: orcid ?? (isOwner ? ownerOrcid : undefined),
    };
  });
}

/** Returns a function that finds the person whom an author's name means. */
export function findPersonIn(people: readonly SitePerson[]): FindPerson {
  const byOrcid = new Map(people.flatMap((person) => (person.orcid ? [[person.orcid, person]] : [])));
  const byName = personFinder(
    people.flatMap((person) => person.names.map((name) => [name, person] as const)),
  );
  return (author) => {
    const { orcid } = author;
    const sure = orcid === undefined ? undefined : byOrcid.get(orcid);
    if (sure) return sure;
    const name = unmarked(author);
    const first = byName(name);
    const isOther = (person: SitePerson): boolean =>
      orcid !== undefined && person.orcid !== undefined && person.orcid !== orcid;
    if (!first || !isOther(first)) return first;
    // Another person of the same name.
    return people.find((person) => !isOther(person) && person.names.some((form) => isSamePerson(form, name)));
  };
}
