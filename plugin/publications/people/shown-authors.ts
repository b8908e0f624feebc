import type { Publication } from "../publication.js";
import { joined, nameFromText } from "./names.js";
import type { PersonName } from "./person-name.js";
import { isSamePerson, personFinder } from "./same-person.js";
import { eastAsianName } from "./scripts.js";

/** An author of a publication as a list shows them. */
export interface ShownAuthor {
  /** Name in reading order. */
  name: string;
  /** Marks after it, such as `*` for equal contribution. */
  marks?: string | undefined;
  /** Whether it is the site's owner, or the person whose page shows the list. */
  isSelf: boolean;
  /** Web site, if the author is one of the site's co-authors. */
  url?: string | undefined;
}

/** A publication's authors; most of a large collaboration are folded. */
export interface ShownAuthors {
  shown: ShownAuthor[];
  folded: ShownAuthor[];
  /** Whether the source itself leaves some out ("and others"). */
  hasOthers: boolean;
  /** The mark of equal contribution, if several authors have it and the publication does not explain it. */
  equalMark: string | undefined;
}

/** The site's owner and co-authors. */
export interface People {
  /** The forms of the owner's name. */
  self: readonly string[];
  /** Web sites of co-authors, by name. */
  coauthors: Readonly<Record<string, string>>;
  /** Returns the page of one of the site's people, which goes before a web site. */
  pageOf?(author: PersonName): string | undefined;
}

/** The largest number of authors that is not folded, and the number that a folded list shows. */
const maxUnfolded = 12;
const shownIfFolded = 6;

/**
 * Returns a function that returns the authors of a publication for its entry, with links to co-authors. Its second argument is
 * the URL of the page that shows the entry, which may be that of an author.
 */
export function authorShower({
  self,
  coauthors,
  pageOf,
}: People): (publication: Publication, pageUrl?: string | false) => ShownAuthors {
  const own = self.map(nameFromText);
  const webSiteOf = personFinder(Object.entries(coauthors).map(([name, url]) => [nameFromText(name), url]));
  const show = (person: PersonName, name: string, pageUrl: string | false | undefined): ShownAuthor => {
    const plain = unmarked(person);
    const page = pageOf?.(person);
    const isSelf = (page !== undefined && page === pageUrl) || own.some((form) => isSamePerson(form, plain));
    const url = isSelf ? undefined : (page ?? webSiteOf(plain));
    return { name, isSelf, url, ...(person.marks && { marks: person.marks }) };
  };
  return (publication, pageUrl) => {
    const { authors, authorNames, moreAuthors } = publication;
    const all = authors.map((person, index) => show(person, authorNames[index] ?? "", pageUrl));
    const [shown, folded] = all.length > maxUnfolded ? fold(all) : [all, []];
    return { shown, folded, hasOthers: moreAuthors ?? false, equalMark: equalMarkOf(all, publication) };
  };
}

/** The marks that authors with equal contribution have by custom. Others, such as `†` and `✉`, mean one thing here, another there. */
const equalMarks = /[*∗⁎＊]/u;

/** Returns the mark of equal contribution that several authors have, unless a note of the publication has it too. */
function equalMarkOf(
  authors: readonly ShownAuthor[],
  { annotation, note, additionalInfo }: Publication,
): string | undefined {
  const notes = [annotation, note, additionalInfo].join(" ");
  if (equalMarks.test(notes)) return undefined;
  // Names that the author of the site wrote as text have their marks in it.
  const marks = authors.map(
    ({ name, marks = name.slice(withoutMarks(name).length) }) => equalMarks.exec(marks)?.[0],
  );
  const [first, second] = marks.filter((each) => each !== undefined);
  return second === undefined ? undefined : first;
}

/** Footnote marks after a name, for example for equal contribution: `Hu*`, `Yang†`. */
const mark = /[*∗⁎＊†‡§¶‖#✉]/u;

/** Returns a text without the footnote marks at its end, and what separates them from it. */
function withoutMarks(text: string): string {
  let rest = text;
  for (let end = text.length; end > 0 && mark.test(text.charAt(end - 1)); ) {
    end -= text.charAt(end - 2) === "^" ? 2 : 1;
    while (end > 0 && /[\s,]/u.test(text.charAt(end - 1))) end -= 1;
    rest = text.slice(0, end);
  }
  return rest;
}

/**
 * Returns a name for search engines: without footnote marks, and without a comma, which would mean that the family name
 * comes first.
 *
 * @example indexedName({ given: "Martin Luther", family: "King*", suffix: "Jr." }) // "Martin Luther King Jr."
 */
export function indexedName(name: PersonName): string {
  const { given, particle, family, suffix, literal } = unmarked(name);
  const native = literal ?? eastAsianName(family, given);
  if (native !== undefined) return native;
  return [given, joined(particle, family), suffix].filter(Boolean).join(" ");
}

/** Removes marks from a name, and other forms of it in parentheses. */
export function unmarked({ marks: _, ...name }: PersonName): PersonName {
  const parts = Object.entries(unnoted(name)).map(
    ([part, text]) => [part, text && withoutMarks(text)] as const,
  );
  const kept = parts.filter(([, text]) => text);
  return kept.length > 0 ? Object.fromEntries(kept) : name;
}

/** Removes what a name has in parentheses, such as its form in another script: `Hu (胡)`. */
export function unnoted<Name extends { family?: string | undefined; given?: string | undefined }>(
  name: Name,
): Name {
  const without = (text: string): string =>
    text.includes("(") ? text.replace(/\s*\([^()]*\)/g, "").trim() || text : text;
  return {
    ...name,
    ...(name.family && { family: without(name.family) }),
    ...(name.given && { given: without(name.given) }),
  };
}

/** Folds a long list; the site's owner is always shown. */
function fold(all: ShownAuthor[]): [shown: ShownAuthor[], folded: ShownAuthor[]] {
  const isShown = (author: ShownAuthor, index: number): boolean => index < shownIfFolded || author.isSelf;
  return [all.filter(isShown), all.filter((author, index) => !isShown(author, index))];
}
