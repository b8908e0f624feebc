import { type Entry, expected, familyFirst, source } from "./entry.ts";
import { zoteroManner } from "./latex-manners.ts";
import { written } from "./marked-text.ts";
import { type Work, works } from "./works.ts";

const tex = (text: string): string => written(text, zoteroManner);
const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** Zotero's own translator: underscores in keys, months as macros, files of the computer, notes in `annote`. */
function zotero(work: Work): Entry {
  const key = `zotero_${work.number}`;
  const isPaper = work.number % 3 === 0;
  return {
    key,
    source: source(
      isPaper ? "inproceedings" : "article",
      key,
      {
        address: isPaper ? "Nowhere, Utopia" : undefined,
        title: tex(work.title),
        volume: isPaper ? undefined : work.volume,
        copyright: "All rights reserved",
        issn: isPaper ? undefined : "1234-5679",
        shorttitle: tex(work.title.split(":")[0] ?? ""),
        url: work.url.replaceAll("_", "\\_"),
        doi: work.doi.replaceAll("_", "\\_"),
        abstract: tex(work.abstract),
        language: "en",
        number: isPaper ? undefined : work.issue,
        urldate: "2023-05-06",
        [isPaper ? "booktitle" : "journal"]: tex(isPaper ? work.conference : work.journal),
        publisher: tex(work.publisher),
        author: familyFirst(work.authors, tex),
        month: `=${months[work.month - 1]}`,
        year: work.year,
        note: work.number % 4 === 0 ? "arXiv:2001.01234 [cs]" : undefined,
        annote: "Comment: privateuser must read this again",
        keywords: work.keywords.map(tex).join(", "),
        pages: work.pages.join("--"),
        file: `Full Text PDF:/home/privateuser/Zotero/storage/ABCD/${work.number}.pdf:application/pdf`,
      },
      { indent: "\t", end: ",\n}" },
    ),
    ...expected(work),
  };
}

/** Better BibTeX: dates as BibLaTeX has them, braces around capitals, `langid`, files with escaped colons. */
function betterBibtex(work: Work): Entry {
  const key = `${work.authors[0]?.[2].replace(/[^\p{L}]/gu, "").toLowerCase()}BetterBibtex${work.number}`;
  return {
    key,
    source: source(work.number % 5 === 0 ? "online" : "article", key, {
      title: tex(work.title).replace(/(?<![\\\w{])([A-Z]{2,})(?![\w}])/g, "{{$1}}"),
      author: work.authors
        .map(([given, particle, family, suffix]) =>
          particle || suffix
            ? [
                `family=${tex(family)}`,
                `given=${tex(given)}`,
                particle && `prefix=${particle}`,
                suffix && `suffix=${suffix}`,
                particle && "useprefix=true",
              ]
                .filter(Boolean)
                .join(", ")
            : `${tex(family)}, ${tex(given)}`,
        )
        .join(" and "),
      date: `${work.year}-${String(work.month).padStart(2, "0")}-${String(work.day).padStart(2, "0")}`,
      journaltitle: tex(work.journal),
      volume: work.volume,
      number: work.issue,
      pages: work.pages.join("--"),
      publisher: `{${tex(work.publisher)}}`,
      issn: "1234-5679, 2345-6787",
      doi: work.doi,
      url: work.url,
      urldate: "2024-02-03",
      abstract: tex(work.abstract),
      langid: "english",
      pubstate: work.number % 6 === 0 ? "prepublished" : undefined,
      keywords: work.keywords.map(tex).join(","),
      file: `C\\:\\\\Users\\\\privateuser\\\\Zotero\\\\${work.number}.pdf;/home/privateuser/snap.html`,
    }),
    ...expected(work),
  };
}

/** Zotero's export, with and without Better BibTeX. */
export const zoteroEntries = (first: number): Entry[] => [
  ...works(first, 18).map(zotero),
  ...works(first + 18, 18).map(betterBibtex),
];
