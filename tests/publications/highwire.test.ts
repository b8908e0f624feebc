import { suite } from "uvu";
import * as assert from "uvu/assert";
import { highwireTags } from "../../plugin/publications/cite/highwire.ts";
import type { PublicationFacts } from "../../plugin/publications/publication.ts";
import { publication } from "../../plugin/publications/publication.ts";

// What is expected is written by hand from Google Scholar's guidelines, whose words stand beside it.
// https://scholar.google.com/intl/en/scholar/inclusion.html#indexing

const test = suite("Highwire tags");

const origin = "https://example.org";
const ownFile = (url: string): string | undefined => (/^https?:/.test(url) ? undefined : `${origin}${url}`);

/** The elements of a publication, one a line: `title: A title`. */
function tags(facts: Partial<PublicationFacts>): string[] {
  const whole = publication({
    title: "A title",
    authors: [],
    editors: [],
    venue: "",
    type: "document",
    selected: false,
    links: [],
    ...facts,
  });
  return highwireTags(whole, { ownFile }).map(({ name, content }) => {
    assert.match(name, /^citation_/);
    return `${name.slice("citation_".length)}: ${content}`;
  });
}

/** What one kind of element holds. */
const only = (name: string, facts: Partial<PublicationFacts>): string[] =>
  tags(facts).flatMap((tag) => (tag.startsWith(`${name}: `) ? [tag.slice(name.length + 2)] : []));

const authors = [
  { given: "Edward J.", family: "Hu" },
  { given: "Greg", family: "Yang" },
];

const types: [type: PublicationFacts["type"], facts: Partial<PublicationFacts>, expected: string[]][] = [
  // "For journal and conference papers, provide the remaining bibliographic citation data in the following tags".
  [
    "article-journal",
    {
      venue: "Journal of Tests",
      year: 2009,
      month: 5,
      volume: "271",
      issue: "20",
      firstPage: "11761",
      lastPage: "11766",
      doi: "10.1000/182",
      publisher: "Tests Press",
    },
    [
      "publication_date: 2009/5",
      "journal_title: Journal of Tests",
      "volume: 271",
      "issue: 20",
      "firstpage: 11761",
      "lastpage: 11766",
      "doi: 10.1000/182",
      "publisher: Tests Press",
    ],
  ],
  [
    "paper-conference",
    { venue: "International Conference on Tests", year: 2022, firstPage: "1", lastPage: "9", isbn: "978-3" },
    [
      "publication_date: 2022",
      "conference_title: International Conference on Tests",
      "firstpage: 1",
      "lastpage: 9",
      "isbn: 978-3",
    ],
  ],
  [
    "chapter",
    { venue: "Handbook of Tests", year: 2015, firstPage: "33", lastPage: "60", publisher: "Tests Press" },
    [
      "publication_date: 2015",
      "inbook_title: Handbook of Tests",
      "firstpage: 33",
      "lastpage: 60",
      "publisher: Tests Press",
    ],
  ],
  // "For theses, dissertations, and technical reports, provide the remaining bibliographic citation data in the following
  // tags: citation_dissertation_institution, citation_technical_report_institution".
  [
    "thesis",
    { venue: "PhD thesis, Université de Montréal", institution: "Université de Montréal", year: 2024 },
    ["publication_date: 2024", "dissertation_institution: Université de Montréal"],
  ],
  [
    "report",
    { venue: "Technical report 7, Tests Lab", institution: "Tests Lab", year: 2011 },
    ["publication_date: 2011", "technical_report_institution: Tests Lab"],
  ],
  [
    "book",
    { venue: "Tests Press", publisher: "Tests Press", year: 2001, isbn: "978-0-262-03384-8" },
    ["publication_date: 2001", "isbn: 978-0-262-03384-8", "publisher: Tests Press"],
  ],
  [
    "dataset",
    { venue: "Zenodo", publisher: "Zenodo", year: 2023, doi: "10.5281/zenodo.1" },
    ["publication_date: 2023", "doi: 10.5281/zenodo.1", "publisher: Zenodo"],
  ],
  [
    "article",
    { venue: "arXiv:2106.09685", year: 2021, arxiv: "2106.09685" },
    ["publication_date: 2021", "arxiv_id: 2106.09685"],
  ],
];

for (const [type, facts, expected] of types) {
  test(`of the type ${type}`, () => {
    assert.equal(tags({ type, authors, ...facts }), [
      "title: A title",
      "author: Edward J. Hu",
      "author: Greg Yang",
      ...expected,
    ]);
  });
}

test("a work with nothing but a title has nothing but a title", () => {
  assert.equal(tags({}), ["title: A title"]);
  assert.equal(tags({ type: "article-journal" }), ["title: A title"]);
});

test("a thesis or report whose school is not known has its venue for it", () => {
  assert.equal(only("dissertation_institution", { type: "thesis", venue: "Mila" }), ["Mila"]);
  assert.equal(only("technical_report_institution", { type: "report", venue: "Tests Lab" }), ["Tests Lab"]);
  assert.equal(only("dissertation_institution", { type: "book", institution: "Mila" }), []);
});

// "Use full dates in the "2010/5/12" format if available; or a year alone otherwise."
const dates: [facts: Partial<PublicationFacts>, expected: string[]][] = [
  [{ year: 2010, month: 5, day: 12 }, ["2010/5/12"]],
  [{ year: 2010, month: 12 }, ["2010/12"]],
  [{ year: 2010 }, ["2010"]],
  [{ year: 2010, day: 12 }, ["2010"]],
  [{ month: 5, day: 12 }, []],
  [{ status: "in press" }, []],
];

for (const [facts, expected] of dates) {
  test(`the date ${JSON.stringify(facts)}`, () => assert.equal(only("publication_date", facts), expected));
}

// "each author name in a separate tag": "John Smith" and "Smith, John" are both read, and nothing but the name is in it.
const names: [written: PublicationFacts["authors"][number], expected: string][] = [
  [{ given: "Ludwig", particle: "van", family: "Beethoven" }, "Ludwig van Beethoven"],
  [
    { given: "Charles Louis Xavier Joseph", particle: "de la", family: "Vallée Poussin" },
    "Charles Louis Xavier Joseph de la Vallée Poussin",
  ],
  [{ given: "Jean", particle: "d’", family: "Alembert" }, "Jean d’Alembert"],
  [{ given: "Jean", particle: "d'", family: "Alembert" }, "Jean d'Alembert"],
  [{ given: "Martin Luther", family: "King", suffix: "Jr." }, "Martin Luther King Jr."],
  [{ given: "William", family: "Gates", suffix: "III" }, "William Gates III"],
  [{ literal: "The ATLAS Collaboration" }, "The ATLAS Collaboration"],
  [{ family: "Plato" }, "Plato"],
  ["Edward J. Hu", "Edward J. Hu"],
  ["Hu, Edward J.", "Edward J. Hu"],
  ["王小明", "王小明"],
  // Marks of equal contribution and the like.
  ["Edward J. Hu*", "Edward J. Hu"],
  ["Edward J. Hu *", "Edward J. Hu"],
  ["Hu*, Edward J.", "Edward J. Hu"],
  ["Hu, Edward J.*", "Edward J. Hu"],
  [{ given: "Greg", family: "Yang†" }, "Greg Yang"],
  [{ given: "Greg", family: "Yang*,†" }, "Greg Yang"],
  [{ given: "Greg*", family: "Yang" }, "Greg Yang"],
  [{ given: "Martin Luther", family: "King", suffix: "Jr.‡" }, "Martin Luther King Jr."],
  [{ literal: "The ATLAS Collaboration§" }, "The ATLAS Collaboration"],
  [{ given: "Greg", family: "Yang∗" }, "Greg Yang"],
  // What is no mark stays.
  ["Conan O'Brien", "Conan O'Brien"],
  ["Anne-Marie Saint-Exupéry", "Anne-Marie Saint-Exupéry"],
  [{ literal: "*" }, "*"],
];

for (const [written, expected] of names) {
  test(`the author ${JSON.stringify(written)}`, () =>
    assert.equal(only("author", { authors: [written] }), [expected]));
}

test("every author has an element of their own, in order", () => {
  const many = Array.from({ length: 40 }, (_, at) => ({ given: "A.", family: `Author${at}` }));
  assert.equal(
    only("author", { authors: many }),
    many.map(({ family }) => `A. ${family}`),
  );
});

// "The content of the tag is the absolute URL of the PDF file"; Scholar takes none from another host.
const link = (url: string, label = "PDF"): PublicationFacts["links"][number] => ({ label, url });
const pdfs: [links: PublicationFacts["links"], expected: string[]][] = [
  [[link("/assets/pdf/a.pdf")], ["https://example.org/assets/pdf/a.pdf"]],
  [[link("/assets/pdf/A.PDF")], ["https://example.org/assets/pdf/A.PDF"]],
  [[link("https://other.example/a.pdf")], []],
  [[link("//other.example/a.pdf")], []],
  [[link("https://other.example/a.pdf"), link("/a.pdf", "Preprint")], ["https://example.org/a.pdf"]],
  [[link("/a.html"), link("/pdf/")], []],
  [[link("/slides.pdf", "Slides"), link("/a.pdf")], ["https://example.org/a.pdf"]],
  [[link("/slides.pdf", "Slides"), link("/poster.pdf", "Poster"), link("/s.pdf", "Supplement")], []],
  [[link("mailto:a.pdf")], []],
  [[], []],
];

for (const [links, expected] of pdfs) {
  test(`the PDF among ${links.map(({ label, url }) => `${label} ${url}`).join(", ") || "no links"}`, () =>
    assert.equal(only("pdf_url", { links }), expected));
}

test("a site without an address of its own names no PDF", () => {
  const whole = publication({
    title: "A title",
    authors: [],
    editors: [],
    venue: "",
    type: "document",
    selected: false,
    links: [link("/a.pdf")],
  });
  const found = highwireTags(whole, { ownFile: () => undefined });
  assert.equal(found, [{ name: "citation_title", content: "A title" }]);
});

test("every keyword has an element of its own", () => {
  assert.equal(only("keywords", { keywords: ["language models", "adaptation"] }), [
    "language models",
    "adaptation",
  ]);
});

test.run();
