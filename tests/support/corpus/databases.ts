import { type Entry, expected, familyFirst, initials, source } from "./entry.ts";
import { handManner } from "./latex-manners.ts";
import { hasFormula, html, plainly, written } from "./marked-text.ts";
import { type Work, works } from "./works.ts";

const byHand = (text: string): string => written(text, handManner);
const asHtml = (text: string): string =>
  written(text.replaceAll(/\$(?=\d)/g, "USD "), { ...html, text: (plain) => plain });
const title = ({ title: marked }: Work): string | undefined =>
  hasFormula(marked) ? undefined : plainly(marked.replaceAll(/\$(?=\d)/g, "USD "));

/** Scopus: initials, notes with a count and "cited By", a URL with escapes, `art_number`, `document_type`. */
function scopus(work: Work): Entry {
  const key = `${work.authors[0]?.[2].replaceAll(/[ ’]/g, "")}${work.year}${work.pages[0]}`;
  return {
    key,
    source: source(
      "ARTICLE",
      key,
      {
        author: work.authors
          .map(
            ([given, particle, family]) =>
              `${[particle, family].filter(Boolean).join(" ")}, ${initials(given, "")}`,
          )
          .join(" and "),
        title: asHtml(work.title),
        journal: asHtml(work.journal),
        year: work.year,
        volume: work.volume,
        number: work.issue,
        pages: work.number % 2 ? work.pages.join("-") : "",
        art_number: work.number % 2 ? undefined : String(104_000 + work.number),
        doi: work.doi,
        note: `cited By ${work.number}`,
        url: `https://www.example.com/inward/record.uri?eid=2-s2.0-${work.number}&doi=10.1000%2fcorpus.${work.number}&partnerID=40&md5=0a`,
        affiliation: "Department of Fiction, University of Nowhere, Utopia; Institute of Paper, Utopia",
        abstract: `${asHtml(work.abstract)} © ${work.year} The Authors`,
        author_keywords: work.keywords.join(";  "),
        correspondence_address1: "Roe, A.; Department of Fiction; email: privateuser@example.org",
        publisher: asHtml(work.publisher),
        issn: "12345679",
        coden: "FICTD",
        language: "English",
        abbrev_source_title: "Ann. Imag. Res.",
        document_type: "Article",
        source: "Scopus",
      },
      { indent: "", equals: "=", end: ",\n}\n" },
    ),
    title: title(work),
  };
}

/** Web of Science: a key in upper case, values over several lines, `Unique-ID`, ResearcherIDs, names of fields with hyphens. */
function webOfScience(work: Work): Entry {
  const key = `WOS:${String(work.number).padStart(15, "0")}`;
  const folded = (text: string): string => text.replace(/(.{30,60}?) /g, "$1\n   ");
  return {
    key,
    source: source(
      "article",
      key,
      {
        Author: folded(familyFirst(work.authors, (part) => part)),
        Title: `{${folded(asHtml(work.title))}}`,
        Journal: `{${asHtml(work.journal).toUpperCase()}}`,
        Year: `{${work.year}}`,
        Volume: `{${work.volume}}`,
        Number: `{${work.issue}}`,
        Pages: `{${work.pages.join("-")}}`,
        Month: `{${["JAN", "JUN 1", "SPR", "NOV-DEC"][work.number % 4]}}`,
        Abstract: `{${folded(asHtml(work.abstract))}}`,
        Publisher: `{${asHtml(work.publisher).toUpperCase()}}`,
        DOI: `{${work.doi}}`,
        ISSN: "{1234-5679}",
        EISSN: "{2345-6787}",
        "Keywords-Plus": "{THINGS; STUFF}",
        "ResearcherID-Numbers": "{privateuser, Ann/A-1234-2010\n   }",
        "Number-of-Cited-References": "{42}",
        "Times-Cited": "{7}",
        "Unique-ID": `{${key}}`,
      },
      { indent: "", end: ",\n}\n" },
    ),
    title: title(work),
    authors: expected(work).authors,
  };
}

/** NASA ADS: macros for journals, names in braces, markup of its own in titles and abstracts. */
function ads(work: Work): Entry {
  const key = `${work.year}A&A...${work.number}A...1R`;
  const journal = ["\\aap", "\\mnras", "\\apj", "arXiv e-prints", "\\nat"][work.number % 5];
  return {
    key,
    source: source(
      "ARTICLE",
      key,
      {
        author: work.authors
          .map(([given, particle, family, suffix]) =>
            [`{${byHand([particle, family].filter(Boolean).join(" "))}}`, suffix, byHand(given)]
              .filter(Boolean)
              .join(", "),
          )
          .join(" and "),
        title: `="{${byHand(work.title)} of <ASTROBJ>NGC 9${work.number}</ASTROBJ>}"`,
        journal: journal as string,
        keywords: work.keywords.map(byHand).join(", "),
        year: `=${work.year}`,
        month: `=${"jan feb mar apr may jun jul aug sep oct nov dec".split(" ")[work.month - 1]}`,
        volume: work.volume,
        eid: `A${work.number}`,
        pages: work.number % 2 ? `A${work.number}` : `${work.pages[0]}-${work.pages[1]}`,
        abstract: `="{${byHand(work.abstract)} A mass of 5 M$_{&sun;}$ (&gt; 2 &sun;) &amp; <SUP>3</SUP>He at <A href="https://example.org">a page</A>.}"`,
        doi: work.doi,
        archivePrefix: "arXiv",
        eprint: `200${1 + (work.number % 9)}.0${1000 + work.number}`,
        primaryClass: "astro-ph.GA",
        adsurl: `https://ui.adsabs.harvard.edu/abs/${key.replace("&", "\\%26")}`,
        adsnote: "Provided by the SAO/NASA Astrophysics Data System",
      },
      { names: (name) => name.padStart(13) },
    ).replace(/^@ *(\w+)/, "@$1"),
    title: hasFormula(work.title) ? undefined : `${plainly(work.title)} of NGC 9${work.number}`,
    authors: expected(work).authors,
  };
}

/** INSPIRE: quoted values, collaborations, `SLACcitation`, a list of pages with a P. */
function inspire(work: Work): Entry {
  const key = `Zmyslona:${work.year}${String.fromCharCode(97 + (work.number % 26))}${String.fromCharCode(97 + ((work.number * 7) % 26))}`;
  return {
    key,
    source: source(
      "article",
      key,
      {
        author: familyFirst(work.authors, byHand),
        collaboration: "Imaginary",
        title: `{${byHand(work.title)}}`,
        eprint: `200${1 + (work.number % 9)}.0${2000 + work.number}`,
        archivePrefix: "arXiv",
        primaryClass: "hep-ex",
        reportNumber: `NOWHERE-EP-${work.number}, FICT-2020-01`,
        doi: work.doi,
        journal: "J. Imag. Phys. A",
        volume: `B${work.volume}`,
        pages: `P0${work.issue}00${work.number % 10}`,
        year: work.year,
        note: work.number % 3 ? undefined : "[Erratum: J.Imag.Phys.A 12, 345 (2021)]",
        SLACcitation: "%%CITATION = ARXIV:2001.01234;%%",
      },
      { indent: "    ", open: '"', close: '"' },
    ),
    title: hasFormula(work.title) ? undefined : plainly(work.title),
    authors: expected(work).authors,
  };
}

/** Databases of research: Scopus, Web of Science, ADS and INSPIRE. */
export const databaseEntries = (first: number): Entry[] => [
  ...works(first, 18).map(scopus),
  ...works(first + 18, 18).map(webOfScience),
  ...works(first + 36, 18).map(ads),
  ...works(first + 54, 18).map(inspire),
];
