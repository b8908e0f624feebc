import type { Report } from "../../utils/report.js";
import { factsFrom } from "../csl/facts.js";
import { publicVariables } from "../csl/public-variables.js";
import { orcidField, withOrcidNumbers } from "../people/orcids.js";
import type { PublicationFacts } from "../publication.js";
import type { Work } from "../work-types.js";
import { themeFields } from "./al-folio-fields.js";
import { cleanEntry } from "./clean-source.js";
import { withoutUrl } from "./csl-item.js";
import { decodeFile } from "./decode.js";
import { readBibtex } from "./parse.js";
import { bibtexSource } from "./source.js";
import { plainTex } from "./tex/index.js";

/** Reads the works of a .bib file: decodes, splits and parses it, and returns each entry in the theme's form. */
export function bibtexWorks(file: string, report: Report): Work[] {
  return readBibtex(decodeFile(file, report), file, report).map((entry) => {
    const place = (...fields: string[]): string => {
      const field = fields.find((name) => name in entry.values);
      return `${file}:${field ? entry.lineOf(field) : entry.line}`;
    };
    const facts = factsFrom({ ...entry, howpublished: mediumOf(entry.values), place }, report);
    return {
      facts: publicVariables({
        ...facts,
        ...themeFields(entry, report),
        ...orcidsOf(entry.values, facts),
        id: entry.key,
        bibtex: bibtexSource(cleanEntry(entry.raw), entry.parents.map(cleanEntry)),
      }),
      place,
      isVolume: entry.isVolume,
    };
  });
}

/** Returns the names of a work with the ORCID iDs that Web of Science exports in a field of their own. */
function orcidsOf(
  { [orcidField]: orcids }: Record<string, string>,
  { authors, editors }: Pick<PublicationFacts, "authors" | "editors">,
): Partial<PublicationFacts> {
  if (orcids === undefined) return {};
  const text = plainTex(orcids);
  return { authors: withOrcidNumbers(authors, text), editors: withOrcidNumbers(editors, text) };
}

/** Returns how a work was published, without LaTeX and URLs. */
const mediumOf = ({ howpublished = "" }: Record<string, string>): string | undefined =>
  withoutUrl(plainTex(howpublished)) || undefined;
