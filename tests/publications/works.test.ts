import { readFileSync } from "node:fs";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { parse } from "yaml";
import { bibtexWorks } from "../../plugin/publications/bibtex/works.ts";
import { publication } from "../../plugin/publications/publication.ts";
import { escapeHtml } from "../../plugin/utils/html.ts";
import type { Report } from "../../plugin/utils/report.ts";
import { root } from "../support/site.ts";

const test = suite("the hard bibliography");

type Expected = [type: string, authors: string[], title: string, venueLine: string, titleHtml?: string];

const folder = path.join(root, "tests/fixtures/bibliography");
const expected: Record<string, Expected> = parse(readFileSync(path.join(folder, "hard.yaml"), "utf8"));
const report: Report = { problems: [], hints: [] };
const works = new Map(
  bibtexWorks(path.join(folder, "hard.bib"), report).map(({ facts }) => [facts.id, publication(facts)]),
);
const work = (id: string) => {
  const found = works.get(id);
  if (!found) throw new Error(`no publication ${id}`);
  return found;
};

test("has all of its entries, at least 60, and no problem but a command that nobody knows", () => {
  assert.equal([...works.keys()].sort(), Object.keys(expected).sort());
  assert.ok(works.size >= 60);
  assert.equal(report.problems, []);
  assert.equal(report.hints.length, 1);
  assert.match(
    report.hints[0] ?? "",
    /^field "title" of publication "unknowncommand" in .*hard\.bib:\d+ has a command that is left out: \\mycommand\.$/,
  );
});

for (const [id, [type, authors, title, venueLine, titleHtml]] of Object.entries(expected)) {
  test(id, () => {
    const found = work(id);
    assert.equal(
      [found.type, found.authorNames, found.title, found.venueLine],
      [type, authors, title, venueLine],
    );
    if (titleHtml !== "MATH") assert.is(found.titleHtml, titleHtml ?? escapeHtml(title));
  });
}

test("names have their parts", () => {
  assert.equal(work("particles").authors.slice(0, 2), [
    { family: "Beethoven", given: "Ludwig", particle: "van" },
    { family: "Vallée Poussin", given: "Charles Jean", particle: "de la" },
  ]);
  assert.equal(work("suffixes").authors[0], { family: "King", given: "Martin Luther", suffix: "Jr." });
  assert.equal(work("corporate").authors[0], { literal: "The ATLAS Collaboration" });
  assert.equal(work("incollection").editors, [
    { family: "Doe", given: "John" },
    { family: "Major", given: "Mary" },
  ]);
  assert.is(work("others").moreAuthors, true);
});

test("dates, pages and numbers have theirs", () => {
  const { year, month, volume, issue, firstPage, lastPage } = work("article");
  assert.equal([year, month, volume, issue, firstPage, lastPage], [1984, 5, "27", "2", "97", "111"]);
  assert.equal([work("dataset").year, work("dataset").month, work("dataset").day], [2019, 3, 4]);
  assert.equal([work("strings").month, work("strings").day], [10, 10]);
  assert.is(work("upper").month, 9);
  assert.equal([work("dates").month, work("dates").day], [5, 17]);
  assert.equal([work("press").year, work("press").status], [undefined, "in press"]);
  assert.equal([work("enpages").firstPage, work("enpages").lastPage], ["12", undefined]);
  assert.is(work("strings").publisher, "ACM Press, New York");
  assert.is(work("phdthesis").institution, "Universität Marburg");
  assert.is(work("dataset").doi, "10.5281/zenodo.12345");
  assert.is(work("online").url, "https://example.org/a_b?c=%20d&e=1");
  assert.is(work("arxiveprint").arxiv, "2106.09685");
  assert.is(work("arxivjournal").arxiv, "2011.14522");
});

test("a work does not inherit what is its volume's alone", () => {
  assert.is(work("child").doi, undefined);
  assert.equal([work("child").firstPage, work("child").publisher], ["5", "Springer"]);
});

test("formulas are MathML, in which nothing is left of LaTeX", () => {
  assert.match(
    work("mathsquare").titleHtml,
    /^Sorting in <math>.*<msup><mi>n<\/mi><mn>2<\/mn><\/msup>.*<\/math> time$/,
  );
  assert.match(work("mathless").titleHtml, /<mo>&lt;<\/mo>.* &amp; <math>.*<mo>≥<\/mo>/);
});

test("the source of an entry stands alone, without what only a theme reads", () => {
  assert.is(
    work("strings").bibtex,
    '@article{strings,\n  author = {Jane Roe},\n  title = {Strings},\n  journal = {Theoretical Computer Science} # { B},\n  publisher = "ACM Press" # ", New York",\n  year = 2017,\n  month = 10 # "~" # oct,\n}',
  );
  assert.match(work("child").bibtex ?? "", /^@inproceedings\{child,[\s\S]+\n\}\n\n@proceedings\{parent,/);
});

test("its CSL-JSON is text, with names in parts", () => {
  const { csl } = work("mathmu");
  assert.is(csl?.title, "μP: Feature Learning");
  assert.equal(work("corporate").csl?.author, [
    { literal: "The ATLAS Collaboration" },
    { literal: "Barnes and Noble, Inc." },
    { literal: "NASA" },
    { given: "Jane", family: "Roe" },
  ]);
  assert.is(work("subtitle").csl?.publisher, "Wiley and Sons");
  assert.not.match(JSON.stringify([...works.values()]), /[\uE000-\uF8FF]/);
});

test.run();
