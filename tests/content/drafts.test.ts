import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, page, Site } from "../support/site.ts";
import { Watch } from "../support/watch.ts";

const test = suite("drafts");

const options = {
  title: "Ada Lovelace",
  url: "https://ada.example.org",
  pages: { llms: true },
  sections: { people: true },
  languages: { fr: {} },
};

/** A site in which everything that names a draft has "Secret" in it. */
const files: Record<string, string> = {
  "eleventy.config.js": config(
    options,
    'eleventyConfig.addCollection("own", (api) => api.getAll().map(({ data }) => data.title));',
  ),
  "posts/posts.json": '{ "layout": "post", "tags": "posts" }',
  "posts/open.md": "---\ntitle: Open\ndate: 2024-01-01\ntags: [engines]\n---\nText.\n",
  "posts/hidden.md":
    "---\ntitle: Secret post\ndate: 2024-01-02\ntags: [engines, secret-tag]\ndraft: true\n---\nSecret text.\n",
  "posts/later/later.json": '{ "draft": true }',
  "posts/later/one.md": "---\ntitle: Secret folder\ndate: 2024-01-03\n---\nText.\n",
  "fr/posts/posts.json": '{ "layout": "post", "tags": "posts" }',
  "fr/posts/un.md": "---\ntitle: Secret brouillon\ndate: 2024-01-03\ndraft: true\n---\nTexte.\n",
  "fr/posts/deux.md": "---\ntitle: Ouvert\ndate: 2024-01-03\n---\nTexte.\n",
  "plan.md": "---\ntitle: Secret plan\nlayout: page\nnav: true\ndraft: true\n---\nSecret.\n",
  "people/ada.md": "---\nname: Ada\n---\nText.\n",
  "people/bob.md": "---\nname: Secret Bob\ndraft: true\n---\nText.\n",
  "own.njk": "---\npermalink: /own.txt\n---\n{{ collections.own | join }} {{ collections.posts | length }}",
  "about.md": page("About"),
};

test("a build has no trace of a draft, in no page, feed, list or collection", async () => {
  const site = new Site(files);
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    const traces = site.files().filter((name) => /secret/i.test(name + site.read(name)));
    assert.equal(traces, []);
    for (const name of ["posts/hidden", "posts/later/one", "fr/posts/un", "plan", "people/bob"])
      assert.not.ok(site.has(`${name}/index.html`), name);
    assert.match(site.read("own.txt"), / 2$/);
    assert.match(site.read("feed.xml"), "Open");
    assert.match(
      output,
      "indigo: not in this build: 5 drafts (fr/posts/un.md, people/bob.md, plan.md, posts/hidden.md, posts/later/one.md).",
    );
    assert.is(output.match(/not in this build/g)?.length, 1);
  } finally {
    site.remove();
  }
});

test("while the site is served, drafts are there with a mark in the page's language", async () => {
  const site = new Site(files);
  const watch = new Watch(site.folder);
  try {
    await watch.until(() => watch.output.includes("Watching"));
    assert.match(site.read("posts/hidden/index.html"), '<p class="unpublished">Draft</p>');
    assert.match(site.read("posts/later/one/index.html"), '<p class="unpublished">Draft</p>');
    assert.match(site.read("plan/index.html"), '<p class="unpublished">Draft</p>');
    assert.match(site.read("fr/posts/un/index.html"), '<p class="unpublished">Brouillon</p>');
    assert.not.match(site.read("posts/open/index.html"), "unpublished");
    const blog = site.read("blog/index.html");
    assert.match(blog, /Secret post<\/h2>\s*<span class="unpublished">Draft<\/span>/);
    assert.is(blog.match(/unpublished/g)?.length, 2);
    assert.match(site.read("fr/blog/index.html"), '<span class="unpublished">Brouillon</span>');
    assert.match(site.read("tags/index.html"), '<span class="unpublished">Draft</span>');
    assert.match(blog, /href="\/assets\/indigo-marks-[\da-f]+\.css"/);
    assert.match(site.read("people/index.html"), "Secret Bob");
    assert.not.match(watch.output, "not in this build");
    // It is published with a change of one line.
    await watch.after(
      () => site.write({ "posts/hidden.md": (files["posts/hidden.md"] ?? "").replace("draft: true\n", "") }),
      () => !site.read("posts/hidden/index.html").includes("unpublished"),
    );
  } finally {
    await watch.stop();
    site.remove();
  }
});

test("a link to a draft is reported with file and line, however it is written", async () => {
  const link = (url: string): string => page("Links", `First.\n\n[See](${url})`);
  const site = new Site({
    "eleventy.config.js": config({ title: "Ada" }),
    "posts/posts.json": '{ "layout": "post", "tags": "posts", "permalink": "/blog/{{ page.fileSlug }}/" }',
    "posts/a.md": "---\ntitle: A\ndraft: true\n---\n[itself](/blog/a/)\n",
    "notes/index.md": "---\ntitle: Notes\ndraft: true\n---\n",
    "fixed.md": "---\ntitle: Fixed\npermalink: /fix.html\ndraft: true\n---\n",
    // A new version of a page that is published.
    "news-2.md": "---\ntitle: News\npermalink: /news/\ndraft: true\n---\n",
    "news.md": page("News"),
    "one.md": link("/blog/a/"),
    "two.md": link("../blog/a#part"),
    "three.md": link("/notes/"),
    "four.md": link("/fix.html?x=1"),
    "five.njk": '---\ntitle: Five\nlayout: page\n---\n<a class="x" href="/notes/index.html">N</a>\n',
    "none.md": link("https://example.org/blog/a/"),
    "none2.md": link("/news/"),
  });
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    const warnings = output.split("\n").filter((line) => line.includes(" links to "));
    assert.equal(warnings.sort(), [
      "indigo: five.njk:5 links to /notes/index.html, but notes/index.md is not published: the link is broken.",
      "indigo: four.md:7 links to /fix.html?x=1, but fixed.md is not published: the link is broken.",
      "indigo: one.md:7 links to /blog/a/, but posts/a.md is not published: the link is broken.",
      "indigo: three.md:7 links to /notes/, but notes/index.md is not published: the link is broken.",
      "indigo: two.md:7 links to ../blog/a#part, but posts/a.md is not published: the link is broken.",
    ]);
  } finally {
    site.remove();
  }
});

test("draft of another type is reported with its line, and is not published", async () => {
  const site = new Site({
    "eleventy.config.js": config({ title: "Ada" }),
    "a.md": '---\ntitle: A\ndraft: "false"\n---\n',
    "b.md": "---\ntitle: B\ndraft: 1\n---\n",
    "c/c.json": '{ "draft": "yes" }',
    "c/c.md": "---\ntitle: C\n---\n",
    "d.md": "---\ntitle: D\ndraft: false\n---\n",
    "e.md": "---\ntitle: E\ndraft:\n---\n",
  });
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    assert.match(output, 'field "draft" in a.md:3 must be true or false, but it is "false"; the page is tr');
    assert.match(output, 'field "draft" in b.md:3 must be true or false, but it is 1;');
    assert.match(output, 'field "draft" in c/c.md must be true or false, but it is "yes";');
    for (const [name, isThere] of Object.entries({ a: false, b: false, "c/c": false, d: true, e: true }))
      assert.is(site.has(`${name}/index.html`), isThere, name);
  } finally {
    site.remove();
  }
});

test("a site from Jekyll has Jekyll's rules: draft in front matter has no effect", async () => {
  const site = new Site({
    "eleventy.config.js": config({ jekyll: true, title: "Ada" }),
    "_posts/2024-01-01-a.md": "---\nlayout: post\ntitle: A\ndraft: true\n---\n",
    "_drafts/b.md": "---\nlayout: post\ntitle: B\n---\n",
  });
  try {
    await site.builtInProcess();
    assert.ok(site.has("2024/01/01/a.html"), site.files().join());
    assert.not.ok(site.files().some((name) => name.includes("b.html")));
  } finally {
    site.remove();
  }
});

test.run();
