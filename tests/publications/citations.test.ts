import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type Citation, citationsOf } from "../../plugin/publications/cite/references.ts";
import type { PublicationFacts } from "../../plugin/publications/publication.ts";
import { publication } from "../../plugin/publications/publication.ts";

// What is expected follows the styles' own rules: APA's Publication Manual (7th edition, chapters 9 and 10), the Chicago
// Manual of Style (author-date, chapter 15 of the 17th edition), the IEEE Reference Guide.

const test = suite("citations");

const cite = (facts: Partial<PublicationFacts>): Record<Citation["style"], string> => {
  const known = { title: "Untitled", authors: [], editors: [], venue: "", selected: false, links: [] };
  const work = publication({ ...known, type: "document", ...facts });
  const found = { APA: "", Chicago: "", IEEE: "" };
  for (const { style, html } of citationsOf(work, new Map(), assert.unreachable)) found[style] = html;
  return found;
};

const link = (address: string, words = address): string => `<a href="${address}">${words}</a>`;

test("an article: names, volume, issue, pages and DOI", () => {
  const found = cite({
    type: "article-journal",
    title: "Flight of fruit flies",
    authors: [
      { family: "Doe", given: "Jane A." },
      { family: "Roe", given: "Richard" },
      { family: "King", given: "Martin Luther", suffix: "Jr." },
    ],
    venue: "Journal of Testing",
    year: 2021,
    month: 5,
    volume: "12",
    issue: "3",
    firstPage: "45",
    lastPage: "67",
    doi: "10.1000/xyz.1",
    url: "https://example.org/not-beside-a-doi",
  });
  const doi = "https://doi.org/10.1000/xyz.1";
  assert.equal(found, {
    APA: `Doe, J. A., Roe, R., &#38; King, M. L., Jr. (2021). Flight of fruit flies. <i>Journal of Testing</i>, <i>12</i>(3), 45–67. ${link(doi)}`,
    Chicago: `Doe, Jane A., Richard Roe, and Martin Luther King Jr. 2021. “Flight of Fruit Flies.” <i>Journal of Testing</i> 12 (3): 45–67. ${link(doi)}.`,
    IEEE: `J. A. Doe, R. Roe, and M. L. King Jr., “Flight of fruit flies,” <i>Journal of Testing</i>, vol. 12, no. 3, pp. 45–67, May 2021, doi: ${link(doi, "10.1000/xyz.1")}.`,
  });
});

test("a paper in proceedings that have an editor, by a person and a collaboration", () => {
  const found = cite({
    type: "paper-conference",
    title: "Finding a boson",
    authors: [{ family: "Hu", given: "Edward J." }, { literal: "The ATLAS Collaboration" }],
    editors: [{ family: "Roe", given: "Richard" }],
    venue: "Proceedings of the 35th Conference on Tests",
    year: 2022,
    firstPage: "1",
    lastPage: "9",
    publisher: "ACM",
  });
  assert.equal(found, {
    APA: "Hu, E. J., &#38; The ATLAS Collaboration. (2022). Finding a boson. In R. Roe (Ed.), <i>Proceedings of the 35th Conference on Tests</i> (pp. 1–9). ACM.",
    Chicago:
      "Hu, Edward J., and The ATLAS Collaboration. 2022. “Finding a Boson.” In <i>Proceedings of the 35th Conference on Tests</i>, edited by Richard Roe, 1–9. ACM.",
    IEEE: "E. J. Hu and The ATLAS Collaboration, “Finding a boson,” in <i>Proceedings of the 35th Conference on Tests</i>, R. Roe, Ed., ACM, 2022, pp. 1–9.",
  });
});

test("a book", () => {
  const book: Partial<PublicationFacts> = {
    type: "book",
    title: "A book of rules",
    authors: [{ family: "Smith", given: "Anna" }],
    publisher: "MIT Press",
    year: 1999,
    isbn: "9780262000000",
  };
  assert.equal(cite(book), {
    APA: "Smith, A. (1999). <i>A book of rules</i>. MIT Press.",
    Chicago: "Smith, Anna. 1999. <i>A Book of Rules</i>. MIT Press.",
    IEEE: "A. Smith, <i>A book of rules</i>. MIT Press, 1999.",
  });
});

test("a thesis from BibLaTeX, whose author's name has a particle", () => {
  const found = cite({
    csl: {
      type: "thesis",
      title: "On theses",
      author: [{ family: "Berg", given: "Anna", "non-dropping-particle": "van der" }],
      genre: "phdthesis",
      publisher: "University of Tests",
      issued: { "date-parts": [[2015]] },
    },
  });
  assert.equal(found, {
    APA: "van der Berg, A. (2015). <i>On theses</i> [Doctoral dissertation]. University of Tests.",
    Chicago: "Berg, Anna van der. 2015. “On Theses.” PhD diss., University of Tests.",
    IEEE: "A. van der Berg, “On theses,” Ph.D. dissertation, University of Tests, 2015.",
  });
});

test("a particle in a name of YAML", () => {
  const found = cite({
    type: "article-journal",
    title: "Sonata",
    authors: [{ family: "Beethoven", given: "Ludwig", particle: "van" }],
    venue: "Musik",
    year: 1801,
  });
  assert.match(found.APA, /^van Beethoven, L\. \(1801\)\./);
  assert.match(found.Chicago, /^Beethoven, Ludwig van\. 1801\./);
  assert.match(found.IEEE, /^L\. van Beethoven, /);
});

test("neither authors nor year: the title takes the authors' place", () => {
  assert.equal(cite({ title: "Nameless work" }), {
    APA: "<i>Nameless work</i>. (n.d.).",
    Chicago: "“Nameless Work.” n.d.",
    IEEE: "“Nameless work.”",
  });
});

test("authors whom the source leaves out", () => {
  const two = [
    { family: "Hu", given: "Edward" },
    { family: "Roe", given: "Jane" },
  ];
  const facts: Partial<PublicationFacts> = {
    type: "article-journal",
    title: "Many",
    moreAuthors: true,
    venue: "Crowds",
    year: 2021,
  };
  assert.equal(cite({ ...facts, authors: two }), {
    APA: "Hu, E., Roe, J., et al. (2021). Many. <i>Crowds</i>.",
    Chicago: "Hu, Edward, Jane Roe, et al. 2021. “Many.” <i>Crowds</i>.",
    IEEE: "E. Hu, J. Roe, <i>et al.</i>, “Many,” <i>Crowds</i>, 2021.",
  });
  assert.is(cite({ ...facts, authors: two.slice(1) }).APA, "Roe, J., et al. (2021). Many. <i>Crowds</i>.");
  assert.is(cite(facts).APA, "Many. (2021). <i>Crowds</i>.");
});

test("what is at arXiv alone says so", () => {
  const found = cite({
    type: "article",
    title: "Low rank",
    authors: [{ family: "Hu", given: "Edward" }],
    year: 2021,
    arxiv: "2106.09685",
  });
  const address = link("https://arxiv.org/abs/2106.09685");
  assert.is(found.APA, `Hu, E. (2021). <i>Low rank</i>. arXiv. ${address}`);
  assert.is(found.Chicago, `Hu, Edward. 2021. “Low Rank.” arXiv. ${address}.`);
});

test("two of one author and year are not told apart by letters", () => {
  const work: Partial<PublicationFacts> = { authors: [{ family: "Roe", given: "Jane" }], year: 2020 };
  assert.match(cite({ ...work, title: "One" }).APA, "(2020)");
  assert.match(cite({ ...work, title: "Two" }).APA, "(2020)");
  assert.match(cite({ ...work, title: "One" }).Chicago, "Roe, Jane. 2020. ");
});

test("a title's emphasis stays, and nothing else is markup", () => {
  const title = "<i>E. coli</i> in H<sub>2</sub>O <script>alert(1)</script> <img src=x onerror=y>";
  const csl = { type: "article-journal", title, "container-title": "Cell" };
  for (const html of Object.values(cite({ csl }))) {
    assert.match(html, /<i>E\. coli<\/i> in H<sub>2<\/sub>O &#60;script&#62;/i);
    assert.not.match(html, /<(?!\/?(?:i|sub)>)/);
  }
});

test("emphasis in a title in italics is upright", () => {
  const csl = { type: "book", title: "The <i>Iliad</i> read" };
  assert.is(cite({ csl }).APA, "<i>The </i>Iliad<i> read</i>. (n.d.).");
  assert.is(cite({ csl: { ...csl, title: "<i>Iliad</i>" } }).IEEE, "Iliad.");
});

test("no text, in whatever field, becomes a tag, an attribute or a link of another kind", () => {
  const bad = `"><script>alert(1)</script><a href="javascript:x" onclick='y'>z</a><b style="x">`;
  const fields = [
    "title",
    "container-title",
    "publisher",
    "volume",
    "page",
    "DOI",
    "URL",
    "genre",
    "ISBN",
    "number",
  ];
  const item = Object.fromEntries(fields.map((field) => [field, bad]));
  for (const type of [
    "article-journal",
    "book",
    "webpage",
    "thesis",
    "report",
    "paper-conference",
    "unknown",
  ]) {
    for (const url of [
      "javascript:alert(1)",
      "data:text/html,x",
      `https://example.org/${bad}`,
      "//example.org",
    ]) {
      const author = [{ family: bad, given: bad }, { literal: bad }];
      const found = cite({ csl: { ...item, type, URL: url, DOI: url, author } });
      for (const html of Object.values(found)) {
        for (const [tag] of html.matchAll(/<[^>]*>?/g)) {
          assert.match(tag, /^<\/?(?:i|b|sup|sub|a)>$|^<a href="https?:\/\/[^"<>\s]+">$/);
        }
        const opened = html.match(/<\w+/g)?.length ?? 0;
        assert.is(html.match(/<\//g)?.length ?? 0, opened, html);
      }
    }
  }
});

test("items with next to nothing, or with parts of no use", () => {
  for (const csl of [
    {},
    { type: "article" },
    { issued: { "date-parts": [[]] } },
    { author: [] },
    { id: 7 },
  ]) {
    assert.is(cite({ title: "Known", csl }).IEEE.includes("Known"), true, JSON.stringify(csl));
  }
});

test.run();
