import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readNames } from "../../plugin/publications/bibtex/names/index.ts";
import { toBibtex, toCsl } from "../../plugin/publications/cite/export.ts";
import { highwireTags } from "../../plugin/publications/cite/highwire.ts";
import { citationsOf } from "../../plugin/publications/cite/references.ts";
import { scholarlyData } from "../../plugin/publications/cite/schema-org.ts";
import { factsFrom } from "../../plugin/publications/csl/facts.ts";
import { authorShower } from "../../plugin/publications/people/shown-authors.ts";
import { type Publication, publication } from "../../plugin/publications/publication.ts";
import { text } from "../support/name-text.ts";

const test = suite("names of BibTeX on pages and in references");

/** A name in BibTeX, and what is shown of it: on the page with its marks, in `citation_author`, CSL-JSON and APA. */
const table: [name: string, page: string, meta: string, csl: string, apa: string][] = [
  ["Ann Roe", "Ann Roe", "Ann Roe", '{"family":"Roe","given":"Ann"}', "Roe, A."],
  [
    "van der Berg, Anna",
    "Anna van der Berg",
    "Anna van der Berg",
    '{"family":"Berg","given":"Anna","non-dropping-particle":"van der"}',
    "van der Berg, A.",
  ],
  [
    "Jean d'Alembert",
    "Jean d'Alembert",
    "Jean d'Alembert",
    '{"family":"d\'Alembert","given":"Jean"}',
    "d’Alembert, J.",
  ],
  [
    "d' Alembert, Jean",
    "Jean d'Alembert",
    "Jean d'Alembert",
    '{"family":"Alembert","given":"Jean","non-dropping-particle":"d\'"}',
    "d’Alembert, J.",
  ],
  [
    "de'\\hspace{0pt} Medici, Ann",
    "Ann de' Medici",
    "Ann de' Medici",
    '{"family":"Medici","given":"Ann","non-dropping-particle":"de\'"}',
    "de’ Medici, A.",
  ],
  [
    "Gerard 't Roe",
    "Gerard 't Roe",
    "Gerard 't Roe",
    '{"family":"Roe","given":"Gerard","non-dropping-particle":"\'t"}',
    "’t Roe, G.",
  ],
  [
    "King, Jr., Martin",
    "Martin King, Jr.",
    "Martin King Jr.",
    '{"family":"King","given":"Martin","suffix":"Jr."}',
    "King, M., Jr.",
  ],
  [
    "Martin King III",
    "Martin King III",
    "Martin King III",
    '{"family":"King","given":"Martin","suffix":"III"}',
    "King, M., III.",
  ],
  [
    "Muhammad al-Khwarizmi",
    "Muhammad al-Khwarizmi",
    "Muhammad al-Khwarizmi",
    '{"family":"al-Khwarizmi","given":"Muhammad"}',
    "al-Khwarizmi, M.",
  ],
  [
    "Muhammad ibn Musa al-Khwarizmi",
    "Muhammad ibn Musa al-Khwarizmi",
    "Muhammad ibn Musa al-Khwarizmi",
    '{"family":"Musa al-Khwarizmi","given":"Muhammad","non-dropping-particle":"ibn"}',
    "ibn Musa al-Khwarizmi, M.",
  ],
  ["Anne-marie Roe", "Anne-marie Roe", "Anne-marie Roe", '{"family":"Roe","given":"Anne-marie"}', "Roe, A."],
  ["Jin-ho Lee", "Jin-ho Lee", "Jin-ho Lee", '{"family":"Lee","given":"Jin-ho"}', "Lee, J."],
  ["Roe, Ann$^*$", "Ann Roe ^*", "Ann Roe", '{"family":"Roe","given":"Ann"}', "Roe, A."],
  ["Bo Li*†", "Bo Li ^*†", "Bo Li", '{"family":"Li","given":"Bo"}', "Li, B."],
  ["Bo Li 0002", "Bo Li", "Bo Li", '{"family":"Li","given":"Bo"}', "Li, B."],
  ["Roe, AB", "AB Roe", "AB Roe", '{"family":"Roe","given":"AB"}', "Roe, A. B."],
  ["A.B. Roe", "A.B. Roe", "A.B. Roe", '{"family":"Roe","given":"A.B."}', "Roe, A. B."],
  ["J.-P. Roe", "J.-P. Roe", "J.-P. Roe", '{"family":"Roe","given":"J.-P."}', "Roe, J.-P."],
  ["{\\relax Yu}. Roe", "Yu. Roe", "Yu. Roe", '{"family":"Roe","given":"Yu."}', "Roe, Yu."],
  ["鈴木, 花子", "鈴木花子", "鈴木花子", '{"family":"鈴木","given":"花子"}', "鈴木花子."],
  ["山田 太郎", "山田太郎", "山田太郎", '{"family":"山田","given":"太郎"}', "山田太郎."],
  ["王五", "王五", "王五", '{"family":"王五"}', "王五."],
  ["김, 철수", "김철수", "김철수", '{"family":"김","given":"철수"}', "김철수."],
  [
    "スミス, ジョン",
    "ジョン・スミス",
    "ジョン・スミス",
    '{"family":"スミス","given":"ジョン"}',
    "ジョン・スミス.",
  ],
  ["Hu (胡), Wei", "Wei Hu (胡)", "Wei Hu", '{"family":"Hu","given":"Wei"}', "Hu, W."],
  [
    "Nguyễn, Văn An",
    "Văn An Nguyễn",
    "Văn An Nguyễn",
    '{"family":"Nguyễn","given":"Văn An"}',
    "Nguyễn, V. A.",
  ],
  ["محمد الفارابي", "محمد الفارابي", "محمد الفارابي", '{"family":"الفارابي","given":"محمد"}', "الفارابي, م."],
  [
    "Толстой, Лев Николаевич",
    "Лев Николаевич Толстой",
    "Лев Николаевич Толстой",
    '{"family":"Толстой","given":"Лев Николаевич"}',
    "Толстой, Л. Н.",
  ],
  [
    "გიორგი ბერიძე",
    "გიორგი ბერიძე",
    "გიორგი ბერიძე",
    '{"family":"ბერიძე","given":"გიორგი"}',
    "ბერიძე, გიორგი.",
  ],
  ["Plato", "Plato", "Plato", '{"family":"Plato"}', "Plato."],
  [
    "{ACME Corp. and Sons}",
    "ACME Corp. and Sons",
    "ACME Corp. and Sons",
    '{"literal":"ACME Corp. and Sons"}',
    "ACME Corp. and Sons.",
  ],
  [
    "The ATLAS Collaboration",
    "The ATLAS Collaboration",
    "The ATLAS Collaboration",
    '{"literal":"The ATLAS Collaboration"}',
    "The ATLAS Collaboration.",
  ],
  [
    "Machado de Assis, Joaquim",
    "Joaquim Machado de Assis",
    "Joaquim Machado de Assis",
    '{"family":"Machado de Assis","given":"Joaquim"}',
    "Machado de Assis, J.",
  ],
  [
    "José Ortega y Roe",
    "José Ortega y Roe",
    "José Ortega y Roe",
    '{"family":"Ortega y Roe","given":"José"}',
    "Ortega y Roe, J.",
  ],
  [
    "{de la} Cruz, Ana",
    "Ana de la Cruz",
    "Ana de la Cruz",
    '{"family":"de la Cruz","given":"Ana"}',
    "de la Cruz, A.",
  ],
  [
    "Beethoven, Ludwig van",
    "Ludwig van Beethoven",
    "Ludwig van Beethoven",
    '{"family":"Beethoven","given":"Ludwig","dropping-particle":"van"}',
    "Beethoven, L. van.",
  ],
  ["danah boyd", "danah boyd", "danah boyd", '{"family":"boyd","given":"danah"}', "boyd, danah."],
  ["O'Neil, Ann", "Ann O'Neil", "Ann O'Neil", '{"family":"O\'Neil","given":"Ann"}', "O’Neil, A."],
  ["Ann D'Angelo", "Ann D'Angelo", "Ann D'Angelo", '{"family":"D\'Angelo","given":"Ann"}', "D’Angelo, A."],
  [
    "family=Roe, given=Ann, prefix=de, suffix=Jr, useprefix=true",
    "Ann de Roe, Jr",
    "Ann de Roe Jr",
    '{"family":"Roe","given":"Ann","non-dropping-particle":"de","suffix":"Jr"}',
    "de Roe, A., Jr.",
  ],
  ["{NASA}", "NASA", "NASA", '{"literal":"NASA"}', "NASA."],
  [
    "De la Cruz, Ana",
    "Ana De la Cruz",
    "Ana De la Cruz",
    '{"family":"Cruz","given":"Ana","non-dropping-particle":"De la"}',
    "De la Cruz, A.",
  ],
];

/** Returns a publication with these names as authors. */
function work(list: string): Publication {
  const { names } = readNames(list, text);
  const csl = {
    id: "a",
    type: "article-journal",
    title: "X",
    author: names,
    issued: { "date-parts": [[2020]] },
  };
  const report = { problems: [], hints: [] };
  return publication(factsFrom({ key: "a", csl, formulas: [], values: {}, place: () => "a.bib:1" }, report));
}

const show = authorShower({ self: ["Ann Roe", "鈴木花子"], coauthors: { "Bo Li": "https://example.org/" } });
const page = (one: Publication): string[] =>
  show(one).shown.map(({ name, marks }) => name + (marks ? ` ^${marks}` : ""));
const meta = (one: Publication): (string | undefined)[] =>
  highwireTags(one, { ownFile: () => undefined }).flatMap(({ name, content }) =>
    name === "citation_author" ? [content] : [],
  );
const apa = (one: Publication): string | undefined =>
  citationsOf(one, new Map(), () => {})
    .find(({ style }) => style === "APA")
    ?.html.replace(/ \(2020\).*/, "");

test("each name is right on the page, in meta elements, CSL-JSON and references", () => {
  for (const [name, shown, author, csl, reference] of table) {
    const one = work(name);
    assert.equal(page(one), [shown], name);
    assert.equal(meta(one), [author], name);
    assert.is(JSON.stringify((toCsl(one).author as unknown[])[0]), csl, name);
    assert.is(apa(one), reference, name);
  }
});

test("names in one list are the same as each by itself", () => {
  const one = work(table.map(([name]) => name).join(" and "));
  assert.equal(one.authors.length, table.length);
  assert.equal(
    meta(one),
    table.map(([, , author]) => author),
  );
  assert.equal(
    toCsl(one).author,
    table.map(([, , , csl]) => JSON.parse(csl)),
  );
  assert.not.match(JSON.stringify(citationsOf(one, new Map(), () => {})), /[*†]|\u200D|\u200E|undefined/);
});

test("marks and numbers do not hide who a person is", () => {
  const { shown } = show(work("Roe, Ann$^*$ and Bo Li 0002 and 鈴木, 花子 and Li$^{1,2}$, Bo"));
  assert.equal(
    shown.map(({ isSelf, url, marks }) => [isSelf, url, marks]),
    [
      [true, undefined, "*"],
      [false, "https://example.org/", undefined],
      [true, undefined, undefined],
      [false, "https://example.org/", "1,2"],
    ],
  );
});

test("persons of one name are persons in JSON-LD, institutions are organizations", () => {
  const data = JSON.parse(
    scholarlyData(
      work("Plato and 王五 and {NASA} and The ATLAS Collaboration and Roe$^*$, Ann"),
      "https://example.org/",
    ),
  );
  assert.equal(
    data.author.map((author: Record<string, string>) => [author["@type"], author.name]),
    [
      ["Person", "Plato"],
      ["Person", "王五"],
      ["Organization", "NASA"],
      ["Organization", "The ATLAS Collaboration"],
      ["Person", "Ann Roe"],
    ],
  );
});

test("BibTeX that is written from CSL-JSON has names in each script", () => {
  for (const name of ["鈴木, 花子", "Толстой, Лев", "الفارابي, محمد", "van der Roe, Ann", "Roe, Jr., Ann"])
    assert.ok(toBibtex(work(name)).includes(`author = {${name}}`), toBibtex(work(name)));
});

test.run();
