import { suite } from "uvu";
import * as assert from "uvu/assert";
import { bibtexWorks } from "../../plugin/publications/bibtex/works.ts";
import { standardNumbers } from "../../plugin/publications/identifiers/index.ts";
import { Site } from "../support/site.ts";

const test = suite("ISBN, ISSN, volumes and pages");

const cases: Readonly<Record<"ISSN" | "ISBN", [written: string, printed: string][]>> = {
  ISSN: [
    ["1234-5679", "1234-5679"],
    ["12345679", "1234-5679"],
    ["ISSN: 1234-5679", "1234-5679"],
    ["e-ISSN 2345-6787", "2345-6787"],
    ["1234-5679 (print); 2345-6787 (Online)", "1234-5679, 2345-6787"],
    ["1234-5679, 1234-5679", "1234-5679"],
    ["1234–5679", "1234-5679"],
    // A wrong check digit, and other text
    ["ISSN: 1234-5678", "ISSN: 1234-5678"],
    ["1234-5679, 1234-5678", "1234-5679, 1234-5678"],
    ["12345678", "12345678"],
    ["1234-5679 of the old series", "1234-5679 of the old series"],
    ["n/a", "n/a"],
  ],
  ISBN: [
    ["9780306406157", "9780306406157"],
    ["ISBN-13: 978-0-306-40615-7", "978-0-306-40615-7"],
    ["978 0 306 40615 7", "978-0-306-40615-7"],
    ["ISBN 0-306-40615-2 (pbk.)", "0-306-40615-2"],
    ["080442957x", "080442957X"],
    ["9780306406157 0306406152", "9780306406157, 0306406152"],
    ["ISBN 978-0-306-40615-8", "ISBN 978-0-306-40615-8"],
    ["0-306-40615-3", "0-306-40615-3"],
  ],
};

test("numbers are without the words around them if their check digits are right", () => {
  for (const kind of ["ISSN", "ISBN"] as const)
    for (const [written, printed] of cases[kind]) assert.is(standardNumbers(kind, written), printed, written);
});

test("a .bib file's numbers are what references and meta elements need", () => {
  const site = new Site({
    "a.bib": `@article{a, title={T}, year=2020, journal={J}, issn={ISSN: 12345679}, volume={Vol. 5}, number={No. 3}, pages={123-8}}
@article{b, title={T}, year=2020, journal={J}, volume={North}, number={Special Issue}, pages={--}}
@book{c, title={T}, year=2020, isbn={ISBN-13: 978-0-306-40615-7}, pages={100--}, volume={{}}}
@article{d, title={T}, year=2020, journal={J}, type={Journal Article}, pages={998-1002}, volume={n° 4}}
@phdthesis{e, title={T}, year=2020, school={S}, type={Theses}}
@phdthesis{f, title={T}, year=2020, school={S}, type={Habilitation}}`,
  });
  try {
    const works = bibtexWorks(`${site.folder}/a.bib`, { problems: [], hints: [] }).map(({ facts }) => facts);
    const csl = (index: number, ...names: string[]): unknown[] =>
      names.map((name) => works[index]?.csl?.[name]);
    assert.equal(csl(0, "ISSN", "volume", "issue", "page"), ["1234-5679", "5", "3", "123-8"]);
    assert.equal([works[0]?.firstPage, works[0]?.lastPage], ["123", "128"]);
    assert.equal(csl(1, "volume", "issue", "page"), ["North", "Special Issue", undefined]);
    assert.equal(csl(2, "ISBN", "page", "volume"), ["978-0-306-40615-7", "100", undefined]);
    assert.is(works[2]?.isbn, "978-0-306-40615-7");
    assert.equal(csl(3, "genre", "volume"), [undefined, "4"]);
    assert.is(works[3]?.lastPage, "1002");
    assert.equal(csl(4, "genre"), ["phdthesis"]);
    assert.equal(csl(5, "genre"), ["Habilitation"]);
  } finally {
    site.remove();
  }
});

test.run();
