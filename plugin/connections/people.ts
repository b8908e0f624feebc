import { orcidOf } from "../accounts/links.js";
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

/** Returns the forms of the name of the site's owner, and their ORCID iD. */
export const ownerOf = ({ author, social }: Site): Pick<SitePerson, "names" | "orcid"> => ({
  names: [author.name, ...author.names].map(nameFromText),
  orcid: orcidOf(social),
});

/** Returns the people of the section `people`; the site's owner among them has the names and the iD that options give. */
export function knownPeople(people: readonly Thing[], site: Site): SitePerson[] {
  const owner = ownerOf(site);
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
    const isOwner = own.some((form) => owner.names.some((name) => isSamePerson(form, name)));
    const orcid = typeof profiles.orcid === "string" ? orcidIn(profiles.orcid) : undefined;
    return {
      thing,
      names: isOwner ? [...own, ...owner.names] : own,
      orcid: orcid ?? (isOwner ? owner.orcid : undefined),
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
