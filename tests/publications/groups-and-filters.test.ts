import { compileString } from "sass";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { en as strings } from "../../plugin/i18n/strings/en.ts";
import { catalogueOf } from "../../plugin/publications/list/catalogue.ts";
import {
  type Filter,
  filterStyles,
  filtersOf,
  filterValues,
  type GroupBy,
  groupPublications,
} from "../../plugin/publications/list/groups-and-filters.ts";
import type { Publication, PublicationFacts } from "../../plugin/publications/publication.ts";
import { publication } from "../../plugin/publications/publication.ts";

const test = suite("the list of publications");

const make = (title: string, facts: Partial<PublicationFacts> = {}): Publication =>
  publication({
    id: title,
    title,
    authors: [],
    editors: [],
    venue: "",
    type: "document",
    selected: false,
    links: [],
    ...facts,
  });

/** Groups as lines: `2022: A, B`. */
const grouped = (publications: Publication[], by: GroupBy): string[] =>
  groupPublications(publications, by, strings).map(
    ({ label, publications: inGroup }) => `${label}: ${inGroup.map(({ title }) => title).join(", ")}`,
  );

const filter = (name: Filter["name"], publications: Publication[]): Filter | undefined =>
  filtersOf(publications, strings).find((each) => each.name === name);

/** A filter's choices as lines: `Book 2`. */
const choices = (name: Filter["name"], publications: Publication[]): string[] | undefined =>
  filter(name, publications)?.options.map(({ label, count }) => `${label} ${count}`);

test("by year: the newest first, then what has none; entries keep their order", () => {
  const all = [
    make("A", { year: 2009 }),
    make("B"),
    make("C", { year: 2022 }),
    make("D", { status: "in press" }),
    make("E", { year: 2009 }),
    make("F", { year: 1000 }),
  ];
  assert.equal(grouped(all, "year"), ["Forthcoming: D", "2022: C", "2009: A, E", "1000: F", "No year: B"]);
});

test("by type: the largest first, in words", () => {
  const all = [
    make("A", { type: "book" }),
    make("B", { type: "paper-conference" }),
    make("C", { type: "article-journal" }),
    make("D", { type: "article-journal" }),
    make("E", { type: "motion_picture" }),
  ];
  assert.equal(grouped(all, "type"), [
    "Journal article: C, D",
    "Book: A",
    "Conference paper: B",
    "Motion picture: E",
  ]);
});

test("by venue: the largest first", () => {
  const all = [
    make("A", { venue: "ICML" }),
    make("B"),
    make("C", { venue: "NeurIPS" }),
    make("D", { venue: "NeurIPS" }),
  ];
  assert.equal(grouped(all, "venue"), ["NeurIPS: C, D", "ICML: A", "Elsewhere: B"]);
});

test("every publication is in one group, whatever the list is divided by", () => {
  const all = Array.from({ length: 50 }, (_, at) =>
    make(`P${at}`, { ...(at % 7 > 0 && { year: 2000 + (at % 5) }), venue: at % 3 ? `V${at % 4}` : "" }),
  );
  for (const by of ["year", "type", "venue"] as const) {
    const found = groupPublications(all, by, strings).flatMap(({ publications }) => publications);
    assert.equal(found.map(({ title }) => title).sort(), all.map(({ title }) => title).sort(), by);
  }
  assert.equal(groupPublications([], "year", strings), []);
});

test("filters have a choice for each label, with its count", () => {
  const all = [
    make("A", { type: "book", year: 2020, keywords: ["x", "y"] }),
    make("B", { type: "book", year: 2022, keywords: ["y"] }),
    make("C", { type: "thesis", status: "in press", keywords: ["y", "y"] }),
    make("D", { type: "thesis" }),
    make("E", { type: "thesis", year: 2020 }),
  ];
  assert.equal(choices("type", all), ["Thesis 3", "Book 2"]);
  assert.equal(choices("year", all), ["Forthcoming 1", "2022 1", "2020 2", "No year 1"]);
  assert.equal(choices("topic", all), ["y 3", "x 1"], "a topic named twice in an entry counts once");
});

test("filters that leave no choice are not offered", () => {
  assert.equal(filtersOf([], strings), []);
  const one = make("A", { type: "book", year: 2020, keywords: ["x"] });
  assert.equal(filtersOf([one], strings), []);
  assert.equal(filtersOf([one, make("B", { type: "book", year: 2020, keywords: ["x"] })], strings), []);
  assert.equal(
    filtersOf([one, make("B", { type: "book", year: 2021 })], strings).map(({ name }) => name),
    ["year"],
  );
  assert.equal(
    filtersOf([one, make("B", { type: "thesis", year: 2020 })], strings).map(({ name }) => name),
    ["type"],
  );
});

test("at most thirty topics, those of the most publications", () => {
  const all = Array.from({ length: 60 }, (_, at) =>
    make(`P${at}`, { keywords: at < 40 ? [`rare ${at}`] : ["common", "usual"] }),
  );
  const found = choices("topic", all) ?? [];
  assert.is(found.length, 30);
  assert.equal(found.slice(0, 2), ["common 20", "usual 20"]);
});

const hostile = [
  "</style><script>alert(1)</script>",
  '"]){} body{display:none}',
  "'quotes' \"and\" `more`",
  "back\\slash",
  "*/ comment /*",
  "new\nline",
  "a:b/c.d#e>f~g+h",
  "100% @import url(//evil.example)",
  "C",
  "C++",
  "c#",
  "++",
  "—",
  "All",
  "all",
  "機械学習",
  "машинное обучение",
  "التعلم الآلي",
  "हिन्दी",
  "Ünïcödé",
  "😀",
  "42",
  "-1",
  "--",
];

const many = hostile.map((label, at) =>
  make(label, { year: 2000 + (at % 3), type: at % 2 ? "book" : "thesis", keywords: [label] }),
);

test("ids are there, all different, and none has a sign that HTML or CSS would read", () => {
  const { entries, filters, groups } = catalogueOf(
    [...many, make("main-content"), make("2001"), make("type--book"), make("all--type"), make("2001")],
    true,
    strings,
  );
  const ids = [
    "main-content",
    ...entries.map(({ anchor }) => anchor),
    ...groups.map(({ id }) => id),
    ...filters.map(({ name }) => `all--${name}`),
    ...filters.flatMap(({ options }) => options.map(({ id }) => id)),
  ];
  for (const id of ids) assert.match(id, /^[\p{L}\p{M}\p{Nd}-]+$/u);
  assert.equal(
    ids.filter((id, at) => ids.indexOf(id) !== at),
    [],
  );
  const addresses = entries.map(({ url }) => url);
  assert.is(new Set(addresses).size, entries.length);
  assert.is(filters.find(({ name }) => name === "topic")?.options.length, hostile.length);
});

test("an entry has the values of its labels, and each choice keeps as many as it says", () => {
  const all = [...many, make("none"), make("both", { year: 2001, keywords: ["C", "C++", "not a choice"] })];
  const filters = filtersOf(all, strings);
  const values = all.map((each) => filterValues(each, filters));
  for (const { name, options } of filters) {
    for (const { label, value, count } of options) {
      assert.is(values.filter((each) => each[name]?.split(" ").includes(value)).length, count, label);
    }
  }
  assert.is(values.at(-2)?.topic, "");
});

/** Rules of a style sheet, as Sass reads them: it fails on what is no valid CSS. */
function rules(css: string): { selectors: string[]; body: string }[] {
  const { css: read } = compileString(css, { syntax: "css", style: "compressed", charset: false });
  return [...read.replace(/^\uFEFF/, "").matchAll(/([^{}]*)\{([^{}]*)\}/g)].map(
    ([, selector = "", body = ""]) => ({
      selectors: selector.split(/,(?=\.publication-list)/),
      body,
    }),
  );
}

test("the styles of filters are valid CSS, of nothing but the rules meant, whatever the labels", () => {
  const { filters, styles } = catalogueOf(many, true, strings);
  const found = rules(styles);
  const options = filters.flatMap(({ options: each }) => each);
  assert.ok(found.length >= options.length);
  const part = String.raw`\.publication-list(?::has\(#(?:type|year|topic)--[\p{L}\p{M}\p{Nd}-]+:checked\)){1,2} \.publication(?:-group)?:not\(`;
  for (const { selectors, body } of found) {
    assert.is(body, "display:none");
    for (const selector of selectors) assert.match(selector, new RegExp(`^${part}`, "u"));
  }
  assert.not.match(styles, /[<>\\';@/]/);
  // Quotes stand around the values of attributes only.
  assert.not.match(styles.replaceAll(/\[data-(type|year|topic)~="[\p{L}\p{M}\p{Nd}-]+"\]/gu, ""), /"/);
  for (const { id } of options) assert.ok(styles.includes(`#${id}:checked`), id);
});

test("without filters there are no styles", () => {
  assert.is(filterStyles([]), "");
  assert.is(catalogueOf([make("A")], true, strings).styles, "");
});

test("a group that has entries for each of two choices but none for both is hidden", () => {
  const pair = /:has\(#type--book:checked\):has\(#topic--x:checked\) \.publication-group/;
  // A list of less than ten entries has no filters.
  const others = Array.from({ length: 8 }, (_, at) => make(`P${at}`, { year: 1990 + at }));
  const apart = [
    ...others,
    make("A", { year: 2020, type: "book", keywords: ["y"] }),
    make("B", { year: 2020, type: "thesis", keywords: ["x"] }),
  ];
  assert.match(catalogueOf(apart, true, strings).styles, pair);
  const together = [...apart, make("C", { year: 2020, type: "book", keywords: ["x"] })];
  assert.not.match(catalogueOf(together, true, strings).styles, pair);
});

test("a list of less than ten entries has no filters", () => {
  const some = (count: number): Publication[] => many.slice(0, count);
  assert.equal(catalogueOf(some(9), true, strings).filters, []);
  assert.is(catalogueOf(some(9), true, strings).styles, "");
  assert.equal(
    catalogueOf(some(10), true, strings).filters.map(({ name, rare }) => `${name} ${rare}`),
    ["type 0", "year 0", "topic 10"],
  );
});

test("an entry's page is at its anchor, and nowhere where pages are off", () => {
  const all = [make("DBLP:conf/iclr/Hu2022"), make("a"), make("A"), make("Müller2020")];
  const urls = (hasPages: boolean): (string | undefined)[] =>
    catalogueOf(all, hasPages, strings).entries.map(({ url }) => url);
  assert.equal(urls(true), [
    "/publications/dblp-conf-iclr-hu2022/",
    "/publications/a/",
    "/publications/a-2/",
    "/publications/müller2020/",
  ]);
  assert.equal(urls(false), [undefined, undefined, undefined, undefined]);
});

test.run();
