import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, page, Site } from "../support/site.ts";

const test = suite("sections in several languages");

const home = { "index.md": page("", "", "home"), "de/index.md": page("", "", "home") };

/** A site in English and German with sections. */
const siteWith = (files: Record<string, string>, sections: Record<string, unknown>): Site =>
  new Site({
    "eleventy.config.js": config({
      title: "Ada Lovelace",
      url: "https://ada.example.org",
      languages: { de: { title: "Ada auf Deutsch" } },
      sections,
    }),
    ...home,
    ...files,
  });

async function build(site: Site, look: (site: Site, output: string) => void): Promise<void> {
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    look(site, output);
  } finally {
    site.remove();
  }
}

const titles = (html: string): string[] =>
  [...html.matchAll(/<div class="title">(?:<[^>]*>)*([^<]*)/g)].map(([, title = ""]) => title);

const english = "- { id: algebra, title: Weaving algebra, date: 2024-05-02 }\n";
const german =
  "- { id: algebra, title: Algebra weben, date: 2024-05-02 }\n- { title: Nur deutsch, year: 2020 }\n";

for (const [name, file, option] of [
  ["a data file in the folder of the language", "de/talks.yaml", true],
  ["one in the data folder", "_data/de/talks.json", true],
  ["one at the path of the option", "de/lists/talks.yaml", "lists/talks.yaml"],
] as const) {
  test(`${name} has the entries of that language`, async () => {
    const json = JSON.stringify([
      { id: "algebra", title: "Algebra weben", date: "2024-05-02" },
      { title: "Nur deutsch", year: 2020 },
    ]);
    const main = option === true ? "talks.yaml" : option;
    const site = siteWith(
      {
        [main]: english,
        [file]: file.endsWith("json") ? json : german,
        "de/a.md": page("A", "{% talks 1 %}"),
      },
      { talks: option },
    );
    await build(site, (built) => {
      assert.equal(titles(built.read("talks/index.html")), ["Weaving algebra"]);
      assert.equal(titles(built.read("de/talks/index.html")), ["Algebra weben", "Nur deutsch"]);
      assert.equal(titles(built.read("de/a/index.html")), ["Algebra weben"]);
      assert.match(built.read("de/talks/index.html"), '"name":"Algebra weben"');
    });
  });
}

test("without one, a language has the entries of the main language", async () => {
  await build(
    siteWith(
      {
        "talks.yaml": english,
        "de/talks/index.md": page("Vorträge", "Hallo", "section").replace("---\n", "---\nsection: talks\n"),
      },
      { talks: true },
    ),
    (built) => {
      assert.equal(titles(built.read("de/talks/index.html")), ["Weaving algebra"]);
      assert.match(built.read("de/talks/index.html"), "Hallo");
    },
  );
});

test("a folder has the entries of that language, which are its pages and share the connections of the main entries", async () => {
  const person = (name: string, more = ""): string => `---\nname: ${name}\nrole: R\n${more}---\nText.\n`;
  const site = siteWith(
    {
      "people/ada.md": person("Ada"),
      "de/people/ada.md": person("Ada, auf Deutsch"),
      "de/people/grace.md": person("Grace", "talks: algebra\n"),
      "talks.yaml": english.replace("}", ", people: [ada] }"),
      "de/talks.yaml": german,
    },
    { talks: true, people: true },
  );
  await build(site, (built, output) => {
    const people = built.read("de/people/index.html");
    assert.equal(titles(people), ["Ada, auf Deutsch", "Grace"]);
    assert.match(people, 'href="/de/people/ada/"');
    assert.equal(titles(built.read("people/index.html")), ["Ada"]);
    const ada = built.read("de/people/ada/index.html");
    assert.match(ada, "<title>Ada, auf Deutsch");
    assert.match(ada, "Algebra weben");
    assert.match(built.read("people/ada/index.html"), "Weaving algebra");
    assert.match(
      output,
      'field "talks" in de/people/grace.md:4 has no effect: the section "people" of the main language has no entry with the id "grace", whose connections it would share.',
    );
  });
});

test("pages of entries of a data file are those of the main language", async () => {
  const site = siteWith(
    {
      "people.yaml": "- { id: ada, name: Ada }\n",
      "de/people.yaml": "- { id: ada, name: Ada L. }\n- { name: Grace }\n",
    },
    { people: { pages: true } },
  );
  await build(site, (built) => {
    const german = built.read("de/people/index.html");
    assert.match(german, '<a href="/people/ada/">Ada L.</a>');
    assert.match(german, '<div class="title">Grace</div>');
    assert.ok(built.has("people/ada/index.html"));
    assert.not.ok(built.has("people/grace/index.html"));
  });
});

test("news are of their language: on its home page and on a page of their own, and never those of another", async () => {
  const news = (text: string): string => `- { date: 2024-03-05, text: ${text} }\n`;
  await build(siteWith({ "news.yaml": news("New") }, { news: true }), (built) => {
    assert.match(built.read("index.html"), "New");
    assert.ok(built.has("news/index.html"));
    assert.not.match(built.read("de/index.html"), "latest-news");
    assert.not.ok(built.has("de/news/index.html"));
  });
  const both = siteWith({ "news.yaml": news("New"), "de/news.yaml": news("Neu") }, { news: true });
  await build(both, (built) => {
    assert.match(built.read("de/index.html"), /latest-news[\s\S]*Neu/);
    assert.match(built.read("de/index.html"), 'href="/de/news/"');
    assert.match(built.read("de/index.html"), "indigo-sections");
    assert.match(built.read("de/news/index.html"), "Neu");
    assert.not.match(built.read("de/news/index.html"), "New");
    assert.match(built.read("sitemap.xml"), "/de/news/");
    assert.match(built.read("news/index.html"), "New");
  });
});

test("a CV in each language", async () => {
  const site = siteWith(
    {
      "cv.yaml": "basics: { name: Ada, label: Mathematician }\nwork: [{ name: Lab, position: Head }]\n",
      "de/cv.yaml":
        "basics: { name: Ada, label: Mathematikerin }\nwork: [{ name: Labor, position: Leiterin }]\n",
    },
    { cv: { labels: { work: { en: "Positions", de: "Stellen" } } } },
  );
  await build(site, (built) => {
    assert.match(built.read("cv/index.html"), /Mathematician[\s\S]*Positions[\s\S]*Head/);
    assert.match(built.read("de/cv/index.html"), /Mathematikerin[\s\S]*Stellen[\s\S]*Leiterin/);
    assert.match(built.read("de/cv/index.html"), '"jobTitle":"Mathematikerin"');
  });
});

test("a slip in a language's file fails the build with its file and line", async () => {
  const site = siteWith(
    { "talks.yaml": english, "de/talks.yaml": "- title: A\n  dat: 2024\n" },
    { talks: true },
  );
  const { code, output } = await site.buildInProcess();
  site.remove();
  assert.is(code, 1);
  assert.match(output, 'unknown field "dat" of talk "A" in de/talks.yaml:2. Did you mean "date"?');
});

test.run();
