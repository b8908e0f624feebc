import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { bibtexWorks } from "../../plugin/publications/bibtex/works.ts";
import { citationsOf } from "../../plugin/publications/cite/references.ts";
import type { Publication } from "../../plugin/publications/publication.ts";
import { publication } from "../../plugin/publications/publication.ts";
import type { Report } from "../../plugin/utils/report.ts";
import { references } from "./types-table.ts";
import { documentReferences } from "./types-table-documents.ts";
import { fieldReferences } from "./types-table-fields.ts";
import { mediaReferences } from "./types-table-media.ts";

const test = suite<{ folder: string }>("types of .bib entries");

test.before((context) => {
  context.folder = mkdtempSync(path.join(tmpdir(), "indigo-types-"));
});

test.after(({ folder }) => rmSync(folder, { recursive: true }));

function read(folder: string, source: string): { works: Publication[]; report: Report } {
  const file = path.join(folder, "a.bib");
  writeFileSync(file, source);
  const report: Report = { problems: [], hints: [] };
  const works = bibtexWorks(file, report).map(({ facts }) => publication(facts));
  return { works, report };
}

/** The types of BibTeX and BibLaTeX (manual, section 2.1), with their CSL types. */
const types: Record<string, string> = {
  "article-journal": "article suppperiodical",
  book: "book mvbook bookinbook booklet collection mvcollection proceedings mvproceedings reference mvreference commentary",
  chapter: "incollection suppbook suppcollection",
  "paper-conference": "inproceedings conference",
  thesis: "thesis phdthesis mastersthesis",
  report: "report techreport manual",
  document: "misc bibnote custom customa customf",
  webpage: "online electronic www",
  dataset: "dataset",
  software: "software",
  patent: "patent",
  periodical: "periodical",
  entry: "inreference",
  manuscript: "unpublished",
  graphic: "artwork",
  song: "audio",
  figure: "image",
  legal_case: "jurisdiction case",
  legislation: "legislation statute",
  treaty: "legal",
  personal_communication: "letter",
  motion_picture: "movie video",
  musical_score: "music",
  performance: "performance",
  review: "review",
  standard: "standard",
};

for (const [csl, names] of Object.entries(types)) {
  test(`${names}: ${csl}`, ({ folder }) => {
    for (const name of names.split(" ")) {
      const { works, report } = read(folder, `@${name}{a, title = {T}, year = 2020}`);
      assert.equal([works[0]?.type, report], [csl, { problems: [], hints: [] }], name);
    }
  });
}

test("an @inbook of BibTeX is a part of a book, that of BibLaTeX a chapter", ({ folder }) => {
  const { works } = read(
    folder,
    `@inbook{a, title = {Graphs}, chapter = 3, pages = {1--2}, publisher = {P}, year = 2020}
@inbook{b, title = {Graphs}, chapter = {Small Graphs}, publisher = {P}, year = 2020}
@inbook{c, title = {Small Graphs}, booktitle = {Graphs}, publisher = {P}, year = 2020}
@inbook{d, title = {Graphs}, chapter = {Chapter~IV}, publisher = {P}, year = 2020}`,
  );
  assert.equal(
    works.map(({ type, title, venue }) => [type, title, venue]),
    [
      ["book", "Graphs", "P"],
      ["chapter", "Small Graphs", "Graphs"],
      ["chapter", "Small Graphs", "Graphs"],
      ["book", "Graphs", "P"],
    ],
  );
});

test("an unknown type is kept as a document, and the nearest type is suggested", ({ folder }) => {
  const { works, report } = read(folder, "@inprocedings{a, title = {T}, year = 2020}");
  assert.is(works[0]?.type, "document");
  assert.match(report.hints[0] ?? "", 'Did you mean "inproceedings"?');
});

const plain = (html: string): string =>
  html
    .replace(/<a [^>]*>|<\/a>/g, "")
    .replace(/<\/?i>/g, "*")
    .replaceAll("&#38;", "&");

const tables = [...references, ...documentReferences, ...mediaReferences, ...fieldReferences];

for (const { entry, differs = {}, ...expected } of tables) {
  test(entry.replace(/\s+/g, " ").slice(0, 100), ({ folder }) => {
    const { works, report } = read(folder, entry);
    const problems = report.problems.filter((problem) => !problem.startsWith('missing field "year"'));
    assert.equal(problems, []);
    const [work] = works;
    assert.ok(work);
    for (const { style, html } of citationsOf(work, new Map(), assert.unreachable)) {
      const { shown = expected[style] } = differs[style] ?? {};
      assert.is(plain(html), shown, style);
      if (differs[style]) assert.is.not(shown, expected[style], "the style writes it as its manual does now");
    }
  });
}

test.run();
