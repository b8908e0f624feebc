import { type Entry, expected, familyFirst, source } from "./entry.ts";
import { handManner } from "./latex-manners.ts";
import { written } from "./marked-text.ts";
import { type Work, works } from "./works.ts";

const tex = (text: string): string => written(text, handManner);

const padded = (name: string): string => name.padEnd(16);

function jabref(work: Work): Entry {
  const key = `JabRef:${work.number}`;
  const isReport = work.number % 4 === 2;
  return {
    key,
    source: source(
      isReport ? "TechReport" : "Article",
      key,
      {
        author: familyFirst(work.authors, tex),
        title: tex(work.title),
        [isReport ? "institution" : "journal"]: isReport ? `{${tex(work.publisher)}}` : tex(work.journal),
        year: work.year,
        date: work.number % 3 === 0 ? `${work.year}-${String(work.month).padStart(2, "0")}` : undefined,
        volume: isReport ? undefined : work.volume,
        number: work.issue,
        pages: work.pages.join("--"),
        month: `#jan feb mar apr may jun jul aug sep oct nov dec#`.split(/[# ]/)[work.month],
        abstract: tex(work.abstract),
        comment: "privateuser: to be printed",
        doi: work.doi,
        file: `:C\\:/Users/privateuser/refs/${work.number}.pdf:PDF`,
        groups: "privateuser group",
        keywords: work.keywords.map(tex).join("; "),
        owner: "privateuser",
        ranking: "rank4",
        readstatus: "read",
        review: "privateuser did not like it",
        timestamp: "2016.07.20",
        __markedentry: "[privateuser:6]",
        creationdate: "2022-01-01T10:00:00",
        modificationdate: "2022-01-01T10:00:00",
        priority: "prio1",
        qualityassured: "qualityAssured",
      },
      { names: padded, end: ",\n}" },
    ).replace(/^@(\w+) *\{/, "@$1{"),
    ...expected(work),
  };
}

/** What JabRef writes before and after its entries. */
export const jabrefFrame = {
  before:
    "% Encoding: UTF-8\n\n@PREAMBLE{ {\\providecommand{\\noopsort}[1]{}} }\n\n@STRING{acme = {ACME Press}}\n\n",
  after:
    "@Comment{jabref-meta: databaseType:bibtex;}\n\n@Comment{jabref-meta: fileDirectory-privateuser-laptop:C:\\\\Users\\\\privateuser;}\n\n@Comment{jabref-meta: grouping:\n0 AllEntriesGroup:;\n1 StaticGroup:privateuser\\;0\\;1\\;\\;\\;\\;;\n}\n",
};

/** JabRef's files. */
export const jabrefEntries = (first: number): Entry[] => works(first, 18).map(jabref);
