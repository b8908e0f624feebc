import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { bibtexWorks } from "../../plugin/publications/bibtex/works.ts";
import { citationsOf } from "../../plugin/publications/cite/references.ts";
import { publication } from "../../plugin/publications/publication.ts";
import { publicationTypes } from "../../plugin/publications/schema.ts";

// Whatever an entry lacks, its references have no punctuation around nothing.

const test = suite<{ folder: string }>("references of all types, with fields missing");

test.before((context) => {
  context.folder = mkdtempSync(path.join(tmpdir(), "indigo-references-"));
});

test.after(({ folder }) => rmSync(folder, { recursive: true }));

/** The entry types of BibTeX and BibLaTeX: one of each that styles treat alike. */
const entryTypes = (
  "article book inbook bookinbook booklet collection incollection suppcollection dataset manual misc " +
  "online patent periodical proceedings inproceedings reference inreference " +
  "report techreport software thesis phdthesis unpublished artwork audio image jurisdiction legislation legal letter " +
  "movie music performance review standard preprint poster podcast interview map bill talk"
).split(" ");

/** Fields that an entry may lack, each with a value without a period. */
const fields: Record<string, string> = {
  author: "Roe, Ann and Li, Bo",
  editor: "Kim, Cy",
  translator: "Sun, Di",
  journal: "Tree Letters",
  booktitle: "All trees",
  series: "Tree Notes",
  volume: "12",
  number: "3",
  pages: "45--67",
  eid: "e7",
  chapter: "4",
  edition: "2",
  publisher: "Tree Press",
  address: "Marburg",
  year: "2020",
  month: "mar",
  pubstate: "inpress",
  type: "Essay",
  version: "5",
  eventtitle: "Tree Days",
  venue: "Kassel",
  howpublished: "Leaflet",
  note: "Sixth printing",
  doi: "10.1000/t",
  url: "https://example.org/t",
  urldate: "2021-11-12",
};

const names = Object.keys(fields);

/** The sets of fields: none, all, each one alone, all but one of every third, and a sample that is the same in every run. */
function* fieldSets(seed: number): Generator<string[]> {
  yield [];
  yield names;
  for (const [index, name] of names.entries()) {
    yield [name];
    if ((index + seed) % 3 === 0) yield names.filter((each) => each !== name);
  }
  let state = seed;
  for (let count = 0; count < 6; count += 1) {
    yield names.filter(() => {
      state = (state * 48_271) % 2_147_483_647;
      return state % 2 === 0;
    });
  }
}

/** Punctuation around nothing, or twice. */
const stray =
  /^[\s,.;:]|[,:;]$|,["”’*]?\s*[,.;:]|\.["”’*]?\s*,|\.\s+\.|\.\.|\(\s*[),;.]|[(,]\s*\)|\[\s*\]|\bIn\s*[,.]|“\s*”|\*\*| {2}|:\s*[,.)]|\s[,.;:)]|undefined/;

/** Abbreviations whose period stands before a comma. */
const abbreviations =
  /\b(?:eds?|Eds?|Trans|Transl|trans|vol|Vol|no|No|pp?|diss|n\.d|dir|ill|comps?|Rep)\.(?=,)/g;

const plain = (html: string): string => html.replace(/<\/?(?:a|b)\b[^>]*>/g, "").replace(/<\/?i>/g, "*");

/** Returns what is wrong with a reference. */
function fault(html: string): string | undefined {
  const text = plain(html);
  const shown = text
    .replace(/https?:\/\/\S+/g, "URL")
    .replace(abbreviations, "abbreviation")
    .replace(/\b[A-Z]\.,/g, "A,")
    .replace(/\*/g, "");
  const found = stray.exec(shown)?.[0];
  if (found !== undefined) return `${JSON.stringify(found)} in ${text}`;
  if (!/[.?!”)]$|URL$/.test(shown)) return `no period after ${text}`;
  return undefined;
}

/** Values that end as exporters and authors leave them. */
const untidy: Record<string, string> = {
  ...fields,
  title: "Why rules?",
  author: "{Tree Institute}",
  journal: "Journal of Trees.",
  booktitle: "Book of trees.",
  publisher: "Tree Institute.",
  address: "Marburg.",
  eventtitle: "Tree Days.",
  volume: "Vol. 2",
  edition: "Rev. ed.",
  type: "Essay.",
  year: "in press",
};

/** Returns the faults of references to entries of a type, one of each kind. */
function faultsOf(folder: string, type: string, values: Record<string, string>): string {
  const sets = [...fieldSets(entryTypes.indexOf(type) + 1)];
  const entries = sets.map((set, index) => {
    const pairs = set.map((name) => `, ${name} = {${values[name]}}`);
    return `@${type}{k${index}, title = {${values.title ?? "Rules of trees"}}${pairs.join("")}}`;
  });
  const file = path.join(folder, "a.bib");
  writeFileSync(file, entries.join("\n"));
  const faults = new Map<string, string>();
  for (const { facts } of bibtexWorks(file, { problems: [], hints: [] })) {
    for (const { style, html } of citationsOf(publication(facts), new Map(), assert.unreachable)) {
      const found = fault(html);
      const set = sets[Number(facts.id.slice(1))] ?? [];
      if (found) faults.set(`${style} ${found.split(" in ")[0]}`, `${style}: ${found}\n    ${set.join(" ")}`);
    }
  }
  return [...faults.values()].join("\n");
}

for (const type of entryTypes) {
  test(`@${type}`, ({ folder }) => assert.is(faultsOf(folder, type, fields), ""));
}

for (const type of ["article", "book", "incollection", "inproceedings", "report", "misc", "unpublished"]) {
  test(`@${type} with values that end in a period`, ({ folder }) =>
    assert.is(faultsOf(folder, type, untidy), ""));
}

test("the types of CSL from other sources", () => {
  const variables: Record<string, unknown> = {
    author: [{ family: "Roe", given: "Ann" }],
    editor: [{ family: "Kim", given: "Cy" }],
    "container-title": "All trees",
    "collection-title": "Tree Notes",
    volume: "12",
    issue: "3",
    number: "7",
    page: "45-67",
    edition: "2",
    publisher: "Tree Press",
    "publisher-place": "Marburg",
    issued: { "date-parts": [[2020, 3, 4]] },
    genre: "Essay",
    "event-title": "Tree Days",
    URL: "https://example.org/t",
  };
  const all = Object.keys(variables);
  const faults = new Map<string, string>();
  let state = 7;
  for (const type of publicationTypes) {
    const samples = Array.from({ length: 20 }, () =>
      all.filter(() => {
        state = (state * 48_271) % 2_147_483_647;
        return state % 2 === 0;
      }),
    );
    for (const set of [[], all, ...all.map((name) => [name]), ...samples]) {
      const csl = {
        id: "a",
        type,
        title: "Rules of trees",
        ...Object.fromEntries(set.map((name) => [name, variables[name]])),
      };
      const work = publication({
        id: "a",
        type,
        title: "Rules of trees",
        authors: [],
        editors: [],
        venue: "",
        selected: false,
        links: [],
        csl,
      });
      for (const { style, html } of citationsOf(work, new Map(), assert.unreachable)) {
        const found = fault(html);
        if (found)
          faults.set(
            `${type} ${style} ${found.split(" in ")[0]}`,
            `${type} ${style}: ${found}\n    ${set.join(" ")}`,
          );
      }
    }
  }
  assert.is([...faults.values()].join("\n"), "");
});

test.run();
