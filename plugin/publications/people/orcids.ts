import { orcidIn, orcidProblem } from "../../accounts/orcid.js";
import type { PublicationFacts } from "../publication.js";
import { nameFromText } from "./names.js";
import type { PersonName } from "./person-name.js";
import { isSamePerson } from "./same-person.js";

/** The field of a .bib file in which Web of Science exports the ORCID iDs of authors. */
export const orcidField = "orcid-numbers";

type Names = PublicationFacts["authors"];

/**
 * Returns the ORCID iDs of a field that Web of Science exports: names, each with a slash and an iD.
 *
 * @example orcidNumbers("Hu, Edward/0000-0001-5109-3700 Yang, Qiang/0000-0002-1825-0097")
 */
export function orcidNumbers(text: string): { name: PersonName; orcid: string }[] {
  const pattern = /([^/;]{1,200}?)\/\s*([\dX]{4}-[\dX]{4}-[\dX]{4}-[\dX]{4})/gi;
  return [...text.matchAll(pattern)].map(([, name = "", orcid = ""]) => ({
    name: nameFromText(name.replaceAll(/\s+/g, " ").trim()),
    orcid,
  }));
}

/** Returns names with the ORCID iDs of a field; see {@link orcidNumbers}. */
export function withOrcidNumbers(names: Names, text: string): Names {
  const numbers = orcidNumbers(text);
  return names.map((name) => {
    if (typeof name === "string" || name.orcid !== undefined) return name;
    const orcid = numbers.find((each) => isSamePerson(each.name, name))?.orcid;
    return orcid === undefined ? name : { ...name, orcid };
  });
}

/** Returns names with the bare ORCID iDs, without those that are invalid, with the end of a message for each. */
export function withValidOrcids(names: Names): { names: Names; problems: string[] } {
  const problems: string[] = [];
  const valid = names.map((name) => {
    if (typeof name === "string" || name.orcid === undefined) return name;
    const { orcid, ...rest } = name;
    const problem = orcidProblem(orcid);
    if (problem)
      problems.push(`has the ORCID iD ${JSON.stringify(orcid)}, which ${problem}; it is left out.`);
    const bare = problem ? undefined : orcidIn(orcid);
    return bare === undefined ? rest : { ...rest, orcid: bare };
  });
  return { names: valid, problems };
}
