import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, Site } from "../support/site.ts";

// Shortcodes of sections that show what is connected to a person, a project or a publication.

const test = suite("entries of sections by their connections");

const files = {
  "eleventy.config.js": config({
    title: "Lab",
    sections: { news: true, talks: true, people: true, projects: true },
  }),
  "publications.bib":
    "@book{notes, author = {Lovelace, Ada}, title = {Notes}, publisher = {P}, year = 1843}\n",
  "people.yaml":
    "- { id: ada, name: Ada Lovelace, group: Head }\n- { id: charles, name: Charles Babbage, group: Guests }\n- { id: mary, name: Mary S, group: person ada }\n",
  "projects.yaml":
    "- { id: engine, title: Engine, people: [ada, charles] }\n- { id: loom, title: Loom, people: [charles] }\n",
  "talks.yaml":
    "- { title: On notes, year: 1844, people: [ada], publication: notes }\n- { title: On engines, year: 1833, people: [charles], projects: [engine] }\n- { title: Both, year: 1840, people: [ada, charles] }\n",
  "news.yaml": "- { date: 2024, text: New }\n",
};

/** Calls in words, with named arguments, and the entries that they show, in order. */
const cases: [name: string, words: string, named: string, titles: string[]][] = [
  ["talks", "person ada", 'person="ada"', ["On notes", "Both"]],
  ["talks", "person 'charles' limit 1", 'person="charles", limit=1', ["Both"]],
  ["talks", "publication notes", 'publication="notes"', ["On notes"]],
  ["talks", "project engine", 'project="engine"', ["On engines"]],
  ["talks", "project engine person charles", 'project="engine", person="charles"', ["On engines"]],
  ["talks", "person mary", 'person="mary"', []],
  ["projects", "person charles", 'person="charles"', ["Engine", "Loom"]],
  ["people", "project loom", 'project="loom"', ["Charles Babbage"]],
  ["people", "publication notes", 'publication="notes"', ["Ada Lovelace"]],
  // The name of a group, as the author has one of these words.
  ["people", "person ada", 'group="person ada"', ["Mary S"]],
];

const titlesIn = (html: string): string[] =>
  [...html.matchAll(/class="title">(?:<a [^>]*>)?([^<]*)/g)].map(([, title = ""]) => title.trim());

test("words and named arguments show the connected entries", async () => {
  const pages = cases.flatMap(([name, words, named], at) => [
    [`words-${at}.liquid`, `{% ${name} "${words}" %}`],
    [`named-${at}.njk`, `{% ${name} ${named} %}`],
  ]);
  const site = new Site({ ...files, ...Object.fromEntries(pages) });
  await site.builtInProcess();
  try {
    for (const [at, [name, words, , titles]] of cases.entries()) {
      for (const form of ["words", "named"])
        assert.equal(titlesIn(site.read(`${form}-${at}/index.html`)), titles, `${form}: ${name} ${words}`);
    }
  } finally {
    site.remove();
  }
});

for (const [call, message] of [
  ['talks "person adda"', 'there is no person "adda". Did you mean "ada"?'],
  ['people "project engin"', 'there is no project "engin". Did you mean "engine"?'],
  [
    'news "person ada"',
    '"person" is a word of people, projects, talks only, whose entries have connections.',
  ],
]) {
  test(`{% ${call} %} says what is wrong`, async () => {
    const site = new Site({ ...files, "index.liquid": `{% ${call} %}` });
    const { code, output } = await site.buildInProcess();
    site.remove();
    assert.is(code, 1);
    assert.ok(output.includes(`indigo: {% ${call} %} in index.liquid: ${message}`), output);
  });
}

test.run();
