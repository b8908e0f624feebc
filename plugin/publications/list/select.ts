import { IndigoError, suggestion } from "../../utils/errors.js";
import { nameFromText } from "../people/names.js";
import { isSamePerson } from "../people/same-person.js";
import { indexedName, unmarked } from "../people/shown-authors.js";
import type { Publication } from "../publication.js";
import type { Publications } from "../read.js";
import { yearOf } from "./groups-and-filters.js";
import type { Relations } from "./relations.js";
import type { Caller, Selection, YearRange } from "./selection.js";

/** What a selection is made from. */
export interface SelectionContext {
  publications: Publications;
  /** The forms of the name of the site's owner, who is selected by each of them. */
  self: readonly string[];
  /** People and projects; undefined if the site has neither section. */
  relations: Relations | undefined;
}

type Test = (publication: Publication) => boolean;

/**
 * Returns the publications of a selection, in its order.
 *
 * @param from - The publications to choose from.
 * @throws IndigoError for an author, person, project, topic, venue or id that the site does not have.
 */
export function selectPublications(
  from: readonly Publication[],
  selection: Selection,
  context: SelectionContext,
  caller: Caller,
): Publication[] {
  const tests = testsOf(selection, context, caller);
  const selected = from.filter((publication) => tests.every((test) => test(publication)));
  return ordered(selected, selection).slice(0, selection.limit);
}

function testsOf(selection: Selection, context: SelectionContext, caller: Caller): Test[] {
  const { all, byId, files } = context.publications;
  const { author, person, project, venue, type, year, ids, selected } = selection;
  const topics = [...(selection.topic ?? []), ...(selection.keyword ?? [])];
  const tests: Test[] = [];
  if (selected) {
    if (!all.some((publication) => publication.selected)) {
      throw new IndigoError(`${caller}: no entry of ${files.join(" or ")} has "selected: true".`);
    }
    tests.push((publication) => publication.selected);
  }
  if (author) {
    const known = (): string[] => all.flatMap(({ authors }) => authors.map(indexedName));
    tests.push(oneOf("author", author, context.publications, known, authorTest(context.self), caller));
  }
  for (const [word, section, names] of [
    ["person", "people", person],
    ["project", "projects", project],
  ] as const) {
    if (names) tests.push(relatedTest(word, section, names, context, caller));
  }
  if (topics.length > 0) {
    const known = (): string[] => all.flatMap(({ keywords = [] }) => keywords);
    tests.push(oneOf("topic", topics, context.publications, known, topicTest, caller));
  }
  if (venue) {
    const known = (): string[] => all.flatMap(({ venue: name, abbr = "" }) => [abbr, name]);
    tests.push(oneOf("venue", venue, context.publications, known, venueTest, caller));
  }
  if (type) tests.push((publication) => type.includes(publication.type));
  if (year) tests.push((publication) => year.some((range) => isIn(publication, range)));
  if (ids) {
    const known = [...byId.keys()];
    for (const id of ids) if (!byId.has(id)) throw unknownValue(caller, "id", id, known);
    tests.push(({ id }) => id !== undefined && ids.includes(id));
  }
  return tests;
}

const lower = (value: string): string => value.toLowerCase();

const topicTest = (topic: string): Test => {
  const wanted = lower(topic);
  return ({ keywords }) => keywords?.some((keyword) => lower(keyword) === wanted) ?? false;
};

const venueTest = (venue: string): Test => {
  const wanted = lower(venue);
  return (publication) => [publication.venue, publication.abbr ?? ""].some((name) => lower(name) === wanted);
};

/** Returns a function for the test of an author; each form of the owner's name means all of them. */
const authorTest =
  (self: readonly string[]) =>
  (author: string): Test => {
    const wanted = nameFromText(author);
    const own = self.map(nameFromText);
    const forms = own.some((form) => isSamePerson(form, wanted)) ? [wanted, ...own] : [wanted];
    return ({ authors }) =>
      authors.some((name) => {
        const plain = unmarked(name);
        return forms.some((form) => isSamePerson(form, plain));
      });
  };

/** Returns a test for publications with one of some values, each of which a publication of the site must have. */
function oneOf(
  word: string,
  values: readonly string[],
  { all }: Publications,
  known: () => string[],
  testOf: (value: string) => Test,
  caller: Caller,
): Test {
  const tests = values.map((value) => {
    const test = testOf(value);
    if (!all.some(test)) throw unknownValue(caller, word, value, known());
    return test;
  });
  return (publication) => tests.some((test) => test(publication));
}

/** Returns a test for publications of people or projects, which rooms above this one know. */
function relatedTest(
  word: "person" | "project",
  section: "people" | "projects",
  names: readonly string[],
  { relations }: SelectionContext,
  caller: Caller,
): Test {
  const known = relations?.[section] ?? [];
  if (!relations || known.length === 0) {
    throw new IndigoError(
      `${caller}: "${word}" needs the section ${section}, which the site does not have. The option "sections" turns it on.`,
    );
  }
  const works = names.map((name) => {
    const ids = word === "person" ? relations.worksOfPerson(name) : relations.worksOfProject(name);
    if (!ids) throw unknownValue(caller, word, name, known);
    return ids;
  });
  return ({ id }) => id !== undefined && works.some((ids) => ids.has(id));
}

/** The largest number of known values that a message lists. */
const maxListed = 12;

function unknownValue(caller: Caller, word: string, value: string, known: readonly string[]): IndigoError {
  const names = [...new Set(known)].filter(Boolean);
  const list = names.length > 0 && names.length <= maxListed ? ` Known: ${names.join(", ")}.` : "";
  const noun =
    word === "person" || word === "project" ? `there is no ${word}` : `no publication has the ${word}`;
  return new IndigoError(`${caller}: ${noun} ${JSON.stringify(value)}.${suggestion(value, names) || list}`);
}

/** The year of a publication as a number: infinite if it is to appear, `undefined` without any date. */
function yearNumber(publication: Publication): number | undefined {
  const year = yearOf(publication);
  if (year === "undated") return undefined;
  return year === "forthcoming" ? Number.POSITIVE_INFINITY : Number(year);
}

function isIn(publication: Publication, { from, to }: YearRange): boolean {
  const year = yearNumber(publication);
  return year !== undefined && year >= from && year <= to;
}

/** Returns the date of a publication as a number; those without any are the oldest. */
function dateNumber(publication: Publication): number {
  const year = yearNumber(publication) ?? 0;
  return year * 10_000 + (publication.month ?? 0) * 100 + (publication.day ?? 0);
}

const byDate = (a: Publication, b: Publication): number => {
  const [one, other] = [dateNumber(a), dateNumber(b)];
  return one === other ? 0 : other - one;
};

function ordered(
  publications: readonly Publication[],
  { ids, order = ids ? "text" : "file" }: Selection,
): Publication[] {
  switch (order) {
    case "newest":
      return publications.toSorted(byDate);
    case "oldest":
      return publications.toSorted((a, b) => byDate(b, a));
    case "title":
      return publications.toSorted((a, b) => a.title.localeCompare(b.title));
    case "text": {
      const place = ({ id }: Publication): number => ids?.indexOf(id ?? "") ?? 0;
      return publications.toSorted((a, b) => place(a) - place(b));
    }
    default:
      return [...publications];
  }
}
