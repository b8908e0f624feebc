import { bare, type Word } from "./words.js";

/** Suffixes, with or without a period. `Xi`, `Vi` and a single `V` are given names or initials. */
const suffix = /^(?:jr|sr|jnr|snr)\.?$|^(?:II|III|IV|VII|VIII)$|^(?:2nd|3rd|4th)$/i;
const romanSuffix = /^[IV]+$/;

/** Returns whether a text is a suffix of a name, such as `Jr.` or `III`. */
export const isSuffixText = (text: string): boolean =>
  suffix.test(text) && (!/^[iv]+$/i.test(text) || romanSuffix.test(text));

/** Returns whether words are the suffix of a name. */
export const isSuffix = (words: readonly Word[]): boolean =>
  words.length === 1 && isSuffixText(bare(words[0] as Word));

const degree =
  /^(?:ph\.?d|m\.?d|d\.?phil|m\.?sc|b\.?sc|m\.?a|b\.?a|m\.?p\.?h|mba|dr\.?-?ing|frs|facp|frcp|r\.?n|dds|dvm|esq|s\.?j|o\.?p)\.?$/i;

/** What a person did, after their name. */
const role = /^(?:eds?\.|editors?|[Hh]rsg\.?|[Hh]g\.|coord\.|translators?|trans\.)$/;

/** Returns whether words after a comma are academic degrees. Those of two letters may be initials: {@link isShortDegree}. */
export const isDegree = (words: readonly Word[]): boolean =>
  words.length > 0 && words.every((word) => isDegreeText(bare(word)));
export const isDegreeText = (text: string): boolean =>
  role.test(text) || (degree.test(text) && (text.replace(/\W/g, "").length > 2 || /^Ph\.?D/.test(text)));

/** Returns whether words after a comma are a degree if they are no initials: `Ann Roe, MD`. */
export const isShortDegree = (words: readonly Word[]): boolean =>
  words.length === 1 && /^(?:M\.?D|R\.?N|M\.?A|B\.?A)\.?$/.test(bare(words[0] as Word));

/** Returns whether a word is a title before a name. */
export const isTitle = (word: Word): boolean => /^(?:prof|dr|professor)\.?(?:-ing\.?)?$/i.test(bare(word));

/** Returns whether a word is initials: `A.`, `A.-B.`, `AB`, `А.Б.`. */
export const isInitials = (text: string): boolean =>
  text.length <= 12 &&
  /^(?:\p{Lu}\p{M}*\.?-?){1,4}$/u.test(text) &&
  (text.includes(".") || [...text].length <= 3);

const institutionEnd =
  /^(?:collaborations?|consortium|team|committee|foundation|organi[sz]ation|university|institute|laboratory|association|society|agency|ministry|council|commission|group|corporation|corp\.?|inc\.?|ltd\.?|llc|gmbh|project|initiative|network|department|office|bureau|union|academy)$/i;
const institutionStart =
  /^(?:university|institute|department|dept\.?|faculty|school|college|cent(?:er|re)|division|ministry|office|bureau|bank|society|academy|museum|government|board|federation|national|international|world|european|federal)$/i;
const company = /^(?:inc|ltd|llc|gmbh|corp|co|plc|s\.?a|ag)\.?$/i;

/** Returns whether words name an institution, though they have no braces: `The ATLAS Collaboration`. */
export function isInstitution(words: readonly Word[]): boolean {
  if (words.length < 2) return false;
  const [first, second, last] = [words[0], words[1], words.at(-1)].map((word) => bare(word as Word));
  if (/^the$/i.test(first ?? "") && words.length > 2) return true;
  if (institutionStart.test(first ?? "") && /^(?:of|for)$/i.test(second ?? "")) return true;
  return institutionEnd.test(last ?? "");
}

/** Returns whether words after a comma make the name before it that of a company. */
export const isCompany = (words: readonly Word[]): boolean =>
  words.length === 1 && company.test(bare(words[0] as Word));
