import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Relations } from "../../plugin/publications/list/relations.ts";
import { selectPublications } from "../../plugin/publications/list/select.ts";
import { readSelection } from "../../plugin/publications/list/selection.ts";
import { readWords } from "../../plugin/publications/list/selection-words.ts";
import { type PublicationFacts, publication } from "../../plugin/publications/publication.ts";
import { config, page, Site } from "../support/site.ts";

const test = suite("selections of publications");

const bib = `
@article{engine, author = {Lovelace, Ada and Babbage, Charles}, title = {Engine}, journal = {Notes}, year = 1843, keywords = {machines, programs}, selected = {true}}
@inproceedings{loops, author = {Lovelace, A.}, title = {Loops}, booktitle = {Conference on Programs}, abbr = {CoP}, year = 1841, keywords = {Programs}}
@phdthesis{wheels, author = {Babbage, Charles}, title = {Wheels}, school = {Cambridge}, year = 1840, keywords = {machines}}
@article{compilers, author = {Hopper, Grace Brewster}, title = {Compilers}, journal = {Notes}, year = 1952, month = may, selected = {true}}
@article{bugs, author = {Hopper, Grace}, title = {Bugs}, journal = {Annals}, year = 1952, month = sep}
@article{soon, author = {Hopper, Grace}, title = {Soon}, journal = {Annals}, year = {in press}}
@misc{undated, author = {Noether, Emmy}, title = {Undated}}
`;

/** Each criterion in its three forms, and the titles that it selects, in order. */
const cases: [words: string, named: Record<string, unknown>, titles: string][] = [
  ["author 'Ada Lovelace'", { author: "Ada Lovelace" }, "Engine, Loops"],
  ["author 'Lovelace, A.'", { author: "Lovelace, A." }, "Engine, Loops"],
  ["author 'Grace B. Hopper'", { author: "Grace B. Hopper" }, "Compilers, Bugs, Soon"],
  // Another form of the owner's name.
  ["author 'Amazing Grace'", { author: "Amazing Grace" }, "Compilers, Bugs, Soon"],
  [
    "author 'Emmy Noether' author 'Charles Babbage'",
    { author: ["Emmy Noether", "Charles Babbage"] },
    "Engine, Wheels, Undated",
  ],
  ["topic programs", { topic: "programs" }, "Engine, Loops"],
  ["keyword MACHINES", { keyword: "MACHINES" }, "Engine, Wheels"],
  ["topic programs keyword machines", { topic: "programs", keyword: "machines" }, "Engine, Loops, Wheels"],
  ["venue notes", { venue: "notes" }, "Engine, Compilers"],
  ["venue CoP", { venue: "CoP" }, "Loops"],
  ['venue "Conference on Programs"', { venue: "Conference on Programs" }, "Loops"],
  ["type article-journal", { type: "article-journal" }, "Engine, Compilers, Bugs, Soon"],
  ["type thesis type paper-conference", { type: ["thesis", "paper-conference"] }, "Loops, Wheels"],
  ["year 1843", { year: 1843 }, "Engine"],
  ["year 1840-1842", { year: "1840-1842" }, "Loops, Wheels"],
  ["year 1900-", { year: "1900-" }, "Compilers, Bugs, Soon"],
  ["year -1841", { year: "-1841" }, "Loops, Wheels"],
  ["year forthcoming", { year: "forthcoming" }, "Soon"],
  ["year 1840 year 1843", { year: [1840, 1843] }, "Engine, Wheels"],
  ["year 2001", { year: 2001 }, ""],
  ["ids soon,engine", { ids: ["soon", "engine"] }, "Soon, Engine"],
  ["ids soon,engine order file", { ids: "soon, engine", order: "file" }, "Engine, Soon"],
  ["order newest", { order: "newest" }, "Soon, Bugs, Compilers, Engine, Loops, Wheels, Undated"],
  ["order oldest limit 2", { order: "oldest", limit: 2 }, "Undated, Wheels"],
  ["order title limit 3", { order: "title", limit: 3 }, "Bugs, Compilers, Engine"],
  ["selected", { selected: true }, "Engine, Compilers"],
  ["selected limit 1", { selected: true, limit: 1 }, "Engine"],
  [
    "type article-journal year 1900- limit 2",
    { type: "article-journal", year: "1900-", limit: 2 },
    "Compilers, Bugs",
  ],
];

/** Returns named arguments as Nunjucks has them. */
const asNamed = (named: Record<string, unknown>): string =>
  Object.entries(named)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    .join(", ");

const quoted = (words: string): string => (words.includes('"') ? `'${words}'` : `"${words}"`);

const loop = (selection: string): string =>
  `{% for entry in indigo.publications.entries | selectPublications${selection} %}<div class="title">{{ entry.publication.title }}</div>{% endfor %}`;

const liquidLoop = (selection: string): string =>
  `{% assign works = indigo.publications.entries | selectPublications: ${selection} %}{% for entry in works %}<div class="title">{{ entry.publication.title }}</div>{% endfor %}`;

const forms: Record<string, (words: string, named: Record<string, unknown>) => [file: string, text: string]> =
  {
    "words in Liquid": (words) => ["liquid", `{% publications ${quoted(words)} %}`],
    "words in Markdown, with full entries": (words) => [
      "md",
      page("Papers", `{% publications ${quoted(`${words} full`)} %}`),
    ],
    "named in Nunjucks": (_, named) => ["njk", `{% publications ${asNamed(named)} %}`],
    "front matter": (_, named) => [
      "md",
      `---\nlayout: publications-page\ntitle: Papers\npublications: ${JSON.stringify(named)}\n---\n`,
    ],
    "words in front matter": (words) => [
      "md",
      `---\nlayout: publications-page\ntitle: Papers\npublications: ${JSON.stringify(words)}\n---\n`,
    ],
    "a filter in Nunjucks": (_, named) => ["njk", loop(`(${asNamed(named)})`)],
    "a filter in Liquid": (words) => ["liquid", liquidLoop(quoted(words))],
    "a filter with named arguments in Liquid": (_, named) => [
      "liquid",
      // Liquid has no lists of its own.
      liquidLoop(
        Object.values(named).some(Array.isArray)
          ? quoted(cases.find((each) => each[1] === named)?.[0] ?? "")
          : Object.entries(named)
              .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
              .join(", "),
      ),
    ],
    JavaScript: (_, named) => [
      "11ty.js",
      `export default function () { return this.publications(${JSON.stringify(named)}); }`,
    ],
  };

let site: Site;

test.before(async () => {
  const pages = cases.flatMap(([words, named], at) =>
    Object.values(forms).map((form, kind) => {
      const [extension, text] = form(words, named);
      return [`case-${at}-${kind}.${extension}`, text] as const;
    }),
  );
  site = new Site({
    "eleventy.config.js": config({
      title: "A site",
      author: { name: "Grace Hopper", names: ["Amazing Grace"] },
    }),
    "publications.bib": bib,
    ...Object.fromEntries(pages),
  });
  await site.builtInProcess();
});
test.after(() => site.remove());

for (const [kind, form] of Object.keys(forms).entries()) {
  test(form, () => {
    for (const [at, [words, , titles]] of cases.entries()) {
      const html = site.read(`case-${at}-${kind}/index.html`);
      const found = [...html.matchAll(/<div class="title">(?:<a [^>]*>)?([^<]*)/g)].map(([, title]) => title);
      const wanted = titles.split(", ").filter(Boolean);
      // The page of a list is by year, unless it has an order.
      const isGrouped = /front matter/.test(form) && !/ids|order/.test(words);
      assert.equal(isGrouped ? found.sort() : found, isGrouped ? wanted.sort() : wanted, words);
    }
  });
}

test("the page of a selection has its title, headings by year, and says if it is empty", () => {
  const kind = Object.keys(forms).indexOf("front matter");
  const pageOf = (words: string): string =>
    site.read(`case-${cases.findIndex(([each]) => each === words)}-${kind}/index.html`);
  const headings = (html: string): string[] =>
    [...html.matchAll(/<(h[23])[^>]*>([^<]*)/g)].map(([, name, label]) => `${name} ${label?.trim()}`);
  assert.equal(headings(pageOf("year 1840-1842")), ["h2 Papers", "h3 1841", "h3 1840"]);
  assert.equal(headings(pageOf("ids soon,engine")), ["h2 Papers"]);
  assert.match(pageOf("year 2001"), "Nothing published yet!");
  assert.match(pageOf("year 1843"), /<li class="publication" id="engine"/);
  // Downloads are of all publications.
  assert.not.match(pageOf("year 1843"), 'class="downloads"');
});

test("headings of groups have the level that is asked for, h3 without", async () => {
  const other = new Site({
    "eleventy.config.js": config({}),
    "publications.bib": bib,
    "a.md": '{% publications "by year limit 1" %}',
    "b.md": '{% publications "by year limit 1 heading 2" %}',
    "c.njk": '{% publications by="year", limit=1, heading=4, style="full" %}',
    "d.md": "---\nlayout: publications-page\npublications: { year: 1843, by: venue, heading: 4 }\n---\n",
  });
  await other.builtInProcess();
  const heading = (name: string, html = other.read(`${name}/index.html`)): string | undefined =>
    /<(h\d)[^>]*>(?:1843|Notes) /.exec(html)?.[1];
  assert.equal(
    ["a", "b", "c", "d"].map((name) => heading(name)),
    ["h3", "h2", "h4", "h4"],
  );
  other.remove();
});

test("a heading without entries for two buttons is hidden on the page of a selection too", async () => {
  const entry = (id: string, type: string, keyword: string, year = 2020): string =>
    `- { id: ${id}, title: ${id}, venue: V, year: ${year}, type: ${type}, keywords: [${keyword}] }\n`;
  const other = new Site({
    "eleventy.config.js": config({}),
    "publications.yaml": [
      entry("a", "book", "x"),
      entry("b", "thesis", "y"),
      // The only book on y, which the page does not have.
      entry("c", "book", "y").replace("venue: V", "venue: W"),
      ...Array.from({ length: 9 }, (_, at) => entry(`p${at}`, "report", "z", 1990 + at)),
    ].join(""),
    "v.md": "---\nlayout: publications-page\npublications: venue V\n---\n",
  });
  await other.builtInProcess();
  const css = other.read("assets/indigo-filters.css");
  const pair = /:has\(#type--book:checked\):has\(#topic--y:checked\) \.publication-group/;
  assert.match(css, pair);
  // Both pages name the file by the same version.
  const [all, some] = ["publications", "v"].map(
    (name) => /indigo-filters\.css\?v=\w+/.exec(other.read(`${name}/index.html`))?.[0],
  );
  assert.ok(all !== undefined && all === some, `${all} ${some}`);
  other.remove();
});

test("words: in any order and letter case, values in quotes", () => {
  assert.equal(readWords(""), { values: {} });
  assert.equal(readWords("all"), { values: {} });
  assert.equal(readWords('Limit 5 author "A B" BY year full author \'C "D"\' selected'), {
    values: { limit: "5", author: ["A B", 'C "D"'], by: "year", style: "full", selected: true },
  });
  assert.equal(readWords("topic selected").values, { topic: ["selected"] });
  assert.equal(readWords('"selected"').unknown, { word: "selected", lacksValue: false });
  assert.equal(readWords("by").unknown, { word: "by", lacksValue: true });
});

const make = (id: string, facts: Partial<PublicationFacts> = {}) =>
  publication({
    id,
    title: id,
    authors: ["Ada Lovelace"],
    editors: [],
    venue: "Notes",
    type: "book",
    selected: false,
    links: [],
    keywords: ["machines"],
    ...facts,
  });

const all = [make("one"), make("two"), make("three")];
const publications = {
  files: ["publications.bib"],
  all,
  byId: new Map(all.map((each) => [each.id ?? "", each])),
  placeOf: () => "",
};

const relations: Relations = {
  people: ["ada", "charles"],
  projects: ["engine"],
  worksOfPerson: (id) =>
    id === "ada" ? new Set(["one", "three"]) : id === "charles" ? new Set() : undefined,
  worksOfProject: (id) => (id === "engine" ? new Set(["two"]) : undefined),
};

const select = (words: string, related: Relations | undefined = relations): string =>
  selectPublications(
    all,
    readSelection(words, {}, "it"),
    { publications, self: ["Ada Lovelace"], relations: related },
    "it",
  )
    .map(({ id }) => id)
    .join(" ");

test("people and projects select by what the rooms above know of them", () => {
  assert.is(select("person ada"), "one three");
  assert.is(select("person charles"), "");
  assert.is(select("project engine"), "two");
  assert.is(select("person ada project engine"), "");
  assert.is(select("person ada person charles limit 1"), "one");
});

/** What is wrong, and the message after "indigo: it". */
const wrong: [words: string, message: string][] = [
  ["selcted", ': "selcted" is no word of a selection. Did you mean "selected"?'],
  ["Lovelace", /^: "Lovelace" is no word of a selection\. Known: all, selected, full, author, /.source],
  ["limit", ': "limit" needs a value after it.'],
  ["author Ada", ': no publication has the author "Ada". Known: Ada Lovelace.'],
  ["author 'Ada Lovelcae'", ': no publication has the author "Ada Lovelcae". Did you mean "Ada Lovelace"?'],
  ["person ad", ': there is no person "ad". Did you mean "ada"?'],
  ["project engin", ': there is no project "engin". Did you mean "engine"?'],
  ["topic machine", ': no publication has the topic "machine". Did you mean "machines"?'],
  ["venue Xyz", ': no publication has the venue "Xyz". Known: Notes.'],
  ["ids one,twoo", ': no publication has the id "twoo". Did you mean "two"?'],
  ["selected", ': no entry of publications.bib has "selected: true".'],
];

test("unknown words and values are named, with the nearest one", () => {
  for (const [words, message] of wrong) {
    try {
      select(words);
      assert.unreachable(words);
    } catch (error) {
      const text = (error as Error).message.replace("indigo: it", "");
      if (message.startsWith("^")) assert.match(text, new RegExp(message));
      else assert.is(text, message);
    }
  }
  assert.throws(
    () =>
      selectPublications(
        all,
        readSelection("person ada", {}, "it"),
        { publications, self: [], relations: undefined },
        "it",
      ),
    /"person" needs the section people, which the site does not have/,
  );
});

test("invalid values are named with what is expected", () => {
  for (const [values, message] of [
    [{ by: "month" }, 'argument "by" in it must be one of "year", "type" or "venue", but it is "month".'],
    [{ limit: 0 }, 'argument "limit" in it must be a whole number from 1 on, but it is 0.'],
    [{ limit: "five" }, 'argument "limit" in it must be a whole number from 1 on, but it is "five".'],
    [{ heading: 1 }, 'argument "heading" in it must be the level of a heading, from 2 to 6, but it is 1.'],
    [{ selected: "yes" }, 'argument "selected" in it must be true or false, but it is "yes".'],
    [{ autor: "Ada" }, 'unknown argument "autor" in it. Did you mean "author"?'],
    [{ order: "newst" }, 'Did you mean "newest"?'],
    [{ type: "article-jounal" }, 'Did you mean "article-journal"?'],
    [{ year: "20201" }, 'argument "year" in it must be a year such as 2022, a range'],
    [{ year: "2022-2020" }, 'argument "year" in it must be a year such as 2022, a range'],
    [{ year: "-" }, 'argument "year" in it must be a year such as 2022, a range'],
    [{ author: 5 }, 'argument "author" in it must be text or a list'],
  ] as const) {
    try {
      readSelection(undefined, values, "it");
      assert.unreachable(JSON.stringify(values));
    } catch (error) {
      assert.ok((error as Error).message.includes(message), (error as Error).message);
    }
  }
  assert.throws(() => readSelection(["a"], {}, "it"), /must be words such as "selected by year"/);
});

test.run();
