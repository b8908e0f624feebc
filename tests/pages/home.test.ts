import { suite } from "uvu";
import * as assert from "uvu/assert";
import { knownLanguages, stringsIn } from "../../plugin/i18n/strings/index.ts";
import { homePartNames } from "../../plugin/options/home.ts";
import { failsToBuild } from "../support/fails.ts";
import { homeKinds } from "../support/page-kinds.ts";
import { config, page, type Site } from "../support/site.ts";
import { invalidHtml } from "../support/valid-html.ts";
import { withWarnings } from "../support/warnings.ts";

const test = suite("home page from parts");

/** The files of a site with these options and pages, and something for most parts. */
const files = (options: object, more: Record<string, string> = {}): Record<string, string> => ({
  "eleventy.config.js": config({ title: "Ada", url: "https://ada.example.org", ...options }),
  "index.md": page("", "I study engines.", "home"),
  "publications.yaml": `- { id: new, title: Newest work, venue: V, year: 2024, authors: [Ada], keywords: [looms], selected: true }
- { id: mid, title: Middle work, venue: V, year: 2023, authors: [Ada] }
- { id: old, title: Oldest work, venue: V, year: 2001, authors: [Ada], selected: true }
`,
  "posts/a.md": "---\ntitle: Alpha\nlayout: post\ntags: [posts, looms]\ndate: 2024-01-01\n---\nA.\n",
  "posts/b.md":
    "---\ntitle: Beta\nlayout: post\ntags: [posts, gears]\ncategories: [notes, blog]\ndate: 2024-02-01\n---\nB.\n",
  "news.yaml": [1, 2, 3, 4, 5, 6].map((day) => `- { date: 2024-03-0${day}, text: News ${day} }\n`).join(""),
  "talks.yaml": "- { title: A talk, date: 2024-05-02 }\n- { title: Another talk, date: 2023-05-02 }\n",
  ...more,
});

const sections = { news: true, talks: true };

/** The HTML of each part of a home page. */
const sectionsOf = (html: string): string[] =>
  (html.split("</main>")[0] ?? "").split(/(?=<section class="home-part )/).slice(1);

/** The parts of a home page: the name and the heading of each, and the link to all of it. */
const partsOf = (html: string): string[] =>
  sectionsOf(html).map((part) => {
    const [, name] = /^<section class="home-part list home-(\w+)">/.exec(part) ?? [];
    const [, title = ""] = /^[^>]*>\s*<h2 class="(?:title|label)">(.*?)<\/h2>/.exec(part) ?? [];
    const [, url, label] = /<p class="more"><a href="(.*?)">(.*?)<\/a>/.exec(part) ?? [];
    return `${name}: ${title} | ${label} ${url}`;
  });

const home = (site: Site, file = "index.html"): string => site.read(file);

const order = (html: string, ...texts: string[]): void => {
  const at = texts.map((text) => html.indexOf(text, html.indexOf("<main")));
  assert.not.ok(at.includes(-1), `missing: ${texts.filter((_, index) => at[index] === -1).join()}`);
  assert.equal(
    at,
    at.toSorted((a, b) => a - b),
  );
};

test("parts come in their order, each with a heading and a link to all of it", () =>
  withWarnings(files({ sections, home: ["news", "text", "selected", "posts"] }), (site, warnings) => {
    assert.equal(warnings, []);
    const html = home(site);
    assert.equal(partsOf(html), [
      "news: News | All news /news/",
      "selected: Selected publications | All publications /publications/",
      "posts: Latest posts | All posts /blog/",
    ]);
    order(html, "News 6", "News 2", "I study engines.", "Newest work", "Oldest work", "Beta", "Alpha");
    // Five pieces of news, selected publications only, and a line above the text.
    assert.not.match(html, "News 1");
    assert.not.match(html, "Middle work");
    assert.not.match(html, "latest-news");
    assert.match(html, /home-line"><\/div>\s*<p>I study/);
    assert.is(html.split("home-line").length, 2);
    assert.match(html, '<h3 class="title">Alpha</h3>');
    assert.match(site.read("blog/index.html"), '<h2 class="title">Alpha</h2>');
  }));

test("a part may choose what it shows, and have a heading of its own", () =>
  withWarnings(
    files({
      sections,
      home: [
        "text",
        { part: "posts", limit: 1, title: "Notes & more" },
        { part: "posts", tag: "looms", title: "Looms" },
        { part: "posts", category: "notes", title: "Category" },
        { part: "publications", year: "2023-", limit: 1, order: "oldest", title: "Since 2023" },
        { part: "publications", topic: "looms", style: "full", title: "On looms" },
        { part: "selected", by: "year" },
        { part: "talks", group: "2023" },
        { part: "news", limit: 6 },
      ],
    }),
    (site, warnings) => {
      assert.equal(warnings, []);
      const html = home(site);
      const part = (title: string): string =>
        sectionsOf(html).find((each) => each.includes(`<h2 class="title">${title}</h2>`)) ?? "";
      assert.match(part("Notes &amp; more"), "Beta");
      assert.not.match(part("Notes &amp; more"), "Alpha");
      assert.match(part("Looms"), "Alpha");
      assert.not.match(part("Looms"), "Beta");
      assert.match(part("Category"), "Beta");
      assert.match(part("Since 2023"), "Middle work");
      assert.not.match(part("Since 2023"), /Newest|Oldest/);
      assert.match(part("On looms"), 'class="publication-list"');
      assert.match(part("Selected publications"), '<h3 class="publication-group">2001');
      assert.match(part("Talks"), "Another talk");
      assert.not.match(part("Talks"), "A talk");
      assert.match(part("News"), "News 1");
    },
  ));

test("a page links the style sheets that its parts need, and no other page those of parts", () =>
  withWarnings(
    files(
      { sections, home: ["text", { part: "publications", style: "full" }] },
      { "about.md": page("About"), "lab.md": "---\nlayout: home\nhome: [news]\n---\n" },
    ),
    (site, warnings) => {
      assert.equal(warnings, []);
      const sheets = (file: string): string[] =>
        [...site.read(file).matchAll(/assets\/indigo-?([a-z-]*)-[\da-f]{10}\.css/g)].map(
          ([, name = ""]) => name,
        );
      assert.equal(sheets("index.html"), ["", "publications", "home"]);
      assert.equal(sheets("lab/index.html"), ["", "sections", "home"]);
      assert.equal(sheets("about/index.html"), [""]);
      assert.ok(!sheets("blog/index.html").includes("home"));
    },
  ));

test("a site without parts has neither their style sheet nor another home page", () =>
  withWarnings(files({ sections }), (site, warnings) => {
    assert.equal(warnings, []);
    assert.equal(
      site.files().filter((file) => file.includes("indigo-home")),
      [],
    );
    assert.match(home(site), "latest-news");
    assert.not.match(home(site), "home-part");
  }));

test("front matter is that of one page: other parts, none, or parts of a further page with the layout", () =>
  withWarnings(
    files(
      { sections, languages: { fr: {} }, home: ["text", "posts"] },
      {
        "index.md": '---\nlayout: home\nhome: ["text", { part: talks, limit: 1 }]\n---\nWords.\n',
        "fr/index.md": "---\nlayout: home\nhome: false\n---\nMots.\n",
        "lab.md": "---\nlayout: home\n---\nThe lab.\n",
        "group.md": "---\nlayout: home\nhome:\n  - news\n  - text\n---\nThe group.\n",
      },
    ),
    (site, warnings) => {
      assert.equal(warnings, []);
      assert.equal(partsOf(home(site)), ["talks: Talks | All talks /talks/"]);
      assert.not.match(home(site), "Another talk");
      assert.equal(partsOf(home(site, "fr/index.html")), []);
      assert.equal(partsOf(home(site, "lab/index.html")), []);
      assert.match(home(site, "lab/index.html"), "latest-news");
      assert.equal(partsOf(home(site, "group/index.html")), ["news: News | All news /news/"]);
      order(home(site, "group/index.html"), "News 6", "The group.");
    },
  ));

test("each language has its own words, entries and links", () =>
  withWarnings(
    files(
      {
        sections,
        languages: { de: {}, fr: { home: ["selected", { part: "posts", title: { fr: "Notes" } }] } },
        home: ["text", "news", "talks", { part: "posts", title: "Notes" }],
      },
      {
        "de/index.md": page("", "Maschinen.", "home"),
        "de/posts/c.md": "---\ntitle: Gamma\nlayout: post\ntags: posts\ndate: 2024-01-01\n---\nC.\n",
        "fr/posts/d.md": "---\ntitle: Delta\nlayout: post\ntags: posts\ndate: 2024-01-01\n---\nD.\n",
      },
    ),
    (site, warnings) => {
      assert.equal(warnings, []);
      assert.match(partsOf(home(site)).join(), "posts: Notes | All posts /blog/");
      // The news are English; the talks are those of the main language, as on their page.
      assert.equal(partsOf(home(site, "de/index.html")), [
        "talks: Vorträge | Alle Vorträge /de/talks/",
        "posts: Neueste Beiträge | Alle Beiträge /de/blog/",
      ]);
      assert.match(home(site, "de/index.html"), "Gamma");
      assert.not.match(home(site, "de/index.html"), /Alpha|Delta/);
      assert.equal(partsOf(home(site, "fr/index.html")), [
        "selected: Publications choisies | Toutes les publications /fr/publications/",
        "posts: Notes | Tous les billets /fr/blog/",
      ]);
    },
  ));

test("every part is one in every language", () => {
  const names = homePartNames.filter((name) => name !== "text" && name !== "selected");
  for (const language of knownLanguages) {
    const strings: Record<string, unknown> = { ...stringsIn(language).strings };
    const labels = names.map((name) => strings[`all${name[0]?.toUpperCase()}${name.slice(1)}`]);
    assert.not.ok(labels.includes(undefined), language);
  }
});

test("what a part has nothing of yet shows nothing", () =>
  withWarnings(
    {
      "eleventy.config.js": config({
        title: "Ada",
        sections: { talks: true },
        home: ["text", "posts", { part: "posts", tag: "x" }, { part: "talks", group: "upcoming" }],
      }),
      "index.md": page("", "Words.", "home"),
      "talks.yaml": "- { title: A talk, date: 2020-05-02 }\n",
    },
    (site, warnings) => {
      assert.equal(warnings, []);
      assert.not.match(home(site), "home-part");
      assert.match(home(site), "Words.");
    },
  ));

/** Parts that can't be shown, with the warning for each. */
const leftOut: [name: string, part: unknown, warning: string][] = [
  [
    "a section that is off",
    "people",
    'shows a section that is off: set the option "sections" in eleventy.config.js to { people: true }.',
  ],
  ["a section without entries", "teaching", ': the section "teaching" has no entries yet.'],
  [
    "an unknown group",
    { part: "talks", group: "Upcomming" },
    ': no group of that name. Did you mean "upcoming"?',
  ],
  ["an unknown person", { part: "talks", person: "ada" }, ': there is no person "ada".'],
  ["an unknown tag", { part: "posts", tag: "lomos" }, ': no post has the tag "lomos". Did you mean "looms"?'],
  [
    "an unknown category",
    { part: "posts", category: "note" },
    ': no post has the category "note". Did you mean "notes"?',
  ],
  [
    "an unknown topic",
    { part: "publications", topic: "loom" },
    ': no publication has the topic "loom". Did you mean "looms"?',
  ],
];

test("a part that can't be shown is left out, with a warning that names it", () =>
  withWarnings(
    files(
      { sections: { ...sections, teaching: true }, home: [...leftOut.map(([, part]) => part), "text"] },
      { "teaching.yaml": "[]\n" },
    ),
    (site, warnings) => {
      assert.equal(
        warnings.filter((warning) => !warning.includes("has no course yet")),
        leftOut.map(
          ([, , text], index) =>
            `indigo: option "home[${index}]" in eleventy.config.js${text.startsWith(":") ? "" : " "}${text} The part is left out.`,
        ),
      );
      assert.not.match(home(site), "home-part");
      assert.match(home(site), "I study engines.");
    },
  ));

test("a site without publications, or without selected ones, is told so", async () => {
  const only = (more: Record<string, string>) => ({
    "eleventy.config.js": config({ title: "Ada", home: ["selected"] }),
    ...more,
  });
  await withWarnings(only({}), (_, warnings) =>
    assert.equal(warnings, [
      'indigo: option "home[0]" in eleventy.config.js: the site has no publications.bib, .yaml or .json in its input folder. The part is left out.',
    ]),
  );
  await withWarnings(
    only({ "publications.yaml": "- { id: a, title: T, venue: V, year: 2024, authors: [Ada] }\n" }),
    (_, warnings) =>
      assert.equal(warnings, [
        'indigo: option "home[0]" in eleventy.config.js: no entry of publications.yaml has "selected: true". The part is left out.',
      ]),
  );
});

test("a text that no part shows is not lost, and one that is nowhere is asked for", async () => {
  await withWarnings(files({ home: ["posts"] }), (site, warnings) => {
    assert.equal(warnings, [
      'indigo: option "home" in eleventy.config.js does not name "text", so that the text of index.md stands first. Add "text" where it belongs.',
    ]);
    order(home(site), "I study engines.", "Alpha");
  });
  await withWarnings(
    { "eleventy.config.js": config({ title: "Ada", languages: { fr: {} }, home: ["text"] }) },
    (_, warnings) =>
      assert.equal(warnings, [
        'indigo: option "home[0]" in eleventy.config.js is the text of the page /, which the site does not have: write it in index.md, with the layout "home".',
        'indigo: option "home[0]" in eleventy.config.js is the text of the page /fr/, which the site does not have: write it in fr/index.md, with the layout "home".',
      ]),
  );
});

/** Options that stop the build, with the messages. */
const badOptions: [name: string, option: unknown, ...messages: string[]][] = [
  ["no list", "news", 'option "home" in eleventy.config.js must be a list, but it is "news".'],
  ["no part", [], 'option "home" in eleventy.config.js must have at least one part, but it is [].'],
  [
    "an unknown part",
    ["text", "slected"],
    'option "home[1]" in eleventy.config.js must be one of "text", "posts", "selected", "publications", "news", "talks", "teaching", "people", "projects" or "cv", but it is "slected". Did you mean "selected"?',
  ],
  [
    "an unknown part with fields",
    [{ part: "pots", limit: 3 }],
    'option "home[0].part" in eleventy.config.js must be one of "text", "posts", "selected", "publications", "news", "talks", "teaching", "people", "projects" or "cv", but it is "pots". Did you mean "posts"?',
  ],
  ["no name", [{ limit: 3 }], 'missing option "home[0].part" in eleventy.config.js.'],
  [
    "a number",
    [5],
    'option "home[0]" in eleventy.config.js must be text or a group of named values, but it is 5.',
  ],
  [
    "misspelled fields, each named",
    [
      { part: "posts", limt: 3 },
      { part: "news", grop: "x" },
      { part: "selected", topc: "x" },
    ],
    'unknown option "home[0].limt" in eleventy.config.js. Did you mean "limit"?',
    'unknown option "home[1].grop" in eleventy.config.js. Did you mean "group"?',
    'unknown option "home[2].topc" in eleventy.config.js. Did you mean "topic"?',
  ],
  [
    "a field of another part",
    [{ part: "news", tag: "looms" }],
    'unknown option "home[0].tag" in eleventy.config.js. Known: part, title, limit, group, person, project, publication.',
  ],
  [
    "a limit that is none",
    [
      { part: "posts", limit: 0 },
      { part: "publications", limit: "many" },
    ],
    'option "home[0].limit" in eleventy.config.js must be a whole number from 1 on, but it is 0.',
    'option "home[1].limit" in eleventy.config.js must be a whole number from 1 on, but it is "many".',
  ],
  [
    "a heading that is none",
    [{ part: "news", title: 5 }],
    'option "home[0].title" in eleventy.config.js must be text or a group of named values, but it is 5.',
  ],
  [
    "text twice",
    ["text", "text"],
    'option "home[1]" in eleventy.config.js is "text" again, which stands once.',
  ],
];
for (const [name, option, ...messages] of badOptions) {
  test(`option: ${name}`, async () => {
    assert.equal(await failsToBuild({ "eleventy.config.js": config({ home: option }) }, messages), []);
  });
}

test("the option of a language is named in messages", async () => {
  const options = { languages: { fr: { home: [{ part: "posts", limt: 1 }] } } };
  assert.equal(
    await failsToBuild({ "eleventy.config.js": config(options) }, [
      'unknown option "languages.fr.home[0].limt" in eleventy.config.js. Did you mean "limit"?',
    ]),
    [],
  );
});

test("invalid front matter is warned of with file and line, and the other parts are shown", async () => {
  const list =
    "---\nlayout: home\nhome:\n  - text\n  - nwes\n  - { part: posts, lmit: 1 }\n  - posts\n  - text\n---\nWords.\n";
  await withWarnings(files({ sections }, { "index.md": list }), (site, warnings) => {
    assert.equal(warnings, [
      'indigo: field "home[1]" in index.md:5 must be one of "text", "posts", "selected", "publications", "news", "talks", "teaching", "people", "projects" or "cv", but it is "nwes". Did you mean "news"? The part is left out.',
      'indigo: unknown field "home[2].lmit" in index.md:6. Did you mean "limit"? The part is left out.',
      'indigo: field "home[4]" in index.md:8 is "text" again, which stands once. The part is left out.',
    ]);
    assert.equal(partsOf(home(site)), ["posts: Latest posts | All posts /blog/"]);
  });
  const other = files({ sections }, { "index.md": "---\nlayout: home\nhome: news\n---\nWords.\n" });
  await withWarnings(other, (site, warnings) => {
    assert.equal(warnings, [
      'indigo: field "home" in index.md:3 must be a list of parts or false, but it is "news"; it has no effect. Parts: text, posts, selected, publications, news, talks, teaching, people, projects, cv.',
    ]);
    assert.match(home(site), "latest-news");
  });
});

test("parts in the front matter of another page are warned of, and other data of this name is not", async () => {
  const page = (title: string, front: string): string =>
    `---\ntitle: ${title}\nlayout: page\n${front}---\nWords.\n`;
  const all = files(
    { sections, home: ["text", "news"] },
    {
      "a.md": page("A", "home: [text, posts]\n"),
      "b.md": page("B", "home: [Paris]\n"),
      "c.md": page("C", ""),
    },
  );
  await withWarnings(all, (site, warnings) => {
    assert.equal(warnings, [
      'indigo: field "home" in a.md:4 has no effect, since the page is no home page: give it the layout "home", or remove the field.',
    ]);
    assert.not.match(site.read("a/index.html"), "home-part");
  });
});

test("a data file of the site named home is data of its own", () =>
  withWarnings(files({ sections }, { "_data/home.json": '["posts", "nwes"]' }), (site, warnings) => {
    assert.equal(warnings, []);
    assert.not.match(home(site), "home-part");
  }));

test("the entries of a page have structured data, as on their own page", () =>
  withWarnings(
    files({ sections, home: ["text", { part: "talks", limit: 1 }, { part: "talks", group: "2024" }] }),
    (site) => {
      const [about, graph] = [
        ...home(site).matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g),
      ].map(([, json = ""]) => JSON.parse(json));
      assert.is(about["@type"], "WebSite");
      assert.equal(
        graph["@graph"].map((node: Record<string, unknown>) => [node["@type"], node.name]),
        [["Event", "A talk"]],
      );
    },
  ));

test("a site from Jekyll keeps its home page and what it calls home", async () => {
  const jekyll = {
    "_config.yml": "title: Ada\nblog: true\nhome: [news]\n",
    "eleventy.config.js": config({ config: "_config.yml" }),
    "index.html": "---\nlayout: home\nhome: true\n---\n<p>{{ site.home }}</p>\n",
    "_posts/2024-01-01-a.md": "---\ntitle: Alpha\nlayout: post\n---\nA.\n",
  };
  await withWarnings(jekyll, (site, warnings) => {
    assert.equal(warnings, []);
    assert.match(home(site), "<p>news</p>");
    assert.not.match(home(site), "home-part");
  });
  const withParts = {
    ...jekyll,
    "eleventy.config.js": config({ config: "_config.yml", home: ["text", "posts"] }),
  };
  await withWarnings(withParts, (site, warnings) => {
    assert.equal(warnings, []);
    assert.equal(partsOf(home(site)), ["posts: Latest posts | All posts /blog/"]);
  });
});

test("a home page with every part is valid HTML, in each language", async () => {
  const site = homeKinds.make();
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    assert.not.match(output, "indigo:");
    assert.equal(await invalidHtml(site, Object.values(homeKinds.pages)), []);
    const shown = partsOf(home(site)).map((part) => part.replace(/:.*/, ""));
    const parts = homePartNames.filter((name) => name !== "text");
    assert.equal(
      parts.filter((name) => !shown.includes(name)),
      [],
    );
    assert.match(home(site), /<h2 class="title">Education<\/h2>/);
  } finally {
    site.remove();
  }
});

test.run();
