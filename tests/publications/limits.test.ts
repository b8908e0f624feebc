import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { bibtexWorks } from "../../plugin/publications/bibtex/works.ts";
import type { Report } from "../../plugin/utils/report.ts";
import { processorTime } from "../support/processor-time.ts";

const test = suite("limits of .bib files");

const folder = mkdtempSync(path.join(tmpdir(), "indigo-limits-"));
test.after(() => rmSync(folder, { recursive: true }));

/** Reads a .bib file; returns its titles and messages, without the path of the folder. */
function read(source: string): { titles: string[]; messages: string; bibtex: number } {
  const file = path.join(folder, "a.bib");
  writeFileSync(file, source);
  const report: Report = { problems: [], hints: [] };
  const works = bibtexWorks(file, report);
  return {
    titles: works.map(({ facts }) => facts.title),
    messages: [...report.problems, ...report.hints].join("\n").replaceAll(`${folder}/`, ""),
    bibtex: works.reduce((sum, { facts }) => sum + (facts.bibtex?.length ?? 0), 0),
  };
}

const other = "@misc{b, title = {Other}, year = 2020}\n";

const cases: [name: string, source: string, message: string][] = [
  [
    "a long @string in a field, often",
    `@string{s = {${"S".repeat(9_000)}}}\n@misc{a, title = {T}, year = 2020, note = s${" # s".repeat(1_000)}}\n`,
    'field "note" of publication "a" in a.bib:2 uses an @string that adds more than 131,000 characters in the file; the field is left out.',
  ],
  [
    "deeply nested braces",
    `@misc{a, title = {T}, year = 2020, note = {${"{".repeat(50_000)}${"}".repeat(50_000)}}}\n`,
    'field "note" of publication "a" in a.bib:1 has braces more than 100 levels deep; it is left out.',
  ],
  [
    "a name of very many words",
    `@misc{a, title = {T}, year = 2020, author = {${"Ab ".repeat(30_000)}}}\n`,
    'field "author" of publication "a" in a.bib:1 has a name of 30000 words, which is kept as one text',
  ],
];

for (const [name, source, message] of cases) {
  test(`${name}: is reported, and other entries are read`, () => {
    const { titles, messages } = read(source + other);
    assert.equal(titles, ["T", "Other"]);
    assert.ok(messages.includes(message), messages);
  });
}

test("a long parent that many entries inherit is left out after a limit, with a message", () => {
  const entries = Array.from(
    { length: 800 },
    (_, index) => `@inproceedings{k${index}, title = {T}, year = 2020, crossref = {p}}\n`,
  );
  const source = `${entries.join("")}@proceedings{p, title = {${"P".repeat(50_000)}}, year = 2020}\n`;
  const { titles, messages, bibtex } = read(source);
  assert.is(titles.length, 801);
  assert.match(
    messages,
    /publication "k799" in a\.bib:800 inherits by "crossref" or "xdata" what adds more than [\d,]+ characters in the file; what it inherits is left out\./,
  );
  assert.ok(bibtex < 3_000_000, `${bibtex} characters`);
});

test("comments and preambles without an end, and blank lines, take no long time", () => {
  for (const piece of ["@comment{\n", "@preamble{\n", " "]) {
    const start = processorTime();
    assert.equal(read(`${other}${piece.repeat(100_000 / piece.length)}x\n`).titles, ["Other"]);
    assert.ok(processorTime() - start < 8_000, piece);
  }
});

test.run();
