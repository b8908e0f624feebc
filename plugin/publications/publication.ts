import type * as z from "zod";
import { escapeHtml } from "../utils/html.js";
import type { FieldName, fieldSchemas, LinkWord } from "./fields.js";
import { displayName, nameFromText } from "./people/names.js";
import type { PersonName } from "./people/person-name.js";
import { isVideo } from "./preview.js";
import type { publicationChanges, publicationLink, publicationTypes } from "./schema.js";

/** A link of a publication. */
export type PublicationLink = z.output<typeof publicationLink> & {
  /** The UI string of its label, if the theme made the link and its label is not a name. */
  word?: LinkWord;
};

type Fields = { [Name in FieldName]?: z.output<(typeof fieldSchemas)[Name]> };

/** The fields of a publication, from any source: .bib, CSL-JSON, YAML, or a shortcode. */
export interface PublicationFacts extends Fields {
  id?: string;
  /** Its title as plain text. */
  title: string;
  /** Its title as HTML, if that differs: emphasis, formulas in MathML. */
  titleHtml?: string;
  /** Its abstract as HTML, if that differs from the text: emphasis, formulas in MathML. */
  abstractHtml?: string;
  /** Its title for citation styles in CSL's markup, if it has formulas, whose letter case must stay. */
  citedTitle?: string;
  authors: (string | PersonName)[];
  /** Whether the list of authors goes on ("and others"). */
  moreAuthors?: boolean;
  editors: (string | PersonName)[];
  /** Empty if unknown. */
  venue: string;
  /** Missing if unknown, or if `status` replaces it. */
  year?: number;
  type: (typeof publicationTypes)[number];
  selected: boolean;
  links: PublicationLink[];
  /** Links that its fields hold in addition to one each: a second URL, those in a note. They become part of `links`. */
  foundLinks?: PublicationLink[];
  /** Its source as BibTeX, without fields that only a theme reads. */
  bibtex?: string;
  /** An image that is shown before its video `preview` plays. */
  previewPoster?: string;
  /** The work as CSL-JSON. */
  csl?: Record<string, unknown>;
}

/** A publication for templates: its fields, and those that follow from them. */
export interface Publication extends PublicationFacts {
  titleHtml: string;
  authors: PersonName[];
  /** The authors' names in reading order, each as one text. */
  authorNames: string[];
  editors: PersonName[];
  /** Venue and year as one line: `NeurIPS 2021`. */
  venueLine: string;
  /** Whether its preview is a video. */
  hasVideo: boolean;
}

/** Returns a publication for templates, from its fields. */
export function publication(facts: PublicationFacts): Publication {
  return {
    ...facts,
    titleHtml: facts.titleHtml ?? escapeHtml(facts.title),
    ...(facts.abstract !== undefined && { abstractHtml: facts.abstractHtml ?? escapeHtml(facts.abstract) }),
    authors: facts.authors.map(nameOf),
    authorNames: facts.authors.map((name) => (typeof name === "string" ? name : displayName(name))),
    editors: facts.editors.map(nameOf),
    venueLine: venueLine(facts),
    hasVideo: isVideo(facts.preview),
  };
}

/** Returns a publication with other values for some of its fields. */
export function withChanges(
  original: Publication,
  changes: Partial<z.output<typeof publicationChanges>>,
  id: string | undefined = original.id,
): Publication {
  const { authorNames, authors, titleHtml, citedTitle, abstractHtml, ...rest } = original;
  return publication({
    ...rest,
    ...(changes.title === undefined && { titleHtml, ...(citedTitle !== undefined && { citedTitle }) }),
    ...(changes.abstract === undefined && abstractHtml !== undefined && { abstractHtml }),
    // Names that the author wrote as text stay text.
    authors: authors.map((name, index) =>
      isGuess(name, authorNames[index]) ? (authorNames[index] ?? "") : name,
    ),
    ...changes,
    ...(id !== undefined && { id }),
  } as PublicationFacts);
}

/** Returns whether the parts of a name are a guess that does not give the text it was split from. */
export const isGuess = (name: PersonName, shown: string | undefined): boolean => displayName(name) !== shown;

/** Returns the parts of a name. */
export const nameOf = (name: string | PersonName): PersonName =>
  typeof name === "string" ? nameFromText(name) : name;

/** Returns venue and year, or venue and status, in one line; the year once, if the venue contains it. */
export function venueLine({ venue, year, status }: PublicationFacts): string {
  const date = year === undefined ? status : String(year);
  if (!venue) return date ?? "";
  if (!date || venue.endsWith(date) || hasYear(venue, date)) return venue;
  return year === undefined ? `${venue}, ${date}` : `${venue} ${date}`;
}

/** Returns whether a venue contains the year, such as "2022 IEEE Conference …"; "arXiv:2022.01234" does not. */
export const hasYear = (venue: string, year: string): boolean =>
  new RegExp(String.raw`(?<![\w.:/-])${year.replace(/[^\w ]/g, "\\$&")}(?![\w:/-]|\.\d)`).test(venue);
