import { type Entry, expected, familyFirst, givenFirst, initials, source } from "./entry.ts";
import { handManner, oldManner, withAccents } from "./latex-manners.ts";
import { hasFormula, plainly, written } from "./marked-text.ts";
import type { Name } from "./texts.ts";
import { type Work, works } from "./works.ts";

const byHand = (text: string): string => written(text, handManner);
const old = (text: string): string => written(text, oldManner);
const inTitle = (text: string): string | undefined => (hasFormula(text) ? undefined : plainly(text));

/** DBLP: numbers of namesakes, names over several lines, works that inherit from their proceedings. */
function dblp(work: Work): Entry {
  const key = `DBLP:conf/fict/Roe${work.number}`;
  const isNamesake = work.number % 3 === 0;
  return {
    key,
    source: source(
      "inproceedings",
      key,
      {
        author: givenFirst(work.authors, (part) => withAccents(part, "outer")).replaceAll(
          " and ",
          `${isNamesake ? " 0002" : ""} and\n                  `,
        ),
        title: byHand(work.title),
        booktitle:
          "Proceedings of the Fictional Conference, {FICT} 2020, Nowhere,\n                  Utopia, May 4-8, 2020",
        pages: work.pages.join("--"),
        crossref: `DBLP:conf/fict/${work.number % 2 ? "2020" : "2021"}`,
        year: work.year,
        url: `https://doi.org/${work.doi.replaceAll("_", "\\_")}`,
        doi: work.doi.replaceAll("_", "\\_").toUpperCase(),
        timestamp: "Tue, 29 Dec 2020 18:26:20 +0100",
        biburl: `https://dblp.org/rec/conf/fict/Roe${work.number}.bib`,
        bibsource: "dblp computer science bibliography, https://dblp.org",
      },
      { names: (name) => name.padEnd(12) },
    ).replace(/^@(\w+) *\{/, "@$1{"),
    title: inTitle(work.title),
    authors: expected(work).authors,
  };
}

/** The proceedings that DBLP's entries inherit from: they are no works of the site. */
export const dblpProceedings = ["2020", "2021"]
  .map((year) =>
    source("proceedings", `DBLP:conf/fict/${year}`, {
      editor: "Editha Zmy{\\'{s}}lona and\n                  Cy Kim 0001",
      title: `Proceedings of the Fictional Conference, {FICT} ${year}, Nowhere, Utopia, May 4-8`,
      series: "Lecture Notes in Fiction",
      volume: "12345",
      publisher: "Li Press",
      year,
      isbn: "978-0-306-40615-7",
      timestamp: "privateuser",
    }),
  )
  .join("\n");

/** MathSciNet: old LaTeX, `MRNUMBER` with the reviewer, `FJOURNAL`. */
function mathscinet(work: Work): Entry {
  const key = `MR${4_000_000 + work.number}`;
  return {
    key,
    source: source(
      "article",
      key,
      {
        AUTHOR: familyFirst(work.authors, old),
        TITLE: old(work.title),
        JOURNAL: "Ann. Imag. Res. (2)",
        FJOURNAL: old(work.journal),
        VOLUME: work.volume,
        YEAR: work.year,
        NUMBER: work.issue,
        PAGES: work.pages.join("--"),
        ISSN: "1234-5679,2345-6787",
        MRCLASS: "14J10 (11G05 14H52)",
        MRNUMBER: `${4_000_000 + work.number}`,
        MRREVIEWER: "Jean-Luc\\ Fictif",
        DOI: work.doi,
        URL: work.url.replaceAll("&", "\\&"),
      },
      { names: (name) => name.toUpperCase().padStart(10), end: ",\n}" },
    ).replace(/^@ *(\w+)/, "@$1"),
    title: work.title.includes("[sup:") ? undefined : inTitle(work.title),
    authors: expected(work).authors,
  };
}

/** From PubMed: names as `Roe AB`, a full stop after the title, `eng`, month and day in one field. */
function pubmed(work: Work): Entry {
  const key = `pmid${10_000_000 + work.number}`;
  const short = ([given, particle, family]: Name): string =>
    `${[particle, family].filter(Boolean).join(" ")}, ${initials(given, "").replaceAll(/[.-]/g, "")}`;
  const end = /[?!.]$/.test(plainly(work.title)) ? "" : ".";
  return {
    key,
    source: source(
      "Article",
      key,
      {
        Author: work.authors.map(short).join(" and "),
        Title: `${byHand(work.title)}${end}`,
        Journal: work.journal.replaceAll("&", "\\&"),
        Year: work.year,
        Month: ["Jan", "May 5", "Summer", "Oct-Dec"][work.number % 4],
        Volume: work.volume,
        Number: work.issue,
        Pages: `${work.pages[0]}-${work.pages[1].slice(-2)}`,
        Issn: "1234-5679 (Electronic)",
        Pmid: String(10_000_000 + work.number),
        Pmcid: `PMC${1_000_000 + work.number}`,
        Note: `PMID: ${10_000_000 + work.number}`,
        Keywords: "*Ice/chemistry; Humans; Animals",
        Abstract: `BACKGROUND: ${byHand(work.abstract)} RESULTS: P<0.001, n = 5.`,
        Language: "eng",
      },
      { end: "}\n" },
    ),
    title: hasFormula(work.title) ? undefined : plainly(work.title) + end,
  };
}

/** HAL: `HAL_ID`, URLs of its files, months as macros, escapes of quotes. */
function hal(work: Work): Entry {
  const key = `zmyslona:hal-0${1_000_000 + work.number}`;
  return {
    key,
    source: source(
      work.number % 3 ? "article" : "phdthesis",
      key,
      {
        TITLE: `{${byHand(work.title)}}`,
        AUTHOR: familyFirst(work.authors, (part) => withAccents(part, "outer")),
        URL: `https://hal.science/hal-0${1_000_000 + work.number}`,
        NOTE: work.number % 4 ? undefined : "working paper or preprint",
        JOURNAL: work.number % 3 ? `{${byHand(work.journal)}}` : undefined,
        SCHOOL: work.number % 3 ? undefined : "{Universit{\\'e} de l'Invention}",
        TYPE: work.number % 3 ? undefined : "Theses",
        HAL_LOCAL_REFERENCE: "Rapport privateuser 12",
        VOLUME: work.number % 3 ? work.volume : undefined,
        PAGES: work.pages.join(" -- "),
        YEAR: work.year,
        MONTH: `=${"jan feb mar apr may jun jul aug sep oct nov dec".split(" ")[work.month - 1]}`,
        DOI: `{${work.doi}}`,
        KEYWORDS: work.keywords.map(byHand).join(" ; "),
        PDF: `https://hal.science/hal-0${1_000_000 + work.number}/file/paper.pdf`,
        HAL_ID: `hal-0${1_000_000 + work.number}`,
        HAL_VERSION: "v1",
      },
      { end: ",\n}" },
    ),
    title: inTitle(work.title),
    authors: expected(work).authors,
  };
}

/** DBLP, MathSciNet, PubMed and HAL. */
export const indexEntries = (first: number): Entry[] => [
  ...works(first, 18).map(dblp),
  ...works(first + 18, 18).map(mathscinet),
  ...works(first + 36, 18).map(pubmed),
  ...works(first + 54, 18).map(hal),
];
