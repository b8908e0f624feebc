import type { PersonName } from "../people/person-name.js";
import { plainText } from "./rich-text.js";
import type { CslName } from "./schema.js";

/** Returns whether a name is `others`, with which BibTeX writes "et al.". */
const isOthers = ({ family, literal, given }: CslName): boolean =>
  /^others$/i.test(family ?? literal ?? "") && given === undefined;

/** Converts CSL's names to the theme's, and returns whether the list ends in "and others". */
export function namesFromCsl(
  names: readonly CslName[] = [],
  formulas: readonly string[] = [],
): { names: PersonName[]; others: boolean } {
  return {
    names: names
      .filter((name) => !isOthers(name))
      .map((name) => nameFromCsl(name, formulas))
      .filter((name) => Object.keys(name).length > 0),
    others: names.some(isOthers),
  };
}

function nameFromCsl(name: CslName, formulas: readonly string[]): PersonName {
  const particle = [name["dropping-particle"], name["non-dropping-particle"]].filter(Boolean).join(" ");
  const { family, given, suffix, literal } = name;
  const parts: PersonName =
    literal !== undefined || (given === undefined && particle === "" && family !== undefined)
      ? { literal: literal ?? family }
      : { family, given, particle, suffix };
  return Object.fromEntries(
    Object.entries(parts).flatMap(([key, part]) => (part ? [[key, plainText(part, formulas)]] : [])),
  );
}
