import type { Publication } from "../publication.js";
import { nameFromText } from "./names.js";
import type { PersonName } from "./person-name.js";
import { isSamePerson } from "./same-person.js";

/** An author of a publication as a list shows them. */
export interface ShownAuthor {
  /** Name as it is read, with a mark such as `*` where the author has one. */
  name: string;
  /** Whether it is the site's owner. */
  isSelf: boolean;
  /** Where they are at home on the web, for those whom the site knows. */
  url?: string | undefined;
}

/** A publication's authors, the many of a large collaboration folded. */
export interface ShownAuthors {
  shown: ShownAuthor[];
  folded: ShownAuthor[];
  /** Whether the source itself leaves some out ("and others"). */
  hasOthers: boolean;
}

/** People whom a site knows. */
export interface People {
  /** The forms in which the owner's name is written. */
  self: readonly string[];
  /** Addresses of others, by name. */
  coauthors: Readonly<Record<string, string>>;
}

/** From how many authors on a list is folded, and how many it shows then. */
const many = 12;
const few = 6;

/** Makes what shows the authors of publications, with the people that a site knows. */
export function authorShower({ self, coauthors }: People): (publication: Publication) => ShownAuthors {
  const own = self.map(nameFromText);
  const known = Object.entries(coauthors).map(([name, url]) => ({ name: nameFromText(name), url }));
  const show = (person: PersonName, name: string): ShownAuthor => {
    const isSelf = own.some((form) => isSamePerson(form, person));
    const url = isSelf ? undefined : known.find((other) => isSamePerson(other.name, person))?.url;
    return { name, isSelf, url };
  };
  return ({ authors, authorNames, moreAuthors }) => {
    const all = authors.map((person, index) => show(person, authorNames[index] ?? ""));
    const [shown, folded] = all.length > many ? fold(all) : [all, []];
    return { shown, folded, hasOthers: moreAuthors ?? false };
  };
}

/** Marks behind a name that say something of its owner, such as equal contribution: `Hu*`, `Yang†`. */
const marks = /(?:[\s,]*\^?[*∗⁎＊†‡§¶‖#✉])+$/u;

/**
 * A name as one text for those who index a work: without the marks behind its parts, and without a comma, which would
 * say that the family name comes first.
 *
 * @example indexedName({ given: "Martin Luther", family: "King*", suffix: "Jr." }) // "Martin Luther King Jr."
 */
export function indexedName(name: PersonName): string {
  const { given, particle, family, suffix, literal } = unmarked(name);
  if (literal !== undefined) return literal;
  return [given, joined(particle, family), suffix].filter(Boolean).join(" ");
}

/** A particle and a family name: `van Beethoven`, but `d'Alembert`. */
export function joined(particle: string | undefined, family: string | undefined): string {
  const space = particle && family && !/['’]$/.test(particle) ? " " : "";
  return `${particle ?? ""}${space}${family ?? ""}`;
}

/** A name without the marks behind its parts. */
export function unmarked(name: PersonName): PersonName {
  const parts = Object.entries(name).map(([part, text]) => [part, text?.replace(marks, "")] as const);
  const kept = parts.filter(([, text]) => text);
  return kept.length > 0 ? Object.fromEntries(kept) : name;
}

/** The owner of the site is shown wherever they stand among the many. */
function fold(all: ShownAuthor[]): [shown: ShownAuthor[], folded: ShownAuthor[]] {
  const isShown = (author: ShownAuthor, index: number): boolean => index < few || author.isSelf;
  return [all.filter(isShown), all.filter((author, index) => !isShown(author, index))];
}
