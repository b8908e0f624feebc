import type * as z from "zod";
import { escapeHtml } from "../utils/html.js";
import type { FieldName, fieldSchemas, LinkWord } from "./fields.js";
import { displayName, nameFromText } from "./people/names.js";
import type { PersonName } from "./people/person-name.js";
import type { publicationChanges, publicationLink, publicationTypes } from "./schema.js";

/** A link of a publication. */
export type PublicationLink = z.output<typeof publicationLink> & {
  /** What its label is among the theme's words, where the theme made it and it is a word. */
  word?: LinkWord;
};

type Fields = { [Name in FieldName]?: z.output<(typeof fieldSchemas)[Name]> };

/** What is known of a publication, from whatever source. */
export interface PublicationFacts extends Fields {
  id?: string;
  /** Its title as text alone. */
  title: string;
  /** Its title as HTML, where that says more: emphasis, formulas in MathML. */
  titleHtml?: string;
  authors: (string | PersonName)[];
  /** Whether the list of authors goes on ("and others"). */
  moreAuthors?: boolean;
  editors: (string | PersonName)[];
  /** Empty where nothing is known. */
  venue: string;
  /** Missing where `status` stands for it, or nothing is known. */
  year?: number;
  type: (typeof publicationTypes)[number];
  selected: boolean;
  links: PublicationLink[];
  /** Its source as BibTeX, without fields that only a theme reads. */
  bibtex?: string;
  /** The work as CSL-JSON. */
  csl?: Record<string, unknown>;
}

/** A publication as its templates see it. */
export interface Publication extends PublicationFacts {
  titleHtml: string;
  authors: PersonName[];
  /** The authors' names, each as one text in the order in which it is read. */
  authorNames: string[];
  editors: PersonName[];
  /** Venue and year as one line: `NeurIPS 2021`. */
  venueLine: string;
}

/** Adds to what is known of a publication what its templates need. */
export function publication(known: PublicationFacts): Publication {
  return {
    ...known,
    titleHtml: known.titleHtml ?? escapeHtml(known.title),
    authors: known.authors.map(nameOf),
    authorNames: known.authors.map((name) => (typeof name === "string" ? name : displayName(name))),
    editors: known.editors.map(nameOf),
    venueLine: venueLine(known),
  };
}

/** A publication with other values for some of its fields. */
export function changed(
  known: Publication,
  changes: Partial<z.output<typeof publicationChanges>>,
  id: string | undefined = known.id,
): Publication {
  const { authorNames, authors, titleHtml, ...rest } = known;
  return publication({
    ...rest,
    ...(changes.title === undefined && { titleHtml }),
    // Names that are texts stay as they were written.
    authors: authors.map((name, index) =>
      isGuess(name, authorNames[index]) ? (authorNames[index] ?? "") : name,
    ),
    ...changes,
    ...(id !== undefined && { id }),
  } as PublicationFacts);
}

export const isGuess = (name: PersonName, shown: string | undefined): boolean => displayName(name) !== shown;

export const nameOf = (name: string | PersonName): PersonName =>
  typeof name === "string" ? nameFromText(name) : name;

export function venueLine({ venue, year, status }: PublicationFacts): string {
  const when = year === undefined ? status : String(year);
  if (!venue) return when ?? "";
  if (!when || venue.endsWith(when) || holdsYear(venue, when)) return venue;
  return year === undefined ? `${venue}, ${when}` : `${venue} ${when}`;
}

/** Whether a venue names the year itself, as "2022 IEEE Conference …" does; "arXiv:2022.01234" does not. */
export const holdsYear = (venue: string, year: string): boolean =>
  new RegExp(String.raw`(?<![\w.:/-])${year.replace(/[^\w ]/g, "\\$&")}(?![\w:/-]|\.\d)`).test(venue);
