import { type Entry, expected, familyFirst, givenFirst, source } from "./entry.ts";
import { handManner, withAccents, zoteroManner } from "./latex-manners.ts";
import { hasFormula, html, plainly, written } from "./marked-text.ts";
import { type Work, works } from "./works.ts";

const byHand = (text: string): string => written(text, handManner);
const asText = (text: string): string =>
  written(text, { ...html, i: "%", sub: "%", sup: "%", text: (plain) => plain });
const inTitle = (text: string): string | undefined => (hasFormula(text) ? undefined : plainly(text));
const noDollar = (work: Work): Work => ({ ...work, title: work.title.replaceAll(/\$(?=\d)/g, "USD ") });

/** Google Scholar: few fields, short values, "and others", accents as LaTeX. */
function scholar(work: Work): Entry {
  const key = `roe${work.year}${work.number}growth`;
  const isMany = work.number % 4 === 0;
  return {
    key,
    source: source(work.number % 2 ? "article" : "inproceedings", key, {
      title: byHand(work.title),
      author: familyFirst(work.authors, (part) => withAccents(part, "outer")) + (isMany ? " and others" : ""),
      [work.number % 2 ? "journal" : "booktitle"]: byHand(work.number % 2 ? work.journal : work.conference),
      volume: work.number % 2 ? work.volume : undefined,
      number: work.number % 2 ? work.issue : undefined,
      pages: work.number % 3 ? work.pages.join("--") : `${work.pages[0]}--`,
      year: work.year,
      organization: work.number % 2 ? undefined : byHand(work.publisher),
      publisher: work.number % 2 ? byHand(work.publisher) : undefined,
    }),
    title: inTitle(work.title),
    authors: expected(work).authors,
  };
}

/** arXiv's own export. */
function arxiv(original: Work): Entry {
  const work = noDollar(original);
  const key = `fictif${work.year}growth${work.number}`;
  return {
    key,
    source: source(
      "misc",
      key,
      {
        title: written(work.title, {
          ...html,
          i: "%",
          sub: "_%",
          sup: "^%",
          m: "$%$",
          text: (plain) => plain,
        }),
        author: givenFirst(work.authors, (part) => part),
        year: work.year,
        eprint: `200${1 + (work.number % 9)}.0${3000 + work.number}${work.number % 2 ? "v2" : ""}`,
        archivePrefix: "arXiv",
        primaryClass: "cs.LG",
        url: `https://arxiv.org/abs/200${1 + (work.number % 9)}.0${3000 + work.number}`,
      },
      { indent: "      ", equals: "=", end: ", \n}" },
    ),
    title: /\[su[bp]:/.test(work.title) ? undefined : inTitle(work.title),
    authors: expected(work).authors,
  };
}

/** Semantic Scholar: everything an article, arXiv in the volume, a page range with spaces. */
function semanticScholar(original: Work): Entry {
  const work = noDollar(original);
  const key = `Verzonnen${work.year}${work.number}Growth`;
  return {
    key,
    source: source("article", key, {
      title: asText(work.title).replaceAll("&", "\\&"),
      author: givenFirst(work.authors, (part) => part),
      journal: work.number % 2 ? "ArXiv" : asText(work.journal).replaceAll("&", "\\&"),
      year: work.year,
      volume: work.number % 2 ? `abs/200${1 + (work.number % 9)}.0${4000 + work.number}` : work.volume,
      pages: work.number % 2 ? undefined : ` ${work.pages[0]}-${work.pages[1]} `,
      url: `https://api.semanticscholar.org/CorpusID:${1000 + work.number}`,
    }),
    title: inTitle(work.title),
    authors: expected(work).authors,
  };
}

/** EndNote: `RN` keys, `Type`, names with a trailing comma for institutions, quotes as delimiters, empty fields. */
function endnote(work: Work): Entry {
  const key = `RN${work.number}`;
  const tex = (text: string): string =>
    written(text, { ...zoteroManner, i: "%", k: "%", sub: "%", sup: "%" });
  return {
    key,
    source: source(
      "article",
      key,
      {
        author: `${familyFirst(work.authors, tex)}${work.number % 3 ? "" : " and Imaginary Study Group,"}`,
        title: tex(work.title),
        journal: tex(work.journal),
        volume: work.volume,
        number: work.issue,
        pages: work.pages.join("-"),
        note: work.number % 2 ? "Times Cited: 3\nRoe, Ann Li, Bo\n3" : undefined,
        ISSN: "1234-5679",
        DOI: `10.1000/endnote.${work.number}`,
        url: `<Go to ISI>://WOS:${work.number}`,
        year: work.year,
        type: "Journal Article",
        label: "privateuser 1",
        "internal-pdf": "internal-pdf://privateuser/a.pdf",
        language: "",
      },
      { indent: "   " },
    ),
    title: inTitle(work.title),
  };
}

/** Search engines and archives, and EndNote. */
export const engineEntries = (first: number): Entry[] => [
  ...works(first, 18).map(scholar),
  ...works(first + 18, 18).map(arxiv),
  ...works(first + 36, 18).map(semanticScholar),
  ...works(first + 54, 18).map(endnote),
];
