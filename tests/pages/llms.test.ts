import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readLlms } from "../support/llms.ts";
import { config, page, Site } from "../support/site.ts";

// The rules are written from the proposal, in tests/support/llms.ts; what the file has is written by hand.
// https://llmstxt.org/#format

const test = suite<{ site: Site }>("llms.txt");

const mistakes: Record<string, string> = {
  "an H1 with the name of the project or site": "> A summary\n",
  "only one H1": "# A\n\n## B\n\n- [C](https://c.example/)\n\n# D\n",
  "no headings before the file lists": "# A\n\n### B\n",
  "the summary follows the H1": "# A\n\nText.\n\n> Summary\n",
  "a file list is a list of hyperlinks, each with optional notes":
    "# A\n\n## B\n\n- [C](https://c.example/)\n- C\n",
  "a section contains a file list": "# A\n\n## B\n",
  "what can be skipped comes last":
    "# A\n\n## Optional\n\n- [C](https://c.example/)\n\n## B\n\n- [C](https://c.example/)\n",
};

test("each rule of the format is checked: an example breaks it and no other", () => {
  assert.equal(
    readLlms(
      "# A\n\n> B\n\nText.\n\n## C\n\n- [D\\]](https://d.example/): e\n\n## Optional\n\n- [F](https://f.example/)\n",
    ),
    {
      title: "A",
      summary: "B",
      sections: [
        { heading: "C", links: [{ name: "D]", url: "https://d.example/", notes: "e" }] },
        { heading: "Optional", links: [{ name: "F", url: "https://f.example/", notes: undefined }] },
      ],
      broken: [],
    },
  );
  for (const [rule, source] of Object.entries(mistakes)) assert.equal(readLlms(source).broken, [rule]);
});

const options = {
  title: "Ada *Lovelace*",
  bio: "Mathematician\nin London",
  url: "https://example.org/lab",
  timeZone: "America/Montreal",
  pages: { llms: true },
  languages: { fr: { title: "Ada en français", bio: "Mathématicienne" } },
};

const post = (title: string, date: string, more = ""): string =>
  `---\ntitle: ${JSON.stringify(title)}\ndate: ${date}\ntags: posts\nlayout: post\n${more}---\nText.\n`;

const files = {
  "eleventy.config.js": config(options),
  "about.md": page("About"),
  "odd.md": `---\ntitle: "[Odd](x) <b>\\n# title"\ndescription: "A [link](y): here"\nlayout: page\npermalink: /a (b)/\n---\n`,
  "secret.md": "---\ntitle: Secret\nsitemap: false\nlayout: page\n---\n",
  "posts/old.md": post("Old", "2023-01-01", "description: On engines\n"),
  "posts/new.md": post("New", "2024-03-05"),
  "posts/hidden.md": post("Hidden", "2024-03-05", "hidden: true\n"),
  "fr/posts/nouveau.md": post("Nouveau", "2024-03-05"),
  "fr/about.md": page("À propos"),
  "publications.yaml": `- { id: old, title: Notes, venue: Memoirs, year: 1843, authors: [Ada Lovelace, Luigi Menabrea], selected: true }
- { id: new, title: Sketch, venue: Memoirs, year: 1844 }
`,
};

test.before(async (context) => {
  context.site = await new Site(files).builtInProcess("--pathprefix=/lab/");
});

test.after(({ site }) => site.remove());

const root = "https://example.org/lab";

test("the main language: pages, posts, publications, the other language and files with all", ({ site }) => {
  const { broken, ...file } = readLlms(site.read("llms.txt"));
  assert.equal(broken, []);
  const links = (rows: [name: string, path: string, notes?: string][]) =>
    rows.map(([name, path, notes]) => ({ name, url: root + path, notes }));
  assert.equal(file, {
    title: "Ada *Lovelace*",
    summary: "Mathematician in London",
    sections: [
      {
        heading: "Pages",
        links: links([
          ["Home", "/"],
          ["Blog", "/blog/"],
          ["Publications", "/publications/"],
          ["[Odd](x) <b> # title", "/a%20%28b%29/", "A [link](y): here"],
          ["About", "/about/"],
        ]),
      },
      {
        heading: "Blog",
        links: links([
          ["New", "/posts/new/", "2024-03-05"],
          ["Old", "/posts/old/", "2023-01-01. On engines"],
        ]),
      },
      {
        heading: "Publications",
        links: links([
          ["Notes", "/publications/old/", "Ada Lovelace, Luigi Menabrea. Memoirs 1843"],
          ["Sketch", "/publications/new/", "Memoirs 1844"],
        ]),
      },
      { heading: "Languages", links: links([["Ada en français", "/fr/llms.txt", "fr"]]) },
      {
        heading: "Optional",
        links: links([
          ["Feed", "/feed.xml"],
          ["Publications (BibTeX)", "/publications.bib"],
          ["Publications (CSL-JSON)", "/publications.json"],
          ["Sitemap", "/sitemap.xml"],
        ]),
      },
    ],
  });
});

test("each link leads to a file of the site", ({ site }) => {
  for (const file of ["llms.txt", "fr/llms.txt"])
    for (const { links } of readLlms(site.read(file)).sections)
      for (const { url } of links) {
        const name = decodeURIComponent(url.replace(`${root}/`, "")).replace(/(^|\/)$/, "$1index.html");
        assert.ok(site.has(name), url);
      }
});

test("another language has a file of its own pages, in its language", ({ site }) => {
  const { broken, title, summary, sections } = readLlms(site.read("fr/llms.txt"));
  assert.equal([broken, title, summary], [[], "Ada en français", "Mathématicienne"]);
  assert.equal(
    sections.map(({ heading, links }) => [heading, ...links.map(({ url }) => url.replace(root, ""))]),
    [
      ["Pages", "/fr/", "/fr/blog/", "/fr/publications/", "/fr/about/"],
      ["Blog", "/fr/posts/nouveau/"],
      ["Langues", "/llms.txt"],
      ["Optional", "/fr/feed.xml"],
    ],
  );
});

test("an author's own file wins; without url or by default there is none", async () => {
  const has = async (settings: object, more: Record<string, string> = {}): Promise<string | undefined> => {
    const site = new Site({ "eleventy.config.js": config(settings), ...more });
    try {
      await site.builtInProcess();
      return site.has("llms.txt") ? site.read("llms.txt") : undefined;
    } finally {
      site.remove();
    }
  };
  assert.is(await has({ title: "Ada", url: "https://example.org" }), undefined);
  assert.is(await has({ title: "Ada", pages: { llms: true } }), undefined);
  const own = { "own.njk": "---\npermalink: /llms.txt\n---\nown" };
  assert.is(await has({ title: "Ada", url: "https://example.org", pages: { llms: true } }, own), "own");
});

test("a long list is cut to the newest 50", async () => {
  const posts = Array.from({ length: 60 }, (_, index) => [
    `posts/p${index}.md`,
    post(`Post ${index}`, `20${10 + (index % 10)}-01-${10 + Math.floor(index / 10)}`),
  ]);
  const site = new Site({
    "eleventy.config.js": config({ ...options, languages: {} }),
    ...Object.fromEntries(posts),
  });
  try {
    await site.builtInProcess();
    const { sections, broken } = readLlms(site.read("llms.txt"));
    assert.equal(broken, []);
    const listed = sections.find(({ heading }) => heading === "Blog")?.links ?? [];
    assert.is(listed.length, 50);
    assert.is(listed[0]?.notes, "2019-01-15");
  } finally {
    site.remove();
  }
});

test.run();
