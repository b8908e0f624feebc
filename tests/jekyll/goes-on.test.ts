import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, Site } from "../support/site.ts";

const test = suite("where Jekyll goes on");

const base = "title: Hu\npermalink: /:title/\n";

/** Builds a Jekyll site of these files, and returns its output. */
async function build(files: Record<string, string>, yaml = base) {
  const site = new Site({
    "eleventy.config.js": config({ config: "_config.yml" }),
    "_config.yml": yaml,
    ...files,
  });
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    const read = new Map(site.files().map((name) => [name, site.read(name)]));
    return { output, read: (name: string) => read.get(name) ?? "", has: (name: string) => read.has(name) };
  } finally {
    site.remove();
  }
}

test("JSON with front matter is a page, and JSON next to a page is no data of it", async () => {
  const { read } = await build({
    "search.json": '---\n---\n[{% for p in site.posts %}"{{ p.title }}"{% endfor %}]\n',
    "search.md": "---\ntitle: S\n---\nSearch\n",
    "api.json": '{ "layout": "nope", "permalink": "/x/" }',
    "api.md": "---\ntitle: A\n---\nAPI\n",
    "broken.json": "{ a",
    "broken.md": "---\ntitle: B\n---\nBroken\n",
    "_posts/2020-01-01-a.md": "---\ntitle: A\n---\n",
  });
  assert.is(read("search.json"), '["A"]\n');
  assert.is(read("search/index.html"), "<p>Search</p>\n");
  assert.is(read("api/index.html"), "<p>API</p>\n");
  assert.is(read("api.json"), '{ "layout": "nope", "permalink": "/x/" }');
  assert.is(read("broken/index.html"), "<p>Broken</p>\n");
});

test("front matter that Ruby reads, and that Jekyll ignores", async () => {
  const { read, has, output } = await build({
    "_posts/2020-01-01-twice.md": "---\ntitle: One\ntitle: Two\n---\n{{ page.title }}\n",
    "_posts/2020-01-02-quote.md": '---\ntitle: "One\ntwo"\n---\n{{ page.title }}\n',
    "_posts/2020-01-03-dots.md": "---\ntitle: Dots\n...\n{{ page.title }}\n\n---\n\nAfter\n",
    "_posts/2020-01-04-note.md": "--- # note\ntitle: N\n---\nText\n",
    "_posts/2020-01-05-invalid.md": "---\ntitle: a: b\n---\nText *one*\n",
    "_posts/2020-01-06-none.md": "Text *two*\n",
    "_posts/2020-01-07-open.md": "---\ntitle: Open\n\nText\n",
    "_posts/2020-01-08-hidden.md": "---\npublished: no\n---\n",
    "_posts/2020-01-09-off.md": "---\npublished: off\n---\n",
    "_posts/2020-01-10-empty.md": "---\npublished:\n---\n",
    "_posts/2020-01-11-date.md": "---\ndate: 2019-05-06  12:48\n---\n{{ page.date | date: '%F %T' }}\n",
    "invalid.md": "---\ntitle: [a\n---\nText {{ 1 | plus: 1 }}\n",
    "note.md": "--- # note\n---\nText\n",
    "reserved.md":
      "---\ncontent: a\ncollections: b\neleventy: c\n---\n{{ page.collections }}{{ page.eleventy }}\n",
    "folder.md/a.txt": "a",
    "folder.md/b.md": "---\n---\nb\n",
  });
  assert.is(read("twice/index.html"), "<p>Two</p>\n");
  assert.is(read("quote/index.html"), "<p>One two</p>\n");
  assert.is(read("dots/index.html"), "<p>Dots</p>\n<hr>\n<p>After</p>\n");
  assert.match(read("note/index.html"), "title: N");
  assert.is(read("2020-01-05-invalid/index.html"), "<p>Text <em>one</em></p>\n");
  assert.is(read("none/index.html"), "<p>Text <em>two</em></p>\n");
  assert.match(read("open/index.html"), "title: Open");
  for (const name of ["hidden", "off", "empty"]) assert.not.ok(has(`${name}/index.html`), name);
  assert.is(read("date/index.html"), "<p>2019-05-06 12:48:00</p>\n");
  assert.is(read("invalid/index.html"), "<p>Text 2</p>\n");
  assert.is(read("note.md"), "--- # note\n---\nText\n");
  assert.is(read("reserved/index.html"), "<p>bc</p>\n");
  assert.is(read("folder.md/a.txt"), "a");
  assert.is(read("folder.md/b/index.html"), "<p>b</p>\n");
  for (const file of ["_posts/2020-01-05-invalid.md:2", "invalid.md:3"])
    assert.match(
      output,
      new RegExp(`indigo: the front matter of ${file} is not valid YAML: .*; the file is shown without`),
    );
});

test("data files with names that Eleventy or the theme uses are in site.data, and nowhere else", async () => {
  const names =
    "tags layout permalink pagination date page collections content pkg eleventyComputed search".split(" ");
  const { read } = await build({
    ...Object.fromEntries(names.map((name) => [`_data/${name}.yml`, `v: ${name}\n`])),
    "_data/eleventy/x.yml": "v: nested\n",
    "_data/rows.csv": 'a,b\n1,"x, ""y"""\n2,\n',
    "_data/cols.tsv": "a\tb\n1\t2\n",
    "a.md": `---\n---\n${names.map((name) => `{{ site.data.${name}.v }}`).join(" ")} {{ site.data.eleventy.x.v }}\n\n{{ page.search }}{% for r in site.data.rows %}{{ r.a }}={{ r.b }};{% endfor %}{{ site.data.cols[0].b }}\n`,
  });
  assert.is(read("a/index.html"), `<p>${names.join(" ")} nested</p>\n<p>1=x, “y”;2=;2</p>\n`);
});

test("exclude keeps pages, files and posts from being published", async () => {
  const { has } = await build(
    {
      "a.txt": "a",
      "sec/b.txt": "b",
      "sec/c.md": "---\n---\nc\n",
      "sec/d.png": "d",
      "docs/_private/e.md": "---\n---\ne\n",
      "_posts/2020-01-01-f.md": "---\n---\nf\n",
      "_posts/secret/2020-01-01-g.md": "---\n---\ng\n",
      "assets/vendor/h.js": "h",
    },
    `${base}exclude: ["*.txt", "sec/*.md", "_posts/secret"]\n`,
  );
  for (const file of ["a.txt", "sec/b.txt", "sec/c/index.html", "docs/_private/e/index.html", "g/index.html"])
    assert.not.ok(has(file), file);
  for (const file of ["sec/d.png", "f/index.html", "assets/vendor/h.js"]) assert.ok(has(file), file);
});

test("Liquid that is not correct, unknown filters, and links to files that are not built", async () => {
  const { read, output } = await build({
    "a.html":
      "---\nx: a\n---\n{{ page.x | upcase | }}{% if page.x && page.y %}T{% endif %}{{ page.x | nope }} {% link _recipes/b.md %} {% link c.pdf %}",
    "_recipes/b.md": "---\n---\nb\n",
    "c.pdf": "c",
  });
  assert.is(read("a/index.html"), "ATa /recipes/b.html /c.pdf");
  assert.match(output, "indigo: {{ page.x | upcase | }} in a.html:");
  assert.match(output, 'in a.html:4: there is no filter "nope", which leaves the value as it is.');
});

test("of files with the same URL the one remains that Jekyll writes last", async () => {
  const { read, output } = await build({
    "_posts/2020-01-01-a.md": "---\n---\nolder\n",
    "_posts/2021-01-01-a.md": "---\n---\nnewer\n",
    "a.md": "---\n---\npage\n",
    "b.md": "---\npermalink: /c/\n---\nb\n",
    "c.md": "---\n---\nc\n",
  });
  assert.is(read("a/index.html"), "<p>newer</p>\n");
  assert.is(read("c/index.html"), "<p>c</p>\n");
  assert.match(output, "indigo: b.md is skipped: c.md has the same URL");
});

test("layouts that do not exist, or lead back to themselves", async () => {
  const { read, output } = await build({
    "a.md": "---\nlayout: nope\n---\na\n",
    "b.md": "---\nlayout: none\n---\nb\n",
    "c.md": "---\nlayout: [x]\n---\nc\n",
    "d.md": "---\nlayout: one\n---\nd\n",
    "_includes/one.html": "---\nlayout: two\n---\n1{{ content }}",
    "_includes/two.html": "---\nlayout: one\n---\n2{{ content }}",
  });
  assert.is(read("a/index.html"), "<p>a</p>\n");
  assert.is(read("b/index.html"), "<p>b</p>\n");
  assert.is(read("c/index.html"), "<p>c</p>\n");
  assert.is(read("d/index.html"), "21<p>d</p>\n");
  assert.match(
    output,
    'indigo: the layout of a.md "nope" does not exist in _includes/; it is shown without.',
  );
  assert.match(output, 'indigo: the layout of _includes/two.html "one" leads back to this layout');
});

test("URLs and fields of pages and posts are Jekyll's", async () => {
  const { read, has } = await build(
    {
      "_posts/2020-01-01-a.md": "---\ncategory: machine learning\n---\n{{ page.url }} {{ page.id }}\n",
      "Foo Bar/_posts/2020-01-01-b.md": "---\n---\n{{ page.url }}\n",
      "My Dir/My Page.md": "---\n---\n{{ page.url }}, {{ page.name }}, {{ page.path }}, {{ page.dir }}\n",
      "_posts/2020-01-02-c.md": "---\npermalink: /:categories/:title\ncategory: x\n---\n{{ page.url }}\n",
      "d.md": "---\npermalink: /q/:basename:output_ext\n---\nd\n",
      "a/_posts/2020-02-01-same.md": "---\n---\nA\n",
      "b/_posts/2020-02-01-same.md": "---\n---\nB\n",
      "e.html":
        "---\n---\n{% post_url a/2020-02-01-same %} {% post_url b/2020-02-01-same %} {% post_url 2020-01-02-c %}" +
        "{% for f in site.static_files %} {{ f.path }} {{ f.name }} {{ f.extname }} {{ f.basename }}{% endfor %}",
      "assets/x.tar.gz": "x",
      "f.mkd": "---\n---\n*f*\n",
      "G.MD": "---\n---\n*g*\n",
      "h.md": "---\nrender_with_liquid: false\n---\n{{ page.title }}\n",
    },
    "title: Hu\npermalink: /:categories/:title/\nexclude: [eleventy.config.js]\n",
  );
  assert.is(read("machine learning/a/index.html"), "<p>/machine%20learning/a/ /machine%20learning/a</p>\n");
  assert.is(read("foo bar/b/index.html"), "<p>/foo%20bar/b/</p>\n");
  assert.is(
    read("My Dir/My Page/index.html"),
    "<p>/My%20Dir/My%20Page/, My Page.md, My Dir/My Page.md, /My%20Dir/My%20Page/</p>\n",
  );
  assert.is(read("x/c.html"), "<p>/x/c</p>\n");
  assert.ok(has("q/d.html"));
  assert.is(read("e/index.html"), "/a/same/ /b/same/ /x/c /assets/x.tar.gz x.tar.gz .gz x.tar");
  assert.is(read("f/index.html"), "<p><em>f</em></p>\n");
  assert.is(read("G/index.html"), "<p><em>g</em></p>\n");
  assert.is(read("h/index.html"), "<p>{{ page.title }}</p>\n");
});

test("files that Jekyll excludes are not read, whatever their encoding", async () => {
  const latin = Buffer.from("---\ntitle: caf\xe9\n---\n", "latin1");
  const excluded = [
    "vendor/bundle/gems/x/README.md",
    "node_modules/y/README.md",
    "_site/old/a.md",
    "docs/skip/a.md",
    "docs/_private/b.html",
    "docs/c.tmp.md",
  ];
  const { has, output } = await build(
    {
      ...Object.fromEntries(excluded.map((file) => [file, latin as unknown as string])),
      "docs/latin.md": latin as unknown as string,
      "docs/ok.md": "---\n---\nText\n",
    },
    `${base}exclude: [docs/skip, "docs/*.tmp.md"]\n`,
  );
  for (const file of excluded) assert.not.match(output, `${file} is not UTF-8`);
  assert.match(output, "docs/latin.md is not UTF-8");
  assert.ok(has("docs/ok/index.html"));
});

test("excerpts and the paginator of an own page", async () => {
  const { read } = await build(
    {
      "_posts/2020-01-01-a.md": "---\n---\nOne.\n\nTwo.\n<!--more-->\nThree.\n",
      "_posts/2020-01-02-b.md": "---\nexcerpt_separator: <!--end-->\n---\nFour.\n<!--end-->\nFive.\n",
      "_posts/2020-01-03-c.md": "---\nhidden: true\nexcerpt: Own\n---\nSix.\n",
      "list/index.html":
        "---\n---\n{% for p in paginator.posts %}{{ p.title }};{% endfor %}{% for p in site.posts %}[{{ p.excerpt | strip_html | normalize_whitespace }}]{% endfor %}",
    },
    `${base}paginate: 5\npaginate_path: /list/page:num/\nexcerpt_separator: "<!--more-->"\n`,
  );
  assert.is(read("list/index.html"), "B;A;[Own][Four.][One. Two.]");
});

test("HTML in the bio, and accounts as sites write them", async () => {
  const { read } = await build(
    { "index.html": "---\nlayout: page\ntitle: Home\n---\n" },
    'title: Hu\nbio: "A <b>bold</b> bio"\nmastodon: example.social/@me\ngooglescholar: citations?user=abcdefghijkl&hl=en\nlinkedin: company/acme\ntwitch: hu\n',
  );
  const home = read("index.html");
  assert.match(home, '<p class="description">A <b>bold</b> bio</p>');
  assert.match(home, '<meta name="description" content="A bold bio">');
  for (const url of [
    "https://example.social/@me",
    "https://scholar.google.com/citations?user=abcdefghijkl",
    "https://www.linkedin.com/company/acme",
    "https://www.twitch.tv/hu",
  ])
    assert.match(home, `href="${url}"`);
});

test("the title is in name", async () => {
  const { read } = await build(
    { "index.html": "---\nlayout: page\ntitle: Home\n---\n" },
    "name: Ada Lovelace\n",
  );
  assert.match(read("index.html"), "<title>Ada Lovelace</title>");
});

test("images next to posts are not read as posts", async () => {
  const site = new Site({
    "eleventy.config.js": config({ config: "_config.yml" }),
    "_config.yml": base,
    "_posts/2020-01-01-a.md": "---\ntitle: A\n---\nText\n",
  });
  try {
    mkdirSync(path.join(site.folder, "_posts/images"));
    writeFileSync(path.join(site.folder, "_posts/images/a.png"), Buffer.from([0x89, 0x50, 0xff, 0xfe]));
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    assert.not.match(output, "UTF-8");
    assert.ok(site.files().includes("a/index.html"));
  } finally {
    site.remove();
  }
});

test.run();
