import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { bibtexWorks } from "../../plugin/publications/bibtex/works.ts";
import { toBibtexFile, toCsl } from "../../plugin/publications/cite/export.ts";
import type { Publication, PublicationFacts } from "../../plugin/publications/publication.ts";
import { publication } from "../../plugin/publications/publication.ts";
import type { Report } from "../../plugin/utils/report.ts";
import { holds, textOf } from "../support/properties.ts";

const test = suite<{ file: string; folder: string }>("the exported .bib");

test.before((context) => {
  context.folder = mkdtempSync(path.join(tmpdir(), "indigo-export-"));
  context.file = path.join(context.folder, "a.bib");
});

test.after(({ folder }) => rmSync(folder, { recursive: true }));

function read(file: string, source: string): Publication[] {
  writeFileSync(file, source);
  const report: Report = { problems: [], hints: [] };
  return bibtexWorks(file, report).map(({ facts }) => publication(facts));
}

/** What an export keeps: all but fields that only a theme reads, and the links that are made later. */
const kept = ({ selected: _, csl, bibtex: _source, ...facts }: Publication) => ({ ...facts, csl });

const words = textOf(
  "Trees ",
  "of ",
  "the ",
  "DNA ",
  "{DNA} ",
  "\\emph{E. coli} ",
  "$x_i^2$ ",
  "\\'e",
  "{\\ss}",
  "\\& ",
  "50\\% ",
  "--",
  "H\\textsubscript{2}O ",
  "``so'' ",
  "a_b ",
  "木",
  ": ",
  "? ",
  "<i>x</i> ",
  "&amp; ",
  "\\foo{bar} ",
  "\\textless{}T\\textgreater{} ",
);
const value = words.map((text) => `T${text}`);
const name = fc.constantFrom(
  "Ann Roe",
  "Roe, Ann",
  "van der Berg, Jan",
  "Roe, Jr., Ann",
  "{The Tree Group}",
  "Fran{\\c c}ois Le Roe",
  "鈴木, 花子",
  "Anne-marie Roe",
  "Plato",
);
const names = fc
  .tuple(fc.array(name, { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([list, hasOthers]) => [...list, ...(hasOthers ? ["others"] : [])].join(" and "));
const type = fc.constantFrom(
  ..."article book inbook incollection inproceedings phdthesis mastersthesis techreport misc online dataset software patent unpublished manual standard".split(
    " ",
  ),
);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const fields = fc.record({
  title: value,
  author: optional(names),
  editor: optional(names),
  translator: optional(names),
  journal: optional(value),
  booktitle: optional(value),
  publisher: optional(value),
  school: optional(value),
  institution: optional(value),
  series: optional(value),
  volume: optional(fc.constantFrom("1", "12", "B")),
  number: optional(fc.constantFrom("3", "TR-12")),
  pages: optional(fc.constantFrom("1--9", "e12", "A-1--A-5", "88:1----88:4", "12, 15--18", "1-2", "12+")),
  edition: optional(fc.constantFrom("Third", "2nd", "2", "Revised")),
  year: fc.constantFrom("2020", "2020a", "1982/83", "in press", "soon", "To appear in 2024"),
  month: optional(fc.constantFrom("may", "March/April", "Sept.", "5 # may", "jun # {~12}")),
  doi: optional(fc.constantFrom("10.1000/x_1", "10.1000/a(b)c")),
  url: optional(fc.constantFrom("https://example.org/a_b?c=%20d&e=1", "https://example.org/2020A%26A")),
  note: optional(value),
  abstract: optional(value),
  keywords: optional(fc.constantFrom("a, b", "trees")),
});
const entry = fc.tuple(type, fields).map(([kind, found]) => {
  const lines = Object.entries(found).flatMap(([field, text]) => {
    if (text === undefined) return [];
    const isBare = field === "month" && (text.includes("#") || text === "may");
    return [`  ${field} = ${isBare ? text.replace(/^5 #/, '"5~" #') : `{${text}}`},\n`];
  });
  return `@${kind}{key,\n${lines.join("")}}\n`;
});

test("of a .bib file gives the same publications, read again", ({ file }) => {
  holds(
    entry,
    (source) => {
      const once = read(file, source);
      const again = read(file, toBibtexFile(once));
      assert.equal(again.map(kept), once.map(kept), source);
    },
    300,
  );
});

const plain = textOf(
  "Trees ",
  "DNA ",
  "a ",
  "of ",
  "{",
  "}",
  "&",
  "%",
  "$",
  "#",
  "_",
  "~",
  "^",
  "\\",
  "<T> ",
  "'",
  "--",
  "é",
  "木 ",
  "x",
).map((text) => `T${text}`.replaceAll(/\s+/g, " ").trim());
const cslType = fc.constantFrom(
  ..."article-journal book chapter paper-conference report dataset software webpage patent manuscript standard document".split(
    " ",
  ),
);
const person = fc.constantFrom(
  { family: "Roe", given: "Ann" },
  { family: "Berg", given: "Jan", particle: "van der" },
  { family: "King", given: "Martin", suffix: "Jr." },
  { literal: "The Trees and Woods, Inc." },
  { family: "Roe and Li", given: "Bo" },
);

test("of YAML and CSL-JSON gives equal publications", ({ file }) => {
  const facts = fc.record({
    type: cslType,
    title: plain,
    venue: plain,
    authors: fc.array(person, { maxLength: 3 }),
    month: optional(fc.integer({ min: 1, max: 12 })),
    publisher: optional(plain),
    doi: optional(fc.constant("10.1000/x_1")),
    url: optional(fc.constant("https://example.org/a_b%20c")),
    abstract: optional(plain),
    volume: optional(fc.constant("12")),
    firstPage: optional(fc.constant("3")),
  });
  holds(
    facts,
    (found) => {
      const known = { id: "key", editors: [], selected: false, links: [], year: 2020 };
      const work = publication({ ...known, ...found } as unknown as PublicationFacts);
      const [again] = read(file, toBibtexFile([work]));
      const { type: kind, title, authors, year, month, doi, url, abstract, volume, firstPage } = work;
      const expected = { kind, title, authors, year, month, doi, url, abstract, volume, firstPage };
      assert.equal(
        {
          kind: again?.type,
          title: again?.title,
          authors: again?.authors,
          year: again?.year,
          month: again?.month,
          doi: again?.doi,
          url: again?.url,
          abstract: again?.abstract,
          volume: again?.volume,
          firstPage: again?.firstPage,
        },
        expected,
        JSON.stringify(toCsl(work)),
      );
    },
    300,
  );
});

test.run();
