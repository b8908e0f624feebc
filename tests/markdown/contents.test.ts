import { existsSync } from "node:fs";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { contentsOf, headingsOf } from "../../plugin/markdown/contents.ts";
import { config, page, Site } from "../support/site.ts";

const test = suite("tables of contents and diagrams");

const long =
  "## One\n\n### One *and* `half` $x$\n\n## Two [link](/)\n\n##### Deep\n\n### Below[^1]\n\n[^1]: Note";

/** A page with a `toc` in its front matter. */
const withToc = (toc: string, body = long, layout = "page"): string =>
  `---\ntitle: T\nlayout: ${layout}\ntoc: ${toc}\n---\n${body}\n`;

async function withSite(files: Record<string, string>, use: (site: Site) => void): Promise<void> {
  const site = new Site({ "index.md": page("Home"), ...files });
  try {
    await site.builtInProcess();
    use(site);
  } finally {
    site.remove();
  }
}

const hasToc = (html: string): boolean => html.includes('<nav class="toc" aria-label="Contents">');
const posts = { "posts/posts.json": '{ "layout": "post", "tags": "posts" }' };

test("front matter asks for one: nested, with the emphasis of headings but no links and notes", async () => {
  const files = {
    "eleventy.config.js": config({ title: "A" }),
    "a.md": withToc("true"),
    "b.md": page("B", long),
    ...posts,
    "posts/c.md": withToc("true", "## Only", "post"),
    "posts/d.md": "---\ntitle: D\n---\n## One\n\n## Two\n\n## Three",
  };
  await withSite(files, (site) => {
    const html = site.read("a/index.html");
    const nav = /<nav class="toc"[\s\S]*?<\/nav>/.exec(html)?.[0].replaceAll("\n", "") ?? "";
    assert.match(
      nav,
      '<ul><li><a href="#one">One</a><ul><li><a href="#one-and-half-x">One <em>and</em> <code>half</code> <math><mi>x</mi></math></a></li></ul></li><li><a href="#two-link">Two link</a><ul><li><a href="#below">Below</a></li></ul></li></ul>',
    );
    assert.ok(html.indexOf('class="toc"') < html.indexOf('id="one"'));
    assert.match(html, "/assets/indigo-writing-");
    assert.ok(hasToc(site.read("posts/c/index.html")), "even for one heading");
    assert.match(site.read("posts/c/index.html"), "/assets/indigo-writing-");
    assert.not.ok(hasToc(site.read("b/index.html")));
    assert.not.ok(hasToc(site.read("posts/d/index.html")));
  });
});

test("it is below the title that a page starts with, and above the text of any other page", async () => {
  const files = {
    "eleventy.config.js": config({ title: "A" }),
    "a.md": withToc("true", `# My *title*\n\nWords.\n\n${long}`),
    "b.md": withToc("true", `Words.\n\n# Later\n\n${long}`),
    "c.md": page("C", `# My title\n\nWords.\n\n${long}`),
  };
  await withSite(files, (site) => {
    const order = (name: string): string[] =>
      [...site.read(`${name}/index.html`).matchAll(/<h1|<nav class="toc"|<p>Words/g)].map(([each]) => each);
    assert.equal(order("a"), ["<h1", '<nav class="toc"', "<p>Words"]);
    assert.equal(order("b"), ['<nav class="toc"', "<p>Words", "<h1"]);
    assert.equal(order("c"), ["<h1", "<p>Words"]);
    assert.is(site.read("a/index.html").split("Words.").length, 2);
  });
});

test("the option asks for one on every post of three headings or more, but where front matter says no", async () => {
  const files = {
    "eleventy.config.js": config({ title: "A", toc: true }),
    "a.md": page("A", long),
    ...posts,
    "posts/two.md": "## One\n\n## Two",
    "posts/three.md": "## One\n\n## Two\n\n## Three",
    "posts/no.md": "---\ntoc: false\n---\n## One\n\n## Two\n\n## Three",
  };
  await withSite(files, (site) => {
    const found = ["a", "posts/two", "posts/three", "posts/no"].filter((name) =>
      hasToc(site.read(`${name}/index.html`)),
    );
    assert.equal(found, ["posts/three"]);
  });
});

test("headings are found as HTML has them", () => {
  const html = `<h1 id="a">A</h1><h2 id='b' class="x">B &amp; <sup class="footnote-ref"><a href="#fn:1" id="fnref:1">1</a></sup></h2>
<h2>No id</h2><h3 id=c><em id="d">C</em></h3><h2 id="e" class="no_toc">E</h2><h5 id="f">F</h5>`;
  assert.equal(
    headingsOf(html).map(({ id, html, level }) => [id, html, level]),
    [
      ["b", "B &amp;", 2],
      ["c", "<em>C</em>", 3],
    ],
  );
  const facts = { page: undefined, isWanted: () => true, isJekyll: true, warn: () => {} };
  assert.is(contentsOf('<h2 id="x">X</h2>', { ...facts, toc: { sidebar: "left" } }).length, 1);
  assert.is(contentsOf(undefined, { ...facts, toc: undefined }).length, 0);
});

test("a toc that is none names its file and line, and the page is as without it", async () => {
  const site = new Site({
    "eleventy.config.js": config({ title: "A", toc: true }),
    "a.md": withToc("deep"),
    ...posts,
    "posts/b.md": withToc("[2, 3]", "## One\n\n## Two\n\n## Three", "post"),
  });
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    const wrong = 'must be true, false or "side", but it is';
    assert.match(output, `indigo: field "toc" in a.md:4 ${wrong} "deep"; the option decides.\n`);
    assert.match(output, `indigo: field "toc" in posts/b.md:4 ${wrong} [2,3]; the option decides.\n`);
    assert.not.ok(hasToc(site.read("a/index.html")));
    assert.ok(hasToc(site.read("posts/b/index.html")));
  } finally {
    site.remove();
  }
});

test("side places it beside the text, with styles of its own, by front matter or option", async () => {
  const side = '<nav class="toc toc-side" aria-label="Contents">';
  const three = "## One\n\n## Two\n\n## Three";
  const files = {
    "a.md": withToc("side"),
    "b.md": withToc("true"),
    ...posts,
    "posts/c.md": withToc("side", "## Only", "post"),
    "posts/d.md": `---\ntitle: D\n---\n${three}`,
  };
  await withSite({ "eleventy.config.js": config({ title: "A" }), ...files }, (site) => {
    assert.match(site.read("a/index.html"), side);
    assert.match(site.read("posts/c/index.html"), side);
    assert.match(site.read("a/index.html"), "/assets/indigo-layout-");
    assert.ok(hasToc(site.read("b/index.html")));
    assert.not.match(site.read("b/index.html"), "/assets/indigo-layout-");
  });
  await withSite({ "eleventy.config.js": config({ title: "A", toc: "side" }), ...files }, (site) => {
    for (const name of ["a", "b", "posts/c", "posts/d"]) assert.match(site.read(`${name}/index.html`), side);
  });
});

test("a site's own layouts have the filters of jekyll-toc, and an author's own filter stays", async () => {
  const layout = (separator: string) =>
    `[{{ content | toc_only${separator} }}|{{ content | inject_anchors${separator} }}]{{ content | toc${separator} }}`;
  const files = {
    "eleventy.config.js": config({ title: "A" }),
    "_includes/njk.njk": layout(" | safe"),
    "_includes/liquid.liquid": layout(""),
    "a.md": withToc("true", "## One\n\n### Two", "njk.njk"),
    "b.md": withToc("true", "## One\n\n### Two", "liquid.liquid"),
    "c.md": withToc("false", "## One", "liquid.liquid"),
  };
  await withSite(files, (site) => {
    for (const name of ["a", "b"]) {
      const html = site.read(`${name}/index.html`);
      assert.match(
        html,
        '[<ul id="toc" class="section-nav">\n<li class="toc-entry toc-h2"><a href="#one">One</a>\n<ul>',
      );
      assert.match(html, '|<h2 id="one"><a class="anchor" href="#one" aria-hidden="true" tabindex="-1">');
      assert.is(html.split('id="toc"').length - 1, 2);
    }
    assert.match(site.read("c/index.html"), /^\[\|<h2 id="one">One<\/h2>\s*\]<h2 id="one">One<\/h2>\s*$/);
  });
  const own = {
    "eleventy.config.js": config({ title: "A" }, 'eleventyConfig.addFilter("toc", () => "mine");'),
    "a.njk": "{{ 'x' | toc }}",
  };
  await withSite(own, (site) => assert.is(site.read("a/index.html"), "mine"));
});

const fence = "```mermaid\ngraph TD; A[<b>] --> B\n```\n\n```js\nlet x;\n```";

test("diagrams: only a page that has one loads the scripts, in this order", async () => {
  const files = {
    "eleventy.config.js": config({ title: "A", mermaid: true }),
    "a.md": page("A", fence),
    "b.md": page("B", "```js\nlet x;\n```"),
  };
  await withSite(files, (site) => {
    const html = site.read("a/index.html");
    assert.match(html, '<pre class="mermaid" tabindex="0">graph TD; A[&lt;b&gt;] --&gt; B\n</pre>');
    assert.match(html, 'class="language-js highlighter-rouge"');
    const scripts = [...html.matchAll(/<script src="\/([^"]*)" defer><\/script>/g)].map(
      ([, file]) => file ?? "",
    );
    assert.match(
      scripts.join(" "),
      /^assets\/mermaid-[\d.]+\.min\.js assets\/indigo-diagrams-[\da-f]{10}\.js$/,
    );
    for (const script of scripts) assert.ok(site.has(script), script);
    assert.not.match(site.read("b/index.html"), "<script");
  });
});

test("without the option a diagram's fence is code, and nothing is copied", async () => {
  await withSite({ "eleventy.config.js": config({ title: "A" }), "a.md": page("A", fence) }, (site) => {
    assert.match(site.read("a/index.html"), "<code>graph TD; A[&lt;b&gt;]");
    assert.not.match(site.read("a/index.html"), "<script");
    assert.not.ok(site.files().some((file) => file.includes("mermaid")));
    assert.ok(existsSync(site.folder));
  });
});

test("a site of Jekyll's has kramdown's formulas, diagrams where it wants them, and else kramdown's Markdown", async () => {
  const body = [
    "## A $$x^2$$\n",
    'Of $$y$$, $5 and $10$, ![A](/a.jpg "Title") ![B](/b.jpg).\n',
    "$$\n\\frac{a}{b}\n\n+ c\n$$\n{: .wide}\n",
    "$$\\foo$$\n",
    "> [!NOTE]\n> Quoted\n",
    "| a |\n|:-:|\n| b |\n",
    "Note[^n].\n\n[^n]: Kramdown's.\n",
    fence,
  ].join("\n");
  const jekyll = { "_posts/2024-01-02-a.md": `---\ntitle: A\nlayout: post\n---\n${body}` };
  const options = { title: "A", jekyll: true, mermaid: true, permalink: "/:title/" };
  await withSite({ "eleventy.config.js": config(options), ...jekyll }, (site) => {
    const html = site.read("a/index.html");
    assert.match(html, '<h2 id="a-x2">A <math>');
    assert.match(html, "Of <math><mi>y</mi></math>, $5 and $10$, ");
    assert.match(html, '<img src="/a.jpg" alt="A" title="Title"> <img src="/b.jpg" alt="B">');
    assert.match(
      html,
      '<p class="wide"><span class="formula" role="group" aria-label="Formula" tabindex="0"><math display="block"',
    );
    assert.match(html, "<p>$$\\foo$$</p>");
    assert.match(html, /<blockquote>\s*<p>\[!NOTE\]/);
    assert.match(html, 'class="text-center"');
    assert.match(html, '<sup id="fnref:n">');
    assert.match(html, '<pre class="mermaid"');
  });
  const off = { ...options, math: false, mermaid: false };
  await withSite({ "eleventy.config.js": config(off), ...jekyll }, (site) => {
    assert.match(site.read("a/index.html"), '<h2 id="a-x2">A $$x^2$$</h2>');
    assert.not.match(site.read("a/index.html"), "<math");
  });
});

test("what a _config.yml calls math, images or toc is the site's own", async () => {
  const files = {
    "_config.yml": "title: A\nmath: katex\nimages: /img\ntoc:\n  min_level: 2\nmermaid: 9\n",
    "eleventy.config.js": config({ config: "_config.yml" }),
    "a.md":
      "---\ntitle: A\n---\n{{ site.math }} {{ site.images }} {{ site.toc.min_level }} {{ site.mermaid }}",
  };
  await withSite(files, (site) => assert.match(site.read("a.html"), "katex /img 2 9"));
});

test.run();
