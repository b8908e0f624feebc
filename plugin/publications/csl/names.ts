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

/**
 * Returns whether a name that has a family name and nothing else is that of an institution: of several words, or an
 * abbreviation such as NASA. `Plato` and `王五` are persons.
 */
export function isInstitution({ family, given, suffix, literal, ...rest }: CslName): boolean {
  if (literal !== undefined || family === undefined || given || suffix) return false;
  if (rest["non-dropping-particle"] || rest["dropping-particle"]) return false;
  return /\s/.test(family.trim()) || (family === family.toUpperCase() && family !== family.toLowerCase());
}

/**
 * Returns the ORCID iD of a name, which is no variable of CSL: Crossref and others add it.
 *
 * @see https://api.crossref.org/swagger-ui/index.html – `ORCID` of an author
 */
const orcidOf = ({ ORCID: value, orcid = value }: CslName): string | undefined =>
  typeof orcid === "string" && orcid.trim() !== "" ? orcid.trim() : undefined;

function nameFromCsl(name: CslName, formulas: readonly string[]): PersonName {
  const particle = [name["dropping-particle"], name["non-dropping-particle"]].filter(Boolean).join(" ");
  const { family, given, suffix, literal, marks } = name;
  const parts: PersonName =
    literal !== undefined || isInstitution(name)
      ? { literal: literal ?? family, marks }
      : { family, given, particle, suffix, marks, orcid: orcidOf(name) };
  return Object.fromEntries(
    Object.entries(parts).flatMap(([key, part]) => (part ? [[key, plainText(part, formulas)]] : [])),
  );
}
