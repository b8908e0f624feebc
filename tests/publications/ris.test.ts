import { createRequire } from "node:module";
import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { toRis, toRisFile } from "../../plugin/publications/cite/export.ts";
import { risEntry } from "../../plugin/publications/cite/ris.ts";
import { risTypes } from "../../plugin/publications/cite/ris-types.ts";
import type { CslItem } from "../../plugin/publications/csl/schema.ts";
import { publication } from "../../plugin/publications/publication.ts";
import { publicationTypes } from "../../plugin/publications/schema.ts";
import { holds } from "../support/properties.ts";

// The expected references are written by hand from the specification of RIS and Zotero's table of tags. That others read them
// the same is tested with the reader of Citation.js.

const test = suite("RIS");

const require = createRequire(import.meta.url);
const { plugins } = require("@citation-js/core") as {
  plugins: { input: { chain(source: string, options: object): Record<string, unknown>[] } };
};
require("@citation-js/plugin-ris");

/** Reads RIS with Citation.js. */
const read = (ris: string): Record<string, unknown>[] =>
  plugins.input.chain(ris, { generateGraph: false }).map(({ _graph, ...item }) => item);

/** The lines of a reference, without the common ones and the line ends. */
const linesOf = (item: CslItem, keywords?: string[]): string[] =>
  risEntry(item, keywords).split("\r\n").slice(0, -2);

/** The type of each reference, by the type of CSL. */
const types: Record<(typeof publicationTypes)[number], string> = {
  article: "UNPB",
  "article-journal": "JOUR",
  "article-magazine": "MGZN",
  "article-newspaper": "NEWS",
  bill: "BILL",
  book: "BOOK",
  broadcast: "SOUND",
  chapter: "CHAP",
  classic: "CLSWK",
  collection: "GEN",
  dataset: "DATA",
  document: "GEN",
  entry: "ENCYC",
  "entry-dictionary": "DICT",
  "entry-encyclopedia": "ENCYC",
  event: "GEN",
  figure: "FIGURE",
  graphic: "ART",
  hearing: "HEAR",
  interview: "PCOMM",
  legal_case: "CASE",
  legislation: "STAT",
  manuscript: "MANSCPT",
  map: "MAP",
  motion_picture: "MPCT",
  musical_score: "MUSIC",
  pamphlet: "PAMP",
  "paper-conference": "CONF",
  patent: "PAT",
  performance: "GEN",
  periodical: "JFULL",
  personal_communication: "PCOMM",
  post: "ICOMM",
  "post-weblog": "BLOG",
  regulation: "LEGAL",
  report: "RPRT",
  review: "JOUR",
  "review-book": "JOUR",
  software: "COMP",
  song: "SOUND",
  speech: "SLIDE",
  standard: "STAND",
  thesis: "THES",
  treaty: "GEN",
  webpage: "ELEC",
};

/** The types of references in the specification of 2011. */
const known =
  `ABST ADVS AGGR ANCIENT ART BILL BLOG BOOK CASE CHAP CHART CLSWK COMP CONF CPAPER CTLG DATA DBASE DICT EBOOK ECHAP
  EDBOOK EJOUR ELEC ENCYC EQUA FIGURE GEN GOVDOC GRANT HEAR ICOMM INPR JFULL JOUR LEGAL MANSCPT MAP MGZN MPCT MULTI MUSIC
  NEWS PAMP PAT PCOMM RPRT SER SLIDE SOUND STAND STAT THES UNBILL UNPB VIDEO`.split(/\s+/);

test("each type of CSL is a type of RIS", () => {
  assert.equal(Object.keys(risTypes).sort(), publicationTypes.toSorted());
  for (const type of publicationTypes) {
    assert.is(linesOf({ type })[0], `TY  - ${types[type]}`);
    assert.ok(known.includes(types[type]), types[type]);
    assert.is(read(risEntry({ type, title: "T" })).length, 1, type);
  }
});

test("a type that is none of CSL is a generic one", () => {
  for (const type of ["constructor", "", "unknown"]) assert.is(linesOf({ type })[0], "TY  - GEN", type);
});

const hu = { family: "Hu", given: "Edward J." };
const roe = { family: "Roe", given: "Ann" };
const issued = { "date-parts": [[2021, 5, 12]] };

const references: [name: string, item: CslItem, expected: string][] = [
  [
    "an article",
    {
      id: "hu2021",
      type: "article-journal",
      title: "Trees of <i>E. coli</i>: H<sub>2</sub>O",
      "title-short": "Trees",
      author: [
        { family: "Beethoven", given: "Ludwig", "non-dropping-particle": "van" },
        { family: "King", given: "Martin Luther", suffix: "Jr." },
        { literal: "The ATLAS Collaboration" },
      ],
      "container-title": "Journal of Tests",
      "container-title-short": "J. Tests",
      issued,
      volume: "12",
      issue: "3",
      page: "834–837",
      number: "e17",
      DOI: "10.1000/182",
      ISSN: "1234-5679",
      URL: "https://example.org/a?b=c",
      language: "en",
      abstract: "One.\n\nTwo.",
      note: "A note",
    },
    `TY  - JOUR
AU  - van Beethoven, Ludwig
AU  - King, Martin Luther, Jr.
AU  - The ATLAS Collaboration
TI  - Trees of E. coli: H2O
ST  - Trees
T2  - Journal of Tests
J2  - J. Tests
DA  - 2021/05/12/
PY  - 2021
VL  - 12
IS  - 3
SP  - 834
EP  - 837
C7  - e17
SN  - 1234-5679
DO  - 10.1000/182
UR  - https://example.org/a?b=c
LA  - en
AB  - One. Two.
N1  - A note
LB  - hu2021`,
  ],
  [
    "a paper of a conference",
    {
      type: "paper-conference",
      title: "A paper",
      author: [hu],
      editor: [roe],
      "collection-editor": [{ family: "Doe", given: "Jan" }],
      "container-title": "Proceedings of Tests",
      "event-title": "Conference on Tests",
      "event-place": "Bern",
      "collection-title": "LNCS",
      "collection-number": 7,
      issued: { "date-parts": [[2022, 4]] },
      page: "S1-4–S1-9",
      publisher: "Tests Press",
      ISBN: "978-0-262-03384-8",
      ISSN: "1234-5679",
    },
    `TY  - CONF
AU  - Hu, Edward J.
A2  - Roe, Ann
A3  - Doe, Jan
TI  - A paper
T2  - Conference on Tests
C3  - Proceedings of Tests
T3  - LNCS
DA  - 2022/04//
PY  - 2022
SV  - 7
SP  - S1-4
EP  - S1-9
PB  - Tests Press
CY  - Bern
SN  - 978-0-262-03384-8`,
  ],
  [
    "a book",
    {
      type: "book",
      title: "A book",
      author: [hu],
      editor: [roe],
      "collection-editor": [{ family: "Doe", given: "Jan" }],
      translator: [{ family: "Poe", given: "Lee" }],
      "collection-title": "Books on Tests",
      "collection-number": "4",
      edition: 2,
      "number-of-volumes": 3,
      "number-of-pages": 320,
      issued: { "date-parts": [["1999"]] },
      publisher: "Tests Press",
      "publisher-place": "Berlin",
      ISBN: "978-0-262-03384-8",
    },
    `TY  - BOOK
AU  - Hu, Edward J.
A3  - Roe, Ann
A2  - Doe, Jan
A4  - Poe, Lee
TI  - A book
T2  - Books on Tests
DA  - 1999///
PY  - 1999
ET  - 2
NV  - 3
M1  - 4
SP  - 320
PB  - Tests Press
CY  - Berlin
SN  - 978-0-262-03384-8`,
  ],
  [
    "a chapter",
    {
      type: "chapter",
      title: "A chapter",
      author: [hu],
      editor: [roe],
      "container-title": "A handbook",
      "collection-title": "Handbooks",
      "chapter-number": 5,
      page: "33-60",
    },
    `TY  - CHAP
AU  - Hu, Edward J.
A2  - Roe, Ann
TI  - A chapter
T2  - A handbook
T3  - Handbooks
SE  - 5
SP  - 33
EP  - 60`,
  ],
  [
    "a thesis",
    {
      type: "thesis",
      title: "On tests",
      author: [hu],
      genre: "phdthesis",
      publisher: "Université de Montréal",
    },
    `TY  - THES
AU  - Hu, Edward J.
TI  - On tests
M3  - PhD thesis
PB  - Université de Montréal`,
  ],
  [
    "a report",
    {
      type: "report",
      title: "A report",
      author: [hu],
      genre: "techreport",
      number: "TR-7",
      publisher: "Tests Lab",
    },
    `TY  - RPRT
AU  - Hu, Edward J.
TI  - A report
SN  - TR-7
M3  - Technical report
PB  - Tests Lab`,
  ],
  [
    "a patent",
    { type: "patent", title: "A device", author: [hu], number: "US 1,234" },
    `TY  - PAT
AU  - Hu, Edward J.
TI  - A device
SN  - US 1,234`,
  ],
  [
    "software",
    { type: "software", title: "A tool", author: [hu], version: "1.2.0", URL: "https://example.org/tool" },
    `TY  - COMP
AU  - Hu, Edward J.
TI  - A tool
ET  - 1.2.0
UR  - https://example.org/tool`,
  ],
  [
    "a web page with two dates",
    {
      type: "webpage",
      title: "A page",
      "container-title": "A site",
      issued: {
        "date-parts": [
          [2020, 1, 2],
          [2020, 1, 3],
        ],
      },
    },
    `TY  - ELEC
TI  - A page
T2  - A site
DA  - 2020/01/02/
PY  - 2020`,
  ],
  [
    "a work without a date",
    { title: "To come", status: "in press" },
    "TY  - GEN\nTI  - To come\nDA  - ///in press",
  ],
  [
    "a date that is text",
    { title: "Old", issued: { literal: "ca. 1700" } },
    "TY  - GEN\nTI  - Old\nDA  - ///ca. 1700",
  ],
  ["pages that are no range", { type: "chapter", page: "12, 15-18" }, "TY  - CHAP\nSP  - 12, 15-18"],
  ["one page", { type: "chapter", page: 12 }, "TY  - CHAP\nSP  - 12"],
];

for (const [name, item, expected] of references)
  test(name, () => assert.equal(linesOf(item), expected.split("\n")));

test("names: particles, suffixes, institutions, and what RIS can't have in them", () => {
  const namesOf = (...author: CslItem["author"] & object): string[] =>
    linesOf({ author }).flatMap((line) => (line.startsWith("AU") ? [line.slice(6)] : []));
  assert.equal(
    namesOf(
      { family: "Plato" },
      { family: "Alembert", given: "Jean", "dropping-particle": "d’" },
      { family: "King", suffix: "Jr." },
      { family: "王", given: "五" },
      { literal: "University of California, San Diego" },
      { family: "Hu*", given: "Edward,  Dr." },
      {},
    ),
    [
      "Plato",
      "d’Alembert, Jean",
      "King, , Jr.",
      "王, 五",
      "University of California San Diego",
      "Hu∗, Edward Dr.",
    ],
  );
});

test("keywords are a line each", () => {
  assert.equal(linesOf({}, ["trees", "C*-algebras", "a; b"]).slice(1), [
    "KW  - trees",
    "KW  - C∗-algebras",
    "KW  - a; b",
  ]);
});

test("the reader of Citation.js finds what was written", () => {
  const [article] = references;
  const [item] = read(risEntry(article?.[1] ?? {}, ["one", "two"]));
  assert.equal(item, {
    type: "article-journal",
    title: "Trees of E. coli: H2O",
    "title-short": "Trees",
    author: [
      { family: "van Beethoven", given: "Ludwig" },
      { family: "King", given: "Martin Luther", suffix: "Jr." },
      { literal: "The ATLAS Collaboration" },
    ],
    "container-title": "Journal of Tests",
    "container-title-short": "J. Tests",
    issued: { "date-parts": [[2021, 5, 12]] },
    volume: "12",
    issue: "3",
    page: "834-837",
    number: "e17",
    DOI: "10.1000/182",
    ISSN: "1234-5679",
    URL: "https://example.org/a?b=c",
    language: "en",
    abstract: "One. Two.",
    note: "A note",
    keyword: "one,two",
    "citation-label": "hu2021",
  });
  const editors = ["paper-conference", "chapter", "book"].map((type) => {
    const [, work = {}] = references.find(([, each]) => each.type === type) ?? [];
    const [found] = read(risEntry(work));
    return [found?.author, found?.editor];
  });
  assert.equal(editors, [
    [[hu], [roe]],
    [[hu], [roe]],
    [[hu], [roe]],
  ]);
});

const facts = { authors: [], editors: [], venue: "", type: "article", selected: false, links: [] } as const;

test("a publication without CSL-JSON, and one at arXiv only", () => {
  const work = publication({
    ...{ ...facts, authors: ["Edward J. Hu", "The ATLAS Collaboration"], editors: [], links: [] },
    title: "LoRA",
    year: 2022,
    arxiv: "2106.09685",
    keywords: ["models"],
  });
  assert.match(toRis(work), /^TY {2}- UNPB\r\nAU {2}- Hu, Edward J\.\r\n/);
  assert.match(toRis(work), /\r\nUR {2}- https:\/\/arxiv\.org\/abs\/2106\.09685\r\n/);
  assert.is(read(toRisFile([work, work, work])).length, 3);
});

test("a value is one line, whatever is in it", () => {
  const text = fc.string({
    unit: fc.constantFrom(
      "a",
      "\n",
      "\r",
      "\u2028",
      "\u0085",
      "\0",
      "\t",
      "TY  - X",
      "ER  - ",
      " ",
      ",",
      "*",
      "<i>",
    ),
  });
  holds(fc.tuple(text, text, text), ([a, b, c]) => {
    const ris = risEntry(
      { title: a, note: b, abstract: c, author: [{ family: b, given: a, suffix: c }], page: a, publisher: c },
      [a, b],
    );
    const lines = ris.split("\r\n");
    assert.is(lines.pop(), "");
    assert.is(lines.pop(), "ER  - ");
    assert.is(lines.filter((line) => line.startsWith("ER")).length, 0);
    for (const line of lines) assert.match(line, /^[A-Z][A-Z\d] {2}- [^\p{Cc}\p{Zl}\p{Zp}]+$/u);
  });
});

test.run();
