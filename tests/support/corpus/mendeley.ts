import { type Entry, expected, familyFirst, source } from "./entry.ts";
import { mendeleyManner } from "./latex-manners.ts";
import { escapedHtml, html, written } from "./marked-text.ts";
import { type Work, works } from "./works.ts";

const tex = (text: string): string => written(text, mendeleyManner);

/** Mendeley Desktop: each field in alphabetical order, titles in two pairs of braces, escapes of its own in URLs. */
function desktop(work: Work): Entry {
  const key = `Mendeley${work.year}${work.number}`;
  const isBook = work.number % 5 === 1;
  return {
    key,
    source: source(
      isBook ? "book" : "article",
      key,
      {
        abstract: tex(work.abstract),
        address: isBook ? "Nowhere" : undefined,
        annote: "From Duplicate 1 (privateuser)",
        archivePrefix: "arXiv",
        arxivId: `2001.${String(10_000 + work.number)}`,
        author: familyFirst(work.authors, tex),
        doi: work.doi,
        edition: isBook ? "Second" : undefined,
        eprint: `2001.${String(10_000 + work.number)}`,
        file: `:C$\\backslash$:/Users/privateuser/Mendeley/${work.number}.pdf:pdf;:home/privateuser/b.pdf:pdf`,
        isbn: isBook ? "9780306406157" : undefined,
        issn: isBook ? undefined : "12345679",
        journal: isBook ? undefined : tex(work.journal),
        keywords: work.keywords.map((word) => tex(word)).join(","),
        "mendeley-groups": "privateuser/To read",
        "mendeley-tags": "privateuser",
        month: `=${"jan feb mar apr may jun jul aug sep oct nov dec".split(" ")[work.month - 1]}`,
        number: isBook ? undefined : work.issue,
        pages: work.pages.join("--"),
        pmid: String(10_000_000 + work.number),
        publisher: isBook ? tex(work.publisher) : undefined,
        title: `{${tex(work.title)}}`,
        url: `http://www.example.org/a{\\_}b{\\%}20c/${work.number} https://example.org/second/${work.number}?a=1{\\&}b=2`,
        volume: isBook ? undefined : work.volume,
        year: work.year,
      },
      { indent: "", open: "{", end: "\n}" },
    ),
    ...expected(work),
  };
}

/** Mendeley Reference Manager: HTML in titles and abstracts, one line of spaces before each field. */
function manager(work: Work): Entry {
  const key = `Manager${work.number}`;
  const manner = work.number % 2 ? html : escapedHtml;
  const text = (value: string): string => written(value, { ...manner, m: "$%$" }).replaceAll("%", "\\%");
  return {
    key,
    source: source(
      "article",
      key,
      {
        author: familyFirst(work.authors, (part) => part),
        abstract: `<p>${text(work.abstract)}</p>`,
        doi: `https://doi.org/${work.doi}`,
        issn: "1234-5679",
        issue: work.issue,
        journal: text(work.journal),
        keywords: work.keywords.map(text).join(","),
        month: String(work.month),
        pages: work.pages.join("-"),
        title: text(work.title.replaceAll(/\$(?=\d)/g, "USD ")),
        volume: work.volume,
        year: work.year,
      },
      { indent: "   " },
    ),
    ...expected({ ...work, title: work.title.replaceAll(/\$(?=\d)/g, "USD ") }),
  };
}

/** Mendeley's exports. */
export const mendeleyEntries = (first: number): Entry[] => [
  ...works(first, 18).map(desktop),
  ...works(first + 18, 12).map(manager),
];
