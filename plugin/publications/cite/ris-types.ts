import type { publicationTypes } from "../schema.js";

/** A type of reference in RIS, and the tags whose meaning depends on it. */
export interface RisType {
  /** Its name in the tag `TY`. */
  name: string;
  /** The tag of editors. `ED`, of RIS's first version, is read for any type; the others are those of its second one. */
  editors: "A2" | "A3" | "ED";
  /** Whether `T2` is the series, as the work is in nothing else. */
  isWhole: boolean;
  /** The tag of a number of the work itself, such as that of a report or patent. */
  number: "SN" | "M1" | "C7";
}

const whole = (name: string, other: Partial<RisType> = {}): RisType => ({
  name,
  editors: "ED",
  isWhole: true,
  number: "M1",
  ...other,
});

const part = (name: string, other: Partial<RisType> = {}): RisType => ({
  ...whole(name),
  editors: "A2",
  isWhole: false,
  ...other,
});

/**
 * The types of RIS for those of CSL, as Zotero maps them. What RIS has no type for is `GEN`.
 *
 * @see https://github.com/zotero/translators/blob/master/RIS.js
 */
export const risTypes: Readonly<Record<(typeof publicationTypes)[number], RisType>> = {
  article: part("UNPB", { editors: "ED" }),
  "article-journal": part("JOUR", { number: "C7" }),
  "article-magazine": part("MGZN"),
  "article-newspaper": part("NEWS"),
  bill: part("BILL", { editors: "ED" }),
  book: whole("BOOK", { editors: "A3" }),
  broadcast: part("SOUND", { editors: "ED" }),
  chapter: part("CHAP"),
  classic: whole("CLSWK"),
  collection: whole("GEN", { editors: "A2" }),
  dataset: whole("DATA"),
  document: part("GEN"),
  entry: part("ENCYC"),
  "entry-dictionary": part("DICT"),
  "entry-encyclopedia": part("ENCYC"),
  event: part("GEN"),
  figure: part("FIGURE", { editors: "ED" }),
  graphic: whole("ART"),
  hearing: part("HEAR", { editors: "ED" }),
  interview: part("PCOMM", { editors: "ED" }),
  legal_case: part("CASE", { editors: "ED" }),
  legislation: part("STAT", { editors: "ED" }),
  manuscript: whole("MANSCPT"),
  map: whole("MAP"),
  motion_picture: whole("MPCT"),
  musical_score: whole("MUSIC", { editors: "A2" }),
  pamphlet: whole("PAMP"),
  "paper-conference": part("CONF"),
  patent: whole("PAT", { number: "SN" }),
  performance: part("GEN"),
  periodical: whole("JFULL", { editors: "A2" }),
  personal_communication: part("PCOMM", { editors: "ED" }),
  post: part("ICOMM", { editors: "ED" }),
  "post-weblog": part("BLOG"),
  regulation: part("LEGAL", { editors: "ED" }),
  report: whole("RPRT", { number: "SN" }),
  review: part("JOUR", { number: "C7" }),
  "review-book": part("JOUR", { number: "C7" }),
  software: whole("COMP"),
  song: part("SOUND", { editors: "ED" }),
  speech: part("SLIDE", { editors: "ED" }),
  standard: whole("STAND", { number: "SN" }),
  thesis: whole("THES"),
  treaty: part("GEN"),
  webpage: part("ELEC", { editors: "ED" }),
};
