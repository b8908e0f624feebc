import { licenseFrom, nearLicense } from "../../utils/license.js";
import { archiveEntries, archiveId } from "./archives.js";
import { arxivInField } from "./arxiv.js";
import { doisIn, doiUrl } from "./doi.js";
import { readUrls } from "./urls.js";
import type { IdentifierReading, Identifiers } from "./works.js";

/** The fields of identifiers, with the function that finds one in a value, and what is expected. */
const readers: [
  name: keyof Identifiers | "license",
  find: (value: string) => string | undefined,
  expected: string,
  /** Returns ` Did you mean "…"?` for a value that is nearly one. */
  near?: (value: string) => string,
][] = [
  ["doi", (value) => doisIn(value, { isField: true })[0], 'a DOI such as "10.1000/182"'],
  ["arxiv", arxivInField, 'an arXiv identifier such as "2106.09685"'],
  ...archiveEntries.map(([name, archive]): (typeof readers)[number] => [
    name,
    (value) => archiveId(archive, value),
    archive.expected,
  ]),
  [
    "license",
    (value) => (licenseFrom(value) ? value.trim() : undefined),
    'an SPDX identifier such as "CC-BY-4.0", or a URL',
    nearLicense,
  ],
];

/**
 * Reads identifiers that are each in the field for it, such as those of a YAML file: in any writing, as in .bib files. One
 * that is none is left out, with a problem.
 */
export function readOwnFields(facts: Readonly<Record<string, unknown>>): OwnReading {
  const reading: OwnReading = { ids: {}, links: [], problems: [] };
  for (const [name, find, expected, near = () => ""] of readers) {
    const value = facts[name];
    if (typeof value !== "string") continue;
    const id = find(value);
    if (id !== undefined) reading.ids[name] = id;
    else {
      const message = `must be ${expected}, but it is ${JSON.stringify(value.slice(0, 120))}; it is left out.${near(value)}`;
      reading.problems.push({ field: name, message });
    }
    if (name !== "doi") continue;
    for (const other of doisIn(value, { isField: true }).slice(1)) {
      reading.links.push({ label: "DOI", url: doiUrl(other) });
    }
  }
  return reading;
}

interface OwnReading extends Pick<IdentifierReading, "links" | "problems"> {
  ids: Identifiers & { license?: string };
}

/** Returns the URLs of a field as one text with a space between each, as fields keep them; the value if it has none. */
export function joinedUrls(value: string): string {
  const { urls } = readUrls(value);
  return urls.length > 0 ? urls.map(({ url }) => url).join(" ") : value.trim();
}

/** Returns the URLs of a text from {@link joinedUrls}. The name of a file may contain spaces. */
export const splitUrls = (value: string): string[] => (/^https?:/i.test(value) ? value.split(" ") : [value]);
