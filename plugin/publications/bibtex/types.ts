import type { publicationTypes } from "../schema.js";

type CslType = (typeof publicationTypes)[number];

/** What an entry type of a .bib file is in CSL. */
export interface EntryType {
  csl: CslType;
  /** The genre, if the entry has no field `type`. */
  genre?: string;
}

/**
 * The entry types of BibTeX and BibLaTeX, and what other programs write in place of them.
 *
 * @see https://www.bibtex.com/e/entry-types/
 * @see https://ctan.org/pkg/biblatex – manual, section 2.1
 */
const cslTypes: Record<CslType, string> = {
  "article-journal": "article suppperiodical journalarticle",
  article: "preprint",
  "article-magazine": "magazine magazinearticle",
  "article-newspaper": "newspaper newspaperarticle",
  bill: "bill",
  book: "book mvbook bookinbook booklet collection mvcollection commentary mvreference mvproceedings proceedings reference",
  broadcast: "podcast",
  chapter: "inbook incollection suppbook suppcollection bookchapter",
  classic: "",
  collection: "",
  dataset: "dataset data",
  document: "misc bibnote other custom customa customb customc customd custome customf",
  entry: "inreference",
  "entry-dictionary": "",
  "entry-encyclopedia": "",
  event: "",
  figure: "image",
  graphic: "artwork",
  hearing: "",
  interview: "interview",
  legal_case: "jurisdiction case",
  legislation: "legislation statute",
  manuscript: "unpublished",
  map: "map",
  motion_picture: "movie video",
  musical_score: "music",
  pamphlet: "",
  "paper-conference": "inproceedings conference conferencepaper",
  patent: "patent",
  performance: "performance",
  periodical: "periodical",
  personal_communication: "letter",
  post: "",
  "post-weblog": "blog blogpost",
  regulation: "",
  report: "report techreport manual",
  review: "review",
  "review-book": "bookreview",
  software: "software code program softwareversion softwaremodule codefragment",
  song: "audio",
  speech: "talk presentation speech lecture poster",
  standard: "standard",
  thesis:
    "thesis phdthesis mastersthesis dissertation masterthesis bachelorthesis bachelorsthesis diplomathesis",
  treaty: "legal",
  webpage: "online electronic www webpage website url internet",
};

/** The genres that follow from a type: keys of BibLaTeX, whose texts are in csl/venue.ts, or texts. */
const genres: Record<string, string> = {
  phdthesis: "phdthesis",
  mastersthesis: "mathesis",
  masterthesis: "mathesis",
  bachelorthesis: "bathesis",
  bachelorsthesis: "bathesis",
  diplomathesis: "Diploma thesis",
  techreport: "techreport",
  poster: "Poster",
};

const entryTypes: ReadonlyMap<string, EntryType> = new Map(
  Object.entries(cslTypes).flatMap(([csl, names]) =>
    names
      .split(" ")
      .filter(Boolean)
      .map((name): [string, EntryType] => {
        const genre = Object.hasOwn(genres, name) ? genres[name] : undefined;
        return [name, { csl: csl as CslType, ...(genre !== undefined && { genre }) }];
      }),
  ),
);

/** The names of all known types of entries that are works, for suggestions. */
export const typeNames: readonly string[] = [...entryTypes.keys()];

/** Types of entries that others refer to and that are no works themselves. */
export const abstractTypes: ReadonlySet<string> = new Set(["xdata", "set"]);

/** Types of entries for volumes, which works in them inherit from. */
export const volumeTypes: ReadonlySet<string> = new Set(
  "book mvbook collection mvcollection proceedings mvproceedings reference mvreference periodical".split(" "),
);

/** BibLaTeX's subtypes of articles. */
const subtypes: ReadonlyMap<string, CslType> = new Map([
  ["magazine", "article-magazine"],
  ["newspaper", "article-newspaper"],
]);

/** Returns what an entry type is in CSL; undefined if it is unknown. */
export function entryType(name: string, subtype: string | undefined): EntryType | undefined {
  const known = entryTypes.get(name);
  const csl =
    known?.csl === "article-journal" ? subtypes.get(subtype?.trim().toLowerCase() ?? "") : undefined;
  return csl && known ? { ...known, csl } : known;
}

/**
 * Returns whether an entry is BibTeX's `@inbook`, whose title is that of the book of which it describes a part. That of
 * BibLaTeX is a part with a title of its own, and names the book in `booktitle`.
 */
export const isPartOfBook = (type: string, properties: Readonly<Record<string, string>>): boolean =>
  type === "inbook" &&
  !["booktitle", "maintitle", "journal", "journaltitle"].some((name) => properties[name]);
