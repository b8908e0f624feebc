import type { Report } from "../../utils/report.js";
import { factsFrom } from "../csl/facts.js";
import type { Work } from "../work-types.js";
import { themeFields } from "./al-folio-fields.js";
import { withoutUrl } from "./csl-item.js";
import { decodeFile } from "./decode.js";
import { readBibtex } from "./parse.js";
import { bibtexSource } from "./source.js";
import { plainTex, verbatim } from "./tex/index.js";

/** Reads the works of a .bib file: decodes, splits and parses it, and returns each entry in the theme's form. */
export function bibtexWorks(file: string, report: Report): Work[] {
  return readBibtex(decodeFile(file, report), file, report).map((entry) => {
    const place = (...fields: string[]): string => {
      const field = fields.find((name) => name in entry.values);
      return `${file}:${field ? entry.lineOf(field) : entry.line}`;
    };
    const facts = factsFrom({ ...entry, values: plainValues(entry.values), place }, report);
    return {
      facts: {
        ...facts,
        ...themeFields(entry, report),
        id: entry.key,
        bibtex: bibtexSource(entry.raw, entry.parents),
      },
      place,
      isVolume: entry.isVolume,
    };
  });
}

/** Returns the values for which CSL has no variable, without LaTeX. */
function plainValues({ howpublished, ...values }: Record<string, string>): Record<string, string> {
  const names = ["arxiv", "eprint", "eprinttype", "archiveprefix"];
  const plain = names.flatMap((name) => (values[name] ? [[name, verbatim(values[name])]] : []));
  const medium = howpublished && withoutUrl(plainTex(howpublished));
  return Object.fromEntries([...plain, ...(medium ? [["howpublished", medium]] : [])]);
}
