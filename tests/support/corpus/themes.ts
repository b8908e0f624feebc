import { type Entry, expected, familyFirst, source } from "./entry.ts";
import { biblatexManner, handManner, oldManner } from "./latex-manners.ts";
import { hasFormula, plainly, written } from "./marked-text.ts";
import { type Work, works } from "./works.ts";

const byHand = (text: string): string => written(text, handManner);
const biblatex = (text: string): string => written(text, biblatexManner);
const inTitle = (text: string): string | undefined => (hasFormula(text) ? undefined : plainly(text));

/** al-folio: its own fields, marks after names, switches without braces, HTML in `annotation`. */
function alFolio(work: Work): Entry {
  const key = `alfolio${work.number}`;
  const marks = ["*", "", "$^\\dagger$", "\\textsuperscript{1}"];
  return {
    key,
    source: source(work.number % 2 ? "article" : "inproceedings", key, {
      bibtex_show: "=true",
      selected: work.number % 3 ? "={true}" : "=true",
      abbr: ["NeurFict", "<a href='https://example.org'>SISS</a>", "J. Roe \\& Li"][work.number % 3],
      title: byHand(work.title),
      author: work.authors
        .map(([given, particle, family, suffix], index) =>
          [
            [particle, family].filter(Boolean).join(" "),
            suffix,
            given + (marks[(work.number + index) % 4] ?? ""),
          ]
            .filter(Boolean)
            .join(", "),
        )
        .join(" and "),
      abstract: byHand(work.abstract),
      [work.number % 2 ? "journal" : "booktitle"]: byHand(work.number % 2 ? work.journal : work.conference),
      year: work.year,
      month: ["=June", "=april", "=sep", "December"][work.number % 4],
      doi: work.doi,
      html: `https://example.org/html/${work.number}`,
      pdf: work.number % 2 ? `https://example.org/${work.number}.pdf` : "paper.pdf",
      code: "github.com/example/roe",
      slides: "https://example.org/slides.pdf",
      annotation: "* Equal contribution. <br> <b>Oral</b> (top 1.2\\% &amp; best)",
      additional_info: "<i>Also</i> at \\textbf{{ACME} 2021}.",
      award: "Best paper of <em>Utopia</em>",
      award_name: "Best {Paper}",
      google_scholar_id: `abc${work.number}`,
      altmetric: "=true",
      dimensions: "true",
      preview: "missing.gif",
      website: "www.example.org",
      video: "https://www.youtube.com/watch?v=abc\\_def\\&t=1s",
    }),
    title: inTitle(work.title),
    authors: work.authors.some(([given]) => /[^\p{Script=Latin}.\s-]/u.test(given))
      ? undefined
      : expected(work).authors,
  };
}

const types =
  "article book collection incollection inproceedings thesis report online dataset software patent unpublished misc manual inbook inreference mvbook periodical".split(
    " ",
  );

/** Each type of BibLaTeX, with the fields that BibLaTeX alone has. */
function ofType(work: Work, index: number): Entry {
  const type = types[index % types.length] ?? "misc";
  const key = `biblatex-${type}-${work.number}`;
  const isPart = /^in/.test(type);
  return {
    key,
    source: source(type, key, {
      title: biblatex(work.title),
      titleaddon: index % 6 ? undefined : "With a supplement",
      author: familyFirst(work.authors, biblatex),
      editor: isPart ? "Kim, Cy and Ito, Di" : undefined,
      editortype: isPart && index % 2 ? "compiler" : undefined,
      translator: index % 5 ? undefined : "Özrük, Çağla",
      booktitle: isPart ? biblatex(work.conference) : undefined,
      journaltitle: type === "article" ? biblatex(work.journal) : undefined,
      journalsubtitle: type === "article" ? "A \\enquote{quarterly}" : undefined,
      institution: /thesis|report/.test(type) ? "Universität Nirgendwo" : undefined,
      publisher: /book|coll|inpro|inref/.test(type) ? biblatex(work.publisher) : undefined,
      location: "Nowhere and Utopia",
      type: { thesis: "phdthesis", report: "techreport", patent: "patentus" }[type],
      number: work.issue,
      volume: work.volume,
      volumes: type === "mvbook" ? "3" : undefined,
      series: index % 4 ? undefined : "Fictional Series",
      edition: type === "book" ? "2" : undefined,
      version: type === "software" ? "2.0.1" : undefined,
      date: ["2001-05-04", "2001-05/2001-07", "2001~", "2001-21", "1999/2001", "2020-05-04T10:00:00"][
        index % 6
      ],
      origdate: index % 7 ? undefined : "1890",
      pubstate: index % 9 ? undefined : "inpress",
      pages:
        index % 2
          ? `${work.pages[0]}\\bibrangedash ${work.pages[1]}`
          : `12\\bibrangessep ${work.pages.join("--")}`,
      pagetotal: /book|manual/.test(type) ? "xii + 320" : undefined,
      isbn: /book/.test(type) ? "978-0-306-40615-7" : undefined,
      url: work.url,
      urldate: "2024-01-02",
      eprint: index % 4 ? undefined : "2001.01234",
      eprinttype: index % 4 ? undefined : "arxiv",
      eprintclass: index % 4 ? undefined : "math.CO",
      addendum: index % 8 ? undefined : "\\mkbibbold{Reprinted} \\emph{twice}",
      note: index % 3 ? undefined : "In \\foreignlanguage{german}{Übersetzung}",
      howpublished: type === "misc" ? "\\url{https://example.org/misc_1}" : undefined,
      keywords: work.keywords.map(biblatex).join(", "),
      langid: "ngerman",
      options: "useprefix=true",
    }),
    title: index % 6 ? inTitle(work.title) : undefined,
    authors: type === "periodical" ? undefined : expected(work).authors,
  };
}

/** By hand over twenty years: macros, declarations, quotes as delimiters, concatenation, a comma too many. */
function byHandOver(work: Work, index: number): Entry {
  const key = `old-${work.number}`;
  const old = (text: string): string => written(text, oldManner);
  return {
    key,
    source: source(
      ["InProceedings", "ARTICLE", "Book", "MastersThesis", "misc"][index % 5] ?? "misc",
      key,
      {
        author: familyFirst(work.authors, old).replace(/ and /g, index % 2 ? "\n\t and " : " and "),
        title:
          `="${old(work.title).replaceAll('\\"', '{\\"}').replaceAll('"', "''").replaceAll("{\\''}", '{\\"}')}"`.replace(
            /\{\\"\}(\{\\i\}|\{?\w\}?)/g,
            '{\\"$1}',
          ),
        booktitle: index % 5 === 0 ? '="Proc.\\ of the " # fict # " (to appear)"' : undefined,
        journal: index % 5 === 1 ? "=fict" : undefined,
        publisher: index % 5 === 2 ? "=acme" : undefined,
        school: index % 5 === 3 ? "Univ.\\ of Nowhere, Dept.~of Fiction" : undefined,
        howpublished:
          index % 5 === 4 ? "Available at \\href{https://example.org/~roe/a_b}{my home page}" : undefined,
        year: ["=2003", "{2004}", "to appear", "2005a", "2006, in press"][index % 5],
        month: ["=may", "={May/June}", '="5~" # jun', "=7", "{Sept.}"][index % 5],
        pages: ["1--10", "88:1----88:4", "A-1--A-5", "12, 15-18", "i--xii"][index % 5],
        volume: index % 5 === 1 ? "=12" : undefined,
        number: index % 5 === 1 ? "=3" : undefined,
        note: [
          "Accepted for {\\em publication}",
          "See \\url{https://example.org/errata_1}",
          "In French",
          "\\copyright{} Roe \\& Sons",
          undefined,
        ][index % 5],
        crossref: index === 9 ? "not-in-this-file" : undefined,
        annote: "privateuser",
      },
      { indent: "\t", end: index % 2 ? ",\n}" : "\n}" },
    ),
    authors: work.authors.some(([, , family]) => family === "Röe") ? undefined : expected(work).authors,
  };
}

/** What the entries by hand start with. */
export const handStrings =
  '@string{fict = "J. of {F}iction"}\n@string(acme = {ACME Press})\n@preamble{"\\def\\cprime{$\'$}"}\n\n';

/** al-folio's fields, BibLaTeX's types, and files by hand. */
export const themeEntries = (first: number): Record<"alFolio" | "biblatex" | "byHand", Entry[]> => ({
  alFolio: works(first, 18).map(alFolio),
  biblatex: works(first + 18, 36).map(ofType),
  byHand: works(first + 54, 25).map(byHandOver),
});
