import { suite } from "uvu";
import * as assert from "uvu/assert";
import { failsToBuild } from "../support/fails.ts";
import { sectionsSite } from "../support/sections-site.ts";
import { config, page, Site } from "../support/site.ts";

const test = suite("sections");

/** Builds a site, hands it over with what Eleventy said, and removes it. */
async function built(
  files: Record<string, string>,
  use: (site: Site, output: string) => void,
  ...args: string[]
): Promise<void> {
  const site = new Site(files);
  try {
    const { code, output } = await site.buildInProcess(...args);
    assert.is(code, 0, output);
    use(site, output);
  } finally {
    site.remove();
  }
}

const main = (html: string): string => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? "";
const titles = (html: string): string[] =>
  [...main(html).matchAll(/<div class="title">(.*?)<\/div>/g)].map(([, title]) =>
    (title ?? "").replaceAll(/<[^>]*>/g, ""),
  );
const headings = (html: string): string[] =>
  [...html.matchAll(/<h3 class="section-group">(.*?)<\/h3>/g)].map(([, label]) => label ?? "");
const graph = (html: string): Record<string, unknown>[] =>
  [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].flatMap(
    ([, json]) => JSON.parse(json ?? "{}")["@graph"] ?? [],
  );

test("all sections at once: pages, groups, links, files", () =>
  built(sectionsSite, (site) => {
    const news = site.read("news/index.html");
    assert.equal(
      [...news.matchAll(/<time datetime="([^"]*)">([^<]*)/g)].map(([, iso, words]) => `${iso} ${words}`),
      [
        "2024-05-20 May 20 2024",
        "2024-03-05 Mar 05 2024",
        "2024-01-10 Jan 10 2024",
        "2023-12-01 Dec 01 2023",
        "2023-11-01 Nov 01 2023",
        "2023-10 Oct 2023",
      ],
    );
    assert.match(news, '<a href="https://example.org/weaving">weaving numbers</a> was accepted.');
    assert.match(news, '<div class="title"><a href="/people/">Two new students</a></div>');
    assert.match(news, '<pre class="highlight"', "code as on pages in Markdown");
    assert.match(news, /<link rel="stylesheet" href="\/assets\/indigo-post-/, "with its colours");

    const talks = site.read("talks/index.html");
    assert.equal(headings(talks), ["2024", "2022"]);
    assert.equal(titles(talks), ["On flight", "Notes on the &lt;/script&gt; engine", "Weaving numbers"]);
    assert.match(talks, '<div class="people-with">with Charles Babbage</div>');
    assert.match(talks, '<time datetime="2024-03-05">Mar 05 2024 – Mar 07 2024</time>');
    assert.match(
      talks,
      '[<a href="/assets/notes.pdf">Slides</a> | <a href="https://example.org/video">Video</a>',
    );
    assert.match(
      talks,
      '<details><summary>Abstract</summary><div class="text"><p>The engine <em>weaves</em>',
    );
    assert.ok(site.has("assets/notes.pdf"));

    const teaching = site.read("teaching/index.html");
    assert.equal(headings(teaching), ["Fall 2024", "2023"]);
    assert.match(
      teaching,
      '<span class="code">CS 101</span> <a href="https://example.org/cs101">Introduction',
    );
    assert.match(
      teaching,
      "<span>Instructor</span><span>University of London</span><span>Undergraduate</span>",
    );

    const people = site.read("people/index.html");
    assert.equal(headings(people), ["Head", "PhD students", "Alumni"]);
    assert.equal(titles(people), ["Ada Lovelace", "Alan Turing", "Grace Hopper", "Charles Babbage"]);
    assert.match(people, '<a href="/people/ada/">Ada Lovelace</a>');
    assert.match(people, "<p>She writes the first program.</p>");
    assert.not.match(people, "only her page tells");
    assert.match(people, "<p>Finds <em>bugs</em>.</p>");
    assert.not.match(people, "Long text");
    assert.match(people, '<div class="now">Now: Inventor in London</div>');
    assert.match(
      people,
      "<p>And drew the rest.</p>",
      "who has no page of their own has all of their text here",
    );
    assert.match(people, '[<a href="https://ada.example.org">Website</a>]');
    assert.ok(people.indexOf("GitHub: Ada") < people.indexOf("Email: Ada"), "accounts in the author's order");
    assert.match(people, '<img class="selfie" src="/people/alan.svg" alt="" width="125"');
    assert.ok(site.has("people/alan.svg") && site.has("assets/ada.svg"));
    const own = site.read("people/ada/index.html");
    assert.match(own, "only her page tells");
    assert.match(own, "<title>Ada Lovelace | Analytical Lab</title>");
    assert.match(own, '<html lang="en" dir="ltr">', "it has a layout");
    assert.match(own, '<h1 class="title">Ada Lovelace</h1>', "it shows who she is");
    assert.match(own, "indigo-sections-");
    assert.not.ok(site.has("people/charles/index.html"));

    const projects = site.read("projects/index.html");
    assert.equal(titles(projects), ["The analytical engine", "The difference engine", "Weaving"]);
    assert.match(
      projects,
      'src="/assets/engine.svg" alt="A blue plate" width="640" height="360" loading="lazy"',
    );
    assert.ok(projects.indexOf('class="item"') > projects.indexOf("Weaving"), "posts follow the cards");
    assert.match(projects, '<h2 class="title">The loom</h2>');

    for (const address of ["news", "talks", "teaching", "people", "projects"])
      assert.match(site.read("sitemap.xml"), `https://lab.example.org/${address}/`);
  }));

test("the home page has the latest news, with a link to the rest", () =>
  built(sectionsSite, (site) => {
    const home = site.read("index.html");
    assert.is(home.split('<li class="section-entry">').length - 1, 5);
    assert.ok(home.indexOf("latest-news") > home.indexOf("nav-home"));
    assert.match(home, '<a href="/news/">All news</a>');
    assert.match(home, /href="\/assets\/indigo-sections-\w+\.css"/);
  }));

test("the home page shows no news twice, and no link where it has all", () =>
  built(
    {
      "eleventy.config.js": config({ sections: { news: true } }),
      "index.md": page("Home", "{% news 1 %}", "home"),
      "other/index.md": page("Other", "", "home"),
      "news.json": '[{ "date": "2024-01-01", "text": "One" }, { "date": "2024-01-02", "text": "Two" }]',
    },
    (site) => {
      assert.not.match(site.read("index.html"), "latest-news");
      assert.is(site.read("index.html").split("indigo-sections-").length - 1, 1);
      assert.match(site.read("other/index.html"), "latest-news");
      assert.not.match(site.read("other/index.html"), "All news");
    },
  ));

test("structured data has full addresses, and no text that ends the script", () =>
  built(sectionsSite, (site) => {
    const talk = graph(site.read("talks/index.html")).find(({ startDate }) => startDate === "2024-03-05");
    assert.is(talk?.["@type"], "Event");
    assert.is(talk?.name, "Notes on the </script> engine");
    assert.equal(talk?.location, { "@type": "Place", name: "London", address: "London" });
    const [course] = graph(site.read("teaching/index.html"));
    assert.is(course?.["@type"], "Course");
    assert.equal(course?.provider, { "@type": "Organization", name: "University of London" });
    const [group] = graph(site.read("people/index.html"));
    assert.is(group?.["@type"], "Organization");
    const [ada] = (group?.member ?? []) as Record<string, unknown>[];
    assert.is(ada?.url, "https://lab.example.org/people/ada/");
    assert.is(ada?.image, "https://lab.example.org/assets/ada.svg");
    // He is a speaker of the talk.
    const performerIn = [{ "@type": "Event", "@id": talk?.["@id"], name: talk?.name }];
    const babbage = "https://lab.example.org/people/#charles";
    assert.equal(group?.alumni, [
      { "@type": "Person", "@id": babbage, name: "Charles Babbage", performerIn },
    ]);
    const [project] = graph(site.read("projects/index.html"));
    assert.is(project?.["@type"], "ResearchProject");
    // A URL at another host stays as it is.
    assert.is(course?.url, "https://example.org/cs101");
    const urls = ["talks", "teaching", "people", "projects"].flatMap((name) =>
      [...site.read(`${name}/index.html`).matchAll(/"url":"([^"]*)"/g)].map(([, url = ""]) => url),
    );
    assert.ok(urls.length > 5);
    for (const url of urls) assert.is(url.split("://").length, 2, url);
  }));

const three = `- { date: 2024-01-01, text: One. }
- { date: 2024-01-03, text: Three. }
- { date: 2024-01-02, text: Two. }
`;

test("without an address there is no structured data", () =>
  built(
    {
      "eleventy.config.js": config({ sections: { talks: true } }),
      "talks.yaml": "- { title: A, year: 2020 }",
    },
    (site) => assert.not.match(site.read("talks/index.html"), "ld+json"),
  ));

test("off: nothing is read, made or linked", () =>
  built(
    {
      "eleventy.config.js": config({ title: "Hu" }),
      "index.md": page("Home"),
      "people.yaml": "this: is no list\nof: people",
      "_data/projects.json": '[{ "any": "thing" }]',
      "talks/one.md": "---\nlayout: page\n---\nOne.",
      "posts/a.md": "---\nlayout: post\ntags: posts\n---\nA.",
    },
    (site, output) => {
      assert.not.match(output, "indigo: people");
      assert.equal(site.pages(), ["", "404.html", "blog/", "posts/a/", "talks/one/"]);
      assert.not.ok(site.files().some((file) => file.includes("indigo-sections")));
    },
  ));

test("shortcodes in Markdown, Liquid, Nunjucks and JavaScript", () =>
  built(
    {
      "eleventy.config.js": config({ sections: { news: true, people: true } }),
      "_data/news.yml": three,
      "people.yaml":
        "- { name: Ada, role: Head }\n- { name: Alan, group: PhD students }\n- { name: Grace, group: PhD students }\n- { name: Charles, now: At home }\n",
      "md.md": "---\n---\n{% news 2 %}\n\nThen **bold**.",
      "words.liquid": '---\n---\n{% news "limit 1" %}',
      "njk.njk": '---\n---\n{% news limit=1 %}{% people group="PhD students", limit=1 %}',
      "js.11ty.js": "export function render() { return this.news(1); }",
      "groups.md": '---\n---\n{% people "phd STUDENTS" %}\n\n{% people "alumni" %}',
      "both.md": '---\n---\n{% people "PhD students limit 1" %}',
      "all.md": "---\n---\n{% people 2 %}",
    },
    (site) => {
      const times = (name: string): number => site.read(`${name}/index.html`).split("<time").length - 1;
      assert.is(times("md"), 2);
      assert.match(site.read("md/index.html"), /<\/ul>\s*<p>Then <strong>bold<\/strong>/);
      assert.ok(site.read("md/index.html").indexOf("Three") < site.read("md/index.html").indexOf("Two"));
      for (const name of ["words", "njk", "js"]) assert.is(times(name), 1, name);
      const names = (name: string): string[] =>
        [...site.read(`${name}/index.html`).matchAll(/<div class="title">(\w+)/g)].map(
          ([, found]) => found ?? "",
        );
      assert.equal(names("njk"), ["Alan"]);
      assert.equal(names("groups"), ["Alan", "Grace", "Charles"]);
      assert.equal(headings(site.read("groups/index.html")), [], "who names a group needs no heading");
      assert.equal(names("both"), ["Alan"]);
      assert.equal(names("all"), ["Ada", "Alan"]);
      assert.equal(headings(site.read("all/index.html")), ["Head", "PhD students"]);
    },
  ));

test("a shortcode in a page links the styles; code with blank lines stays whole in Markdown", () =>
  built(
    {
      ...sectionsSite,
      "all.md": page("All", "Before\n\n{% news %}\n\n*After*"),
    },
    (site) => {
      const html = site.read("all/index.html");
      assert.match(html, /href="\/assets\/indigo-sections-\w+\.css"/);
      assert.match(html, "<p><em>After</em></p>");
      assert.match(html, /let<\/span> a;\s*&#10;\s*<span class="k">let<\/span> b;/);
      assert.not.match(site.read("blog/index.html"), "indigo-sections-");
    },
  ));

test("an author's shortcode, page and partial take the place of the theme's", () =>
  built(
    {
      "eleventy.config.js": `import indigo from "eleventy-plugin-indigo";
export default function (eleventyConfig) {
  eleventyConfig.addShortcode("news", () => "MINE");
  eleventyConfig.addPlugin(indigo, { sections: { news: true, talks: true } });
}`,
      "news.yaml": three,
      "talks.yaml": "- { title: A, year: 2020 }",
      "index.md": page("Home", "{% news %}", "page"),
      "talks.md": "---\ntitle: Lectures\nlayout: section\nsection: talks\n---\nMy own words.",
      "news.md": page("News", "None."),
      "_includes/indigo/sections/talk-entry.njk": "<li>OWN {{ entry.title }}</li>",
    },
    (site) => {
      assert.match(site.read("index.html"), "MINE");
      assert.not.match(site.read("news/index.html"), "section-entries");
      const talks = site.read("talks/index.html");
      assert.match(talks, /My own words\.[\s\S]*<h2 class="title">Lectures<\/h2>[\s\S]*<li>OWN A<\/li>/);
    },
  ));

test("pages can be turned off, and the section stays for shortcodes", () =>
  built(
    {
      "eleventy.config.js": config({ sections: { news: true }, pages: { news: false } }),
      "news.yaml": three,
      "a.md": page("A", "{% news %}"),
    },
    (site) => {
      assert.not.ok(site.has("news/index.html"));
      assert.match(site.read("a/index.html"), "Three.");
      assert.not.match(site.read("index.html"), "All news");
    },
  ));

test("an empty file makes no page, and is told", () =>
  built(
    {
      "eleventy.config.js": config({ sections: { news: true, talks: "empty/" } }),
      "news.yaml": "# nothing yet\n",
      "empty/index.md": page("Mine"),
      "a.md": page("A", "{% news %}"),
    },
    (site, output) => {
      assert.match(output, "indigo: news.yaml has no news yet.");
      assert.match(output, "indigo: empty/ has no talk yet.");
      assert.not.ok(site.has("news/index.html"));
      assert.not.match(site.read("index.html"), "latest-news");
    },
  ));

test("files of a folder: dates in their names, layouts of their own, hints for slips", () =>
  built(
    {
      "src/news/2024-03-05-one.md": "---\nlinks: []\n---\nThe first.",
      "src/news/2024-04-05-two.md":
        "---\ntitle: Two\nlayout: mine\nurll: /x/\nicon: star\n---\nSecond, {{ 1 | plus: 1 }}.",
      "src/news/index.md": page("All the news", "{% news %}"),
      "src/news/three.md": "---\ndate: 2024-05-05\npermalink: false\n---\nThird.",
      "src/_includes/mine.njk": "<p>MINE</p>{{ content | safe }}",
      "eleventy.config.js": `${config({ sections: { news: "news/" }, timeZone: "America/Montreal" })}
export const config = { dir: { input: "src" } };`,
    },
    (site, output) => {
      const news = site.read("news/index.html");
      assert.match(
        output,
        'indigo: unknown field "urll" in src/news/2024-04-05-two.md:4. Did you mean "url"?',
      );
      assert.not.match(output, /indigo: .*icon/); // nor in what Eleventy says of slow filters
      assert.match(news, '<time datetime="2024-05-05">May 05 2024</time>');
      assert.match(news, /<a href="\/news\/2024-03-05-one\/"><time datetime="2024-03-05">/);
      assert.match(news, '<a href="/news/2024-04-05-two/">Two</a>');
      assert.match(news, "<p>Second, 2.</p>");
      assert.match(site.read("news/2024-04-05-two/index.html"), "MINE");
      assert.match(site.read("news/2024-03-05-one/index.html"), "<html");
    },
  ));

test("in a site of Jekyll's", () =>
  built(
    {
      "_config.yml": "title: Hu\nsections: [mine]\n",
      "eleventy.config.js": config({ config: "_config.yml", sections: { news: true, projects: true } }),
      "index.md": "---\nlayout: home\n---\n{{ site.sections | join: ',' }}",
      "news.yml": three,
      "_data/projects.yml": "- title: A project\n",
      "a.md": "---\nlayout: page\n---\n{% news 1 %}\n\n*After*\n",
      "_posts/2024-01-01-post.md": "---\nlayout: post\n---\nA post.",
    },
    (site) => {
      assert.match(site.read("a.html"), "<p>Three.</p>");
      assert.match(site.read("a.html"), "<em>After</em>");
      assert.match(site.read("index.html"), "mine");
      assert.match(site.read("projects/index.html"), "A project");
    },
  ));

const fails = (name: string, options: unknown, files: Record<string, string>, ...messages: string[]): void =>
  void test(`fails: ${name}`, async () =>
    void (await failsToBuild({ "eleventy.config.js": config({ sections: options }), ...files }, messages)));

fails(
  "an unknown section, and one that is neither on nor a path",
  { tolks: true, talks: 5 },
  {},
  'unknown option "sections.tolks" in eleventy.config.js. Did you mean "talks"?',
  'option "sections.talks" in eleventy.config.js must be true or false or text or a group of named values, but it is 5.',
);
fails(
  "data that is not there, malformed, or no list",
  { talks: true, people: "poeple.yaml", news: true, teaching: true },
  { "news.yaml": "- date: 2024-01-01\n  text: 'One", "teaching.yaml": "title: A\n" },
  'option "sections.talks" in eleventy.config.js needs a file or folder of talks: there is no "talks.yaml", "talks.yml", "talks.json", "_data/talks.yaml", "_data/talks.yml", "_data/talks.json" or "talks/".',
  'option "sections.people" in eleventy.config.js names a file or folder that does not exist: "poeple.yaml" (looked for "poeple.yaml" or "_data/poeple.yaml").',
  "news.yaml:2 is not valid YAML: Missing closing 'quote.",
  'teaching.yaml must be a list, in which each course starts with "- title: …".',
);
fails(
  "a folder outside of the input folder",
  { people: "people/" },
  {
    "people/ada.md": "---\nname: Ada\n---\n",
    "src/a.md": page("A"),
    "eleventy.config.js": `${config({ sections: { people: "people/" } })}export const config = { dir: { input: "src" } };`,
  },
  'option "sections.people" in eleventy.config.js names a folder outside the input folder src/, whose files are no pages: "people/".',
);
fails(
  "a person without a name, a talk at no time, and whatever else is wrong",
  { people: true, news: true, talks: true },
  {
    "people.yaml": "- name: Ada\n- role: Head\n- { name: Alan, grop: PhD students }\n- Grace\n",
    "news.yaml": "- text: A\n- { date: soon, text: B }\n- { date: 2024-01-01 }\n",
    "talks.yaml":
      "- title: A\n- title: B\n  year: 2020\n  links:\n    - { label: Code, url: 'javascript:alert(1)' }\n",
  },
  'missing field "name" of person 2 in people.yaml:2.',
  'unknown field "grop" of person "Alan" in people.yaml:3. Did you mean "group"?',
  'fields of person 4 in people.yaml:4 must be a group of named values, but it is "Grace".',
  'missing field "date" of news 1 in news.yaml:1.',
  'field "date" of news 2 in news.yaml:2 must be a date such as 2024-03-05, 2024-03 or 2024, but it is "soon".',
  'missing field "text" or "title" of news 3 in news.yaml:3.',
  'missing field "date" or "year" of talk "A" in talks.yaml:1.',
  'field "links[0].url" of talk "B" in talks.yaml:5 must be a URL such as "https://example.org/", "mailto:me@example.org" or "/blog/", but it is "javascript:alert(1)".',
);
fails(
  "pictures and files that are missing",
  { people: true, projects: true, talks: true },
  {
    "people/ada.md": "---\nname: Ada\nphoto: ada.jpg\n---\n",
    "projects.yaml": "- title: A\n  picture: assets/a.png\n- title: B\n  picture: ../secret.png\n",
    "talks.yaml":
      "- { title: A, year: 2020, slides: a.pdf }\n- { title: B, year: 2020, slides: ../package.json }\n",
  },
  'field "photo" in people/ada.md:3 names a file that does not exist: "ada.jpg" (looked in the input folder and people/).',
  'field "picture" of project "A" in projects.yaml:2 names a file that does not exist: "assets/a.png" (looked in the input folder).',
  'field "picture" of project "B" in projects.yaml:4 must be the path of a file in the site, such as "assets/me.jpg", or a full URL, but it is "../secret.png".',
  'field "slides" of talk "A" in talks.yaml:1 names a file that does not exist: "a.pdf" (looked in the input folder).',
  'field "slides" of talk "B" in talks.yaml:2 names a file that does not exist: "../package.json" (looked in the input folder).',
);
fails(
  "front matter of a person without a name, and in a language that is not read",
  { people: true },
  { "people/ada.md": "---\nrole: Head\n---\nAda.", "people/alan.md": '---js\n{ name: "Alan" }\n---\n' },
  'missing field "name" in people/ada.md.',
  "people/alan.md must have its front matter in YAML, but it is in js.",
);
const people = { "people.yaml": "- { name: Ada, group: PhD students }\n" };
fails(
  "a shortcode of a section that is off",
  {},
  { "a.md": page("A", "{% talks %}") },
  '{% talks %} in a.md shows a section that is off: set the option "sections" in eleventy.config.js to { talks: true }.',
);
fails(
  "a group that is not there",
  { people: true },
  { ...people, "a.md": page("A", '{% people "PhD studnets" %}') },
  '{% people "PhD studnets" %} in a.md: no group of that name. Did you mean "PhD students"?',
);
fails(
  "a group like no other: those that there are",
  { people: true },
  { ...people, "a.md": page("A", '{% people "Visitors" %}') },
  '{% people "Visitors" %} in a.md: no group of that name. Known: PhD students.',
);
fails(
  "a number that is none of entries",
  { people: true },
  { ...people, "a.md": page("A", "{% people 0 %}") },
  '{% people 0 %} in a.md must have a number such as 3, a group, "limit 3" or nothing.',
);
fails(
  "a named argument that is unknown",
  { people: true },
  { ...people, "a.njk": "{% people by='role' %}" },
  '{% people %} in a.njk must have a number such as 3, a group, "limit 3" or nothing; the named arguments are group, limit, person, project and publication.',
);
fails(
  "the layout without a section, and with a slip",
  { people: true },
  { ...people, "a.md": page("A", "", "section") },
  'the layout "section" of a.md needs the name of a section, but has none. Known: news, talks, teaching, people, projects, cv.',
);
fails(
  "the layout with a slip",
  { people: true },
  { ...people, "a.md": "---\nlayout: section\nsection: peple\n---\n" },
  'the layout "section" of a.md needs the name of a section, but has "peple". Did you mean "people"?',
);

test.run();
