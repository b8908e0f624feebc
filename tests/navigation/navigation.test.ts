import { suite } from "uvu";
import * as assert from "uvu/assert";
import { failsToBuild } from "../support/fails.ts";
import { config, page, Site } from "../support/site.ts";

const test = suite("navigation");

const withNav = (title: string, nav: string): string =>
  `---\ntitle: ${title}\nlayout: page\nnav: ${nav}\n---\n`;
const post = "---\ntitle: P\nlayout: post\ntags: posts\ndate: 2024-01-01\n---\n";

const linksOf = (html: string): string[] =>
  [...html.matchAll(/<li class="item"><a class="link" href="([^"]*)">([^<]*)</g)].map(
    ([, url, label]) => `${label} ${url}`,
  );

/** The navigation of a page that no test has in it, and what Eleventy printed. */
async function build(
  options: Record<string, unknown>,
  files: Record<string, string> = {},
): Promise<{ links: string[]; output: string }> {
  const site = new Site({
    "eleventy.config.js": config({ title: "Hu", ...options }),
    "other.md": page("Other"),
    ...files,
  });
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    return { links: linksOf(site.read("other/index.html")), output };
  } finally {
    site.remove();
  }
}

const fails = (name: string, files: Record<string, string>, ...messages: string[]): void =>
  void test(name, async () => void (await failsToBuild(files, messages)));

const sections = Object.fromEntries(
  ["news", "talks", "teaching", "people", "cv", "about"].map((name) => [`${name}.md`, page(`My ${name}`)]),
);

test("by default, every page of the theme's that the site has, but for the tags", async () => {
  const { links } = await build({ resume: "https://example.org/cv.pdf" }, { ...sections, "p.md": post });
  assert.equal(links, [
    "Home /",
    "News /news/",
    "Blog /blog/",
    "Talks /talks/",
    "Teaching /teaching/",
    "People /people/",
    "CV /cv/",
    "About /about/",
    "Résumé https://example.org/cv.pdf",
  ]);
});

test("groups: what the site lacks is left out, with the group if nothing else is in it", async () => {
  const site = new Site({
    "eleventy.config.js": config({
      title: "Hu",
      navigationCurrent: true,
      navigation: [
        "home",
        { label: "Work", items: ["blog", "talks", { page: "people", label: "Us" }] },
        { label: "None", items: ["teaching"] },
        { label: "Here", items: [{ label: "Other", url: "/other/" }] },
      ],
    }),
    "other.md": page("Other"),
    "nav.md": withNav("Extra", "true"),
    ...sections,
    "teaching.md": page("T").replace("layout: page", "layout: page\npermalink: /elsewhere/"),
    "news.md": page("N"),
    "p.md": post,
  });
  const { code, output } = await site.buildInProcess();
  const html = site.read("other/index.html");
  site.remove();
  assert.is(code, 0, output);
  assert.equal(linksOf(html), ["Home /", "Extra /nav/"]);
  const groups = [...html.matchAll(/<summary class="link">([^<]*)<[\s\S]*?<\/details>/g)].map(
    ([group, label]) =>
      `${label}: ${[...group.matchAll(/href="([^"]*)"( aria-current="page")?>([^<]*)/g)].map(([, url, current, text]) => `${text} ${url}${current ? " *" : ""}`).join(", ")}`,
  );
  assert.equal(groups, ["Work: Blog /blog/, Talks /talks/, Us /people/", "Here: Other /other/ *"]);
  assert.match(output, 'the navigation names "teaching", but the site has no /teaching/');
});

test("a group whose only link is the page itself is left out there", async () => {
  const { links } = await build({
    navigation: ["home", { label: "Here", items: [{ label: "Other", url: "/other/" }] }],
  });
  assert.equal(links, ["Home /"]);
});

fails(
  "a group without links, a group with a URL, and a group in a group",
  {
    "eleventy.config.js": config({
      title: "Hu",
      navigation: [
        { label: "A", items: [] },
        { label: "B", url: "/", items: ["home"] },
        { label: "C", items: [{ label: "D", items: ["home"] }] },
      ],
    }),
  },
  'option "navigation[0].items" in eleventy.config.js must have at least one link, but it is [].',
  'option "navigation[1]" in eleventy.config.js must have either "page", or "label" and "url", or "label" and "items", but it is {"label":"B","url":"/","items":["home"]}.',
  'unknown option "navigation[2].items[0].items" in eleventy.config.js. Known: page, label, url.',
  'option "navigation[2].items[0]" in eleventy.config.js must have either "page", or "label" and "url", but it is {"label":"D","items":["home"]}.',
);

test("the section of projects, and people's pages by their names", async () => {
  const { links } = await build(
    { sections: { projects: true, people: true } },
    {
      "projects.yaml": "- title: Engine\n  description: It computes\n",
      "people/ada.md": "---\nname: Ada Lovelace\nnav: true\n---\n",
    },
  );
  assert.equal(links, ["Home /", "Projects /projects/", "People /people/", "Ada Lovelace /people/ada/"]);
});

test("pages with `nav` stand before About, by order, then title", async () => {
  const { links, output } = await build(
    { resume: "https://example.org/cv.pdf" },
    {
      "about.md": page("About"),
      "software.md": withNav("Software", "true"),
      "lab.md": withNav("Our laboratory", '"The <lab>"'),
      "z.md": withNav("Zoo", "{ order: 1 }"),
      "year.md": withNav("2024", "{ label: This year, order: 2 }"),
      "not.md": withNav("Not", "false"),
    },
  );
  assert.equal(links, [
    "Home /",
    "Zoo /z/",
    "This year /year/",
    "Software /software/",
    "The &lt;lab&gt; /lab/",
    "About /about/",
    "Résumé https://example.org/cv.pdf",
  ]);
  assert.not.match(output, "indigo:");
});

test("`nav` in a page of one's own at an address of the theme's gives its words, or keeps it out", async () => {
  const { links } = await build(
    {},
    {
      "about.md": withNav("About", "Who I am"),
      "teaching.md": withNav("Classes", "true"),
      "people.md": withNav("People", "false"),
    },
  );
  assert.equal(links, ["Home /", "Teaching /teaching/", "Who I am /about/"]);
});

test("the author's list has pages of the theme's by name, with a label or without, and any other link", async () => {
  const { links } = await build(
    {
      navigation: [
        "about",
        { page: "blog", label: "Journal" },
        { label: "研究室", url: "https://lab.example.org/" },
        "tags",
        { label: "Slides", url: "/slides" },
        "home",
      ],
    },
    {
      "about.md": page("About"),
      "p.md": post.replace("tags: posts", "tags: [posts, x]"),
      "slides.md": withNav("Slides", "true"),
      "software.md": withNav("Software", "true"),
    },
  );
  assert.equal(links, [
    "About /about/",
    "Journal /blog/",
    "研究室 https://lab.example.org/",
    "Tags /tags/",
    "Slides /slides",
    "Home /",
    "Software /software/",
  ]);
});

test("a page that the site has not got is left out, and said so once", async () => {
  const { links, output } = await build({
    navigation: ["home", "publications", { page: "cv", label: "Vita" }],
  });
  assert.equal(links, ["Home /"]);
  for (const name of ["publications", "cv"]) {
    const message = `indigo: the navigation names "${name}", but the site has no /${name}/; the link is left out.`;
    assert.is(output.split(message).length - 1, 1, output);
  }
});

test("the page itself is left out, and an own list may be empty", async () => {
  const files = {
    "eleventy.config.js": config({ title: "Hu", navigation: ["home", "about"] }),
    "about.md": page("A"),
  };
  const site = await new Site(files).builtInProcess();
  assert.equal(linksOf(site.read("about/index.html")), ["Home /"]);
  assert.equal(linksOf(site.read("index.html")), ["About /about/"]);
  site.remove();
  const { links } = await build({ navigation: [] });
  assert.equal(links, []);
});

test("a global data file called `nav` is no page's", async () => {
  const { links } = await build({}, { "_data/nav.json": '[{ "title": "Blog", "url": "/blog/" }]' });
  assert.equal(links, ["Home /"]);
});

test("of a page divided into several the first has its place", async () => {
  const { links } = await build(
    {},
    {
      "list.njk":
        "---\ntitle: List\nlayout: page\nnav: true\nthings: [1, 2, 3]\npagination: { data: things, size: 1, addAllPagesToCollections: true }\n---\n",
    },
  );
  assert.equal(links, ["Home /", "List /list/"]);
});

fails(
  "every wrong `nav`, with file and field",
  {
    "a.md": withNav("A", "5"),
    "b.md": withNav("B", "{ lable: B }"),
    "c.md": withNav("C", "{ order: first }"),
    "d.md": "---\nlayout: page\nnav: true\n---\n",
    "e.md": withNav("E", "[E]"),
  },
  'field "nav" in a.md must be true or false or text or a group of named values, but it is 5.',
  'unknown field "nav.lable" in b.md. Did you mean "label"?',
  'field "nav.order" in c.md must be a number, but it is "first".',
  'field "nav" in d.md has no label, and the page has no title. Set one of them.',
  'field "nav" in e.md must be true or false or text or a group of named values, but it is ["E"].',
);
const options = (name: string, navigation: unknown, ...messages: string[]): void =>
  fails(name, { "eleventy.config.js": config({ title: "Hu", navigation }) }, ...messages);
const names =
  '"home", "news", "blog", "projects", "publications", "tags", "talks", "teaching", "people", "search", "cv" or "about"';
options(
  "pages that there are not, with the name that was meant",
  ["blgo", { page: "talk" }],
  `option "navigation[0]" in eleventy.config.js must be one of ${names}, but it is "blgo". Did you mean "blog"?`,
  `option "navigation[1].page" in eleventy.config.js must be one of ${names}, but it is "talk". Did you mean "talks"?`,
);
options(
  "links that say too little, too much or something else",
  [{ label: "Lab" }, { page: "blog", url: "/blog/" }, { label: "Lab", ulr: "/lab/" }, 5],
  'option "navigation[0]" in eleventy.config.js must have either "page", or "label" and "url", or "label" and "items", but it is {"label":"Lab"}.',
  'option "navigation[1]" in eleventy.config.js must have either "page", or "label" and "url", or "label" and "items", but it is {"page":"blog","url":"/blog/"}.',
  'unknown option "navigation[2].ulr" in eleventy.config.js. Did you mean "url"?',
  'option "navigation[3]" in eleventy.config.js must be text or a group of named values, but it is 5.',
);
test("a wrong navigation in _config.yml has no effect, as in Jekyll, and is told with its line", async () => {
  const site = new Site({
    "eleventy.config.js": config({ config: "_config.yml" }),
    "_config.yml": "title: Hu\nnavigation:\n  - home\n  - blgo\n",
    "other.md": page("Other"),
  });
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    assert.match(
      output,
      `key "navigation[1]" in _config.yml:4 must be one of ${names}, but it is "blgo"; it has no effect. Did you mean "blog"?`,
    );
    assert.ok(linksOf(site.read("other.html")).includes("Home /"));
  } finally {
    site.remove();
  }
});

test.run();
