import type { Report } from "../../utils/report.js";
import { link } from "../../utils/schema-values.js";
import { plainText } from "../csl/rich-text.js";
import type { PublicationFacts } from "../publication.js";
import { readableLatex, verbatim } from "./latex.js";
import type { BibtexEntry } from "./parse.js";

type Field = keyof PublicationFacts;

/**
 * The fields that al-folio and themes after it have, as they stand in a .bib file, and what each becomes.
 *
 * @see https://github.com/alshedivat/al-folio/blob/main/CUSTOMIZE.md#creating-new-bibtex-entries
 */
const texts: Record<string, Field> = {
  abbr: "abbr",
  additional_info: "additionalInfo",
  annotation: "annotation",
  award: "award",
  award_name: "awardName",
};
const identifiers: Record<string, Field> = {
  google_scholar_id: "googleScholarId",
  inspirehep_id: "inspirehepId",
};
const addresses: Record<string, Field> = { code: "code", video: "video", blog: "blog", website: "website" };
/** Addresses, or files of the site. */
const files: Record<string, Field> = {
  pdf: "pdf",
  html: "html",
  slides: "slides",
  poster: "poster",
  supp: "supp",
  preview: "preview",
};
const switches: Record<string, Field> = { selected: "selected", bibtex_show: "bibtexShow" };
const badges: Record<string, Field> = { altmetric: "altmetric", dimensions: "dimensions" };

/** Fields that only a theme reads, and which are no part of a citation. */
export const privateFields: ReadonlySet<string> = new Set([
  ...[texts, identifiers, addresses, files, switches, badges].flatMap(Object.keys),
  "arxiv",
]);

/** What the theme's own fields of an entry say. What is wrong in one is told, and the field left out. */
export function themeFields(
  { key, file, values, lineOf }: BibtexEntry,
  report: Report,
): Partial<PublicationFacts> {
  const found: Partial<Record<Field, unknown>> = {};
  const wrong = (name: string, expected: string, value: string): void => {
    report.problems.push(
      `field "${name}" of publication "${key}" in ${file}:${lineOf(name)} must be ${expected}, but it is ${JSON.stringify(value)}.`,
    );
  };
  for (const [name, value] of Object.entries(values)) {
    if (!privateFields.has(name) || value.trim() === "") continue;
    const address = verbatim(value);
    if (texts[name]) found[texts[name]] = plainText(readableLatex(value).replace(/[{}]|\\(?=[%&#_$])/g, ""));
    else if (identifiers[name]) found[identifiers[name]] = address;
    else if (addresses[name] || files[name]) {
      if (link.safeParse(address).success) found[addresses[name] ?? files[name] ?? "url"] = address;
      else wrong(name, 'an address such as "https://example.org/"', value);
    } else if (switches[name]) {
      const on = switchOf(address);
      if (on === undefined) wrong(name, `true or false`, value);
      else found[switches[name]] = on;
    } else if (badges[name]) found[badges[name]] = switchOf(address) ?? address;
  }
  return found as Partial<PublicationFacts>;
}

function switchOf(value: string): boolean | undefined {
  if (/^(true|yes)$/i.test(value)) return true;
  return /^(false|no)$/i.test(value) ? false : undefined;
}
