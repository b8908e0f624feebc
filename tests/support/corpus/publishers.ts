import { type Entry, expected, familyFirst, givenFirst, initials, source } from "./entry.ts";
import { withAccents } from "./latex-manners.ts";
import { hasFormula, html, jats, namedHtml, plainly, written } from "./marked-text.ts";
import { type Work, works } from "./works.ts";

const whole = (work: Work): Work => ({ ...work, title: work.title.replaceAll(/\$(?=\d)/g, "USD ") });

/** Crossref's API: one line, JATS in the title, a month as a macro, a key that many works share. */
function crossref(original: Work): Entry {
  const work = whole(original);
  const key = `Fictif_${work.year - (work.year % 5)}`;
  const text = (value: string): string => written(value, jats);
  const { title, authors } = expected(work);
  return {
    key,
    source: ` @article{${key}, title={${text(work.title)}}, volume={${work.volume}}, ISSN={1234-5679}, url={http://dx.doi.org/${work.doi}}, DOI={${work.doi}}, number={${work.issue}}, journal={${text(work.journal)}}, publisher={${text(work.publisher)}}, author={${familyFirst(work.authors, (part) => part)}}, year={${work.year}}, month=${"jan feb mar apr may jun jul aug sep oct nov dec".split(" ")[work.month - 1]}, pages={${work.pages.join("–")}} }\n`,
    title,
    authors,
  };
}

/** ACM's Digital Library: numpages, articleno, keywords, locations. */
function acm(original: Work): Entry {
  const work = whole(original);
  const key = `10.1145/corpus.${work.number}`;
  const text = (value: string): string =>
    written(value, { ...namedHtml, m: "\\(%\\)" })
      .replaceAll("%", "\\%")
      .replaceAll("&", "\\&")
      .replaceAll("#", "\\#");
  return {
    key,
    source: source(
      work.number % 2 ? "inproceedings" : "article",
      key,
      {
        author: familyFirst(work.authors, (part) => withAccents(part, "outer")),
        title: text(work.title),
        year: work.year,
        isbn: work.number % 2 ? "9780306406157" : undefined,
        issue_date: "March 2020",
        publisher: "Association for Imaginary Machinery",
        address: "Nowhere, UT, USA",
        volume: work.number % 2 ? undefined : work.volume,
        number: work.number % 2 ? undefined : work.issue,
        issn: work.number % 2 ? undefined : "1234-5679",
        url: `https://doi.org/${work.doi}`,
        doi: work.doi,
        abstract: text(work.abstract),
        [work.number % 2 ? "booktitle" : "journal"]: text(work.number % 2 ? work.conference : work.journal),
        articleno: String(work.number),
        numpages: "12",
        keywords: work.keywords.map(text).join(", "),
        location: work.number % 2 ? "Nowhere, Utopia" : undefined,
        series: work.number % 2 ? "SISS '21" : undefined,
      },
      { indent: "", end: "\n}\n" },
    ),
    ...expected(work),
  };
}

/** IEEE Xplore: a space less, pages without dashes, upper case names of fields, keywords with semicolons. */
function ieee(original: Work): Entry {
  const work = whole(original);
  const key = String(9_000_000 + work.number);
  const text = (value: string): string =>
    written(value, {
      ...html,
      i: "{\\textless}i{\\textgreater}%{\\textless}/i{\\textgreater}",
      m: '<inline-formula> <tex-math notation="LaTeX">$%$ </tex-math></inline-formula>',
      text: (plain) => plain,
    });
  return {
    key,
    source: source(
      "ARTICLE",
      key,
      {
        author: familyFirst(work.authors, (part) => part),
        journal: text(work.journal),
        title: text(work.title).replace(/[%#&]/g, (character) =>
          work.number % 2 ? `\\${character}` : character,
        ),
        year: work.year,
        volume: work.volume,
        number: work.issue,
        pages: work.pages.join("-"),
        abstract: text(work.abstract),
        keywords: work.keywords.map(text).join(";"),
        doi: work.doi,
        ISSN: "1234-5679",
        month: ["Jan", "Sept.", "July-Aug.", "firstquarter", "May"][work.number % 5],
      },
      { equals: "=", end: "}\n" },
    ),
    ...expected(work),
  };
}

/** A publisher's own page: entities with names, tags of HTML, initials, `eprint` as a URL. */
function publisherPage(original: Work): Entry {
  const work = whole(original);
  const key = `doi:${work.doi.replace(/_.*/, "")}`;
  const text = (value: string): string => written(value, { ...namedHtml, m: '<span class="math">x</span>' });
  return {
    key,
    source: source(
      "article",
      key,
      {
        author: givenFirst(
          work.authors.map(([given, ...rest]) => [initials(given), ...rest] as const),
          (part) => part,
        ),
        title: `<span class="title">${text(work.title)}</span>`,
        journal: text(work.journal),
        volume: work.volume,
        number: `${work.issue}-${Number(work.issue) + 1}`,
        pages: `${work.pages[0]}–${work.pages[1]}`,
        year: work.year,
        publisher: text(work.publisher),
        doi: `doi: ${work.doi}`,
        URL: `https://example.org/doi/${work.doi}`,
        eprint: `https://example.org/doi/pdf/${work.doi}`,
        abstract: ` <section><h3>Background</h3><p>${text(work.abstract)}</p></section> `,
      },
      { indent: "", equals: " = ", end: "\n}" },
    ),
    title: hasFormula(work.title) ? undefined : plainly(work.title),
  };
}

/** Crossref, and what publishers export. */
export const publisherEntries = (first: number): Entry[] => [
  ...works(first, 18).map(crossref),
  ...works(first + 18, 18).map(acm),
  ...works(first + 36, 18).map(ieee),
  ...works(first + 54, 12).map(publisherPage),
];
