import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readNames } from "../../plugin/publications/bibtex/names/index.ts";
import { plainTex } from "../../plugin/publications/bibtex/tex/index.ts";
import { other, shown, text } from "../support/name-text.ts";
import { processorTime } from "../support/processor-time.ts";
import { anyText, holds, textOf } from "../support/properties.ts";
import { nameTable } from "./bibtex-names-table.ts";

const test = suite("names in BibTeX");

test("names have the parts of the table, and another parser's unless the table says why not", () => {
  assert.ok(nameTable.length >= 150, `${nameTable.length} names`);
  for (const [list, parts, difference] of nameTable) {
    assert.is(shown(readNames(list, text)), parts, list);
    assert.is(other(list) !== parts, difference !== undefined, `${list}: ${other(list)}`);
  }
});

const hints: [list: string, expected: RegExp | undefined][] = [
  ["Ann Roe and Roe, Bo and {ACME and Sons} and Bo Li 0002 and others", undefined],
  ["Roe, Ann, and Li, Bo,", undefined],
  ["Ann Roe$^*$ and \\textbf{Bo Li}", undefined],
  ["García Márquez, Gabriel and Li, Bo Di", undefined],
  ["Ann Roe, Bo Li, Cy Kim", /^is read as 3 names separated by commas: "Ann Roe", "Bo Li", "Cy Kim"\.$/],
  ["Ann Roe; Bo Li", /^is read as 2 names separated by semicolons: "Ann Roe", "Bo Li"\.$/],
  ["Ann Roe & Bo Li", /^is read as 2 names separated by "&": "Ann Roe", "Bo Li"\.$/],
  ["Barnes & Roe", /^is read as one name: "Barnes & Roe"; write "and" between names if these are two\.$/],
  ["Ann Roe, Bo Li", /^is read as one name, family name first: "Ann Roe, Bo Li"; write "and" between/],
  ["Roe, Ann, Bo", /^has three parts separated by commas, .*"Roe, Ann, Bo"\.$/],
  ["Roe A.B. and Li C.", /^has names without a comma that are read family name first: "Roe A.B.", "Li C."/],
  ["Ann Roe and and Bo Li", /^has no name between two "and"\.$/],
  ["Ann Roe\\thanks{X}", /^has text that is no part of a name and is left out: "\\thanks\{X\}"\.$/],
  ["Ann Roe (Univ. of X) and Bo Li (Y)", /: "\(Univ\. of X\)", "\(Y\)"\.$/],
  ["Ann Roe, PhD", /left out: "PhD"\.$/],
  ["Ann Roe / Bo Li", /^is read as 2 names separated by "\/": "Ann Roe", "Bo Li"\.$/],
  [
    "Ann Roe and Bo Li, Cy Kim",
    /^is read as one name, family name first: "Bo Li, Cy Kim"; write "and" between/,
  ],
  ["Ann Roe and Bo Li, eds.", /left out: "eds\."\.$/],
  ["Ann Roe and -", /left out: "-"\.$/],
  ["Ann Roe for the FOO Collaboration", undefined],
  ["{Ann Roe and Bo Li}", /^is read as one name, as braces make it: "Ann Roe and Bo Li"; leave them out if/],
  ["{Johnson and Johnson}", undefined],
  ["{A. Roe and B. Li}", /^is read as 2 names, though braces make them one:/],
  [
    "Ann (Annie) Roe",
    /^has nicknames in parentheses, which references and CSL-JSON leave out: "\(Annie\)"\.$/,
  ],
  ["Wei (胡) Hu", undefined],
  ["Roe, Ann (Annie)", /left out: "\(Annie\)"\.$/],
  ["{Roe, Ann and Li, Bo}", /^is read as 2 names, though braces make them one:/],
];

test("hints name what is not in BibTeX's form, once for each kind", () => {
  for (const [list, expected] of hints) {
    const found = readNames(list, text).hints;
    if (expected === undefined) assert.equal(found, [], list);
    else {
      assert.is(found.length, 1, `${list}: ${found}`);
      assert.match(found[0] ?? "", expected);
    }
  }
  const many = Array.from({ length: 500 }, () => "Ann Roe (X)").join(" and ");
  assert.match(readNames(many, text).hints.join("\n"), /^has text [^\n]*, and 496 more\.$/);
});

const word = fc.constantFrom(
  "Ada",
  "Jean-Luc",
  "O’Neil",
  "José",
  "Anne-marie",
  "A.",
  "J.-P.",
  "Nguyễn",
  "محمد",
);
const family = fc.constantFrom(
  "Roe",
  "Smith-jones",
  "al-Roe",
  "D'Angelo",
  "Öz",
  "Толстой",
  "{Roe Li}",
  "{de Roe}",
);
const parts = fc.record({
  given: fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" ")),
  particle: fc.constantFrom("", "van", "van der", "de la", "von", "'t", "dos"),
  family,
  suffix: fc.constantFrom("", "Jr.", "III", "Sr"),
});

test("a name has the same parts in each form", () => {
  holds(
    parts,
    ({ given, particle, family: last, suffix }) => {
      const whole = [particle, last].filter(Boolean).join(" ");
      const pairs = [`given={${given}}`, `family={${last}}`, particle && `prefix={${particle}}`];
      const forms = [
        [whole, suffix, given].filter(Boolean).join(", "),
        [[given, whole].join(" "), suffix].filter(Boolean).join(", "),
        [...pairs, suffix && `suffix={${suffix}}`].filter(Boolean).join(", "),
      ];
      const expected = [given, particle, last.replace(/[{}]/g, ""), suffix].join(" | ").replace(/ \| $/, "");
      for (const form of forms) assert.is(shown(readNames(form, text)), expected.normalize("NFC"), form);
      const list = readNames(forms.join(" and "), text);
      assert.is(shown(list), forms.map(() => expected.normalize("NFC")).join("; "));
    },
    1000,
  );
});

const latex = textOf(
  "{",
  "}",
  "\\",
  "$",
  "$^*$",
  ",",
  ";",
  " and ",
  "and",
  "&",
  "Roe",
  "A.",
  "(",
  ")",
  "<",
  "*",
  "**",
  "\\textbf{",
  "\\and",
  "~",
  "family=",
  '"',
  "Jr.",
);

test("any text is a list of names without empty ones and without white space around parts", () => {
  holds(
    fc.oneof(anyText, latex),
    (list) => {
      for (const name of readNames(list, text).names) {
        const values = Object.values(name);
        assert.ok(values.length > 0, JSON.stringify(list));
        for (const value of values) assert.is(String(value).trim() || undefined, value, JSON.stringify(list));
      }
    },
    1500,
  );
});

test("long lists and names take linear time", () => {
  const long = 20_000;
  const lists = [
    "Roe, Ann and ",
    "Ann van der Roe$^*$ and ",
    "Ann ",
    "van ",
    "Roe, ",
    "Ann Roe; ",
    "Ann Roe, ",
    "A. & ",
    "{",
    "}",
    "$",
    "\\textbf{",
    "{\\it ",
    "(",
    "**a ",
    "\\thanks ",
    "<sup>",
    "^",
    "& a;",
    "family=",
    "\\",
    "Roe A.B. and ",
  ];
  for (const part of lists) {
    const start = processorTime();
    readNames(part.repeat(long), text);
    const time = processorTime() - start;
    assert.ok(time < 12_000, `${part}: ${time} ms`);
  }
  const { names, hints: found } = readNames("Ann ".repeat(long), text);
  assert.is(names[0]?.literal?.length, long * 4 - 1);
  assert.match(found[0] ?? "", /^has a name of 20000 words, which is kept as one text: "Ann/);
});

test("what stands with names is no part of them", () => {
  const cases: [list: string, shown: string][] = [
    ["Ann DE LA ROE and Bo VAN LI", "Ann | DE LA | ROE; Bo | VAN | LI"],
    ["Ann Roe 1 and Bo Li 2", "Ann |  | Roe ^1; Bo |  | Li ^2"],
    ["Ann Roe, editor and Bo Li, Hrsg.", "Ann |  | Roe; Bo |  | Li"],
    ["Roe, Ed and Li, Bo", "Ed |  | Roe; Bo |  | Li"],
    ["Ann Roe / Bo Li", "Ann |  | Roe; Bo |  | Li"],
    ["Ann Roe | Bo Li | Cy Kim", "Ann |  | Roe; Bo |  | Li; Cy |  | Kim"],
    ["Ann Roe, on behalf of the FOO Collaboration", "Ann |  | Roe; = the FOO Collaboration"],
    ["Roe, Ann for the {FOO and BAR} and Bo Li", "Ann |  | Roe; = FOO and BAR; Bo |  | Li"],
    ["Center for the Study of Li", "= Center for the Study of Li"],
    ["Dept. of Fiction, University of Nowhere", "= Dept. of Fiction, University of Nowhere"],
    ["Ann Roe and - and ?", "Ann |  | Roe"],
    ["-", ""],
  ];
  for (const [list, expected] of cases) assert.is(shown(readNames(list, plainTex)), expected, list);
});

test("an empty group ends a command, and what looks like a number or others may be a name", () => {
  const cases: [list: string, family: string, given: string][] = [
    ["Ann Na\\dj{}a Roe", "Roe", "Ann Nađa"],
    ["Roe, S\\o{}raa", "Roe", "Søraa"],
    ["Elb\\ae{}k, Bo", "Elbæk", "Bo"],
    ["Pawe\\l{} W. Roe", "Roe", "Paweł W."],
    ["Stock, U.A. and Roe, W.A.", "Stock", "U.A."],
    ["Li-2, Bo", "Li-2", "Bo"],
  ];
  for (const [list, family, given] of cases) {
    const { names, others } = readNames(list, plainTex);
    assert.equal([names[0]?.family, names[0]?.given, others], [family, given, false], list);
  }
});

test.run();
