import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, Site } from "../support/site.ts";

const test = suite("a site of Jekyll's");

const settings = "title: Edward Hu\nurl: https://example.org\npermalink: /:title/\nblog: true\n";

interface Built {
  read(name: string): string;
  has(name: string): boolean;
  files: string[];
  output: string;
}

/** Builds a Jekyll site of these files and hands over its output. */
async function build(files: Record<string, string>, yaml = settings, run = ""): Promise<Built> {
  const site = new Site({
    "eleventy.config.js": config({ config: "_config.yml" }, run),
    "_config.yml": yaml,
    ...files,
  });
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    const read = new Map(site.files().map((name) => [name, site.read(name)]));
    return {
      read: (name) => read.get(name) ?? "",
      has: (name) => read.has(name),
      files: [...read.keys()],
      output,
    };
  } finally {
    site.remove();
  }
}

const post = (frontMatter = "", text = "Text."): string =>
  `---\nlayout: post\n${frontMatter}\n---\n${text}\n`;

const styles: [style: string, url: string][] = [
  ["/:title/", "low-Rank/index.html"],
  ["date", "news/blog/2024/03/05/low-Rank.html"],
  ["pretty", "news/blog/2024/03/05/low-Rank/index.html"],
  ["ordinal", "news/blog/2024/065/low-Rank.html"],
  ["none", "news/blog/low-Rank.html"],
  ["/:year/:i_month-:i_day/:short_year/:slug", "2024/3-5/24/low-rank.html"],
  ["/:categories/:y_day/:short_month/:long_month/:title:output_ext", "news/blog/065/Mar/March/low-Rank.html"],
  ["/:hour/:minute/:second/:title/", "07/08/09/low-Rank/index.html"],
];

for (const [style, file] of styles) {
  test(`addresses of posts in ${style}`, async () => {
    const { has, files } = await build(
      {
        "news/_posts/2024-03-05-low-Rank.markdown": post("date: 2024-03-05 07:08:09 +0000\ncategory: blog"),
        "notes.md": "---\ntitle: Notes\n---\n",
      },
      `title: Hu\npermalink: ${style}\n`,
    );
    assert.ok(has(file), `${file} in ${files.join(" ")}`);
    // Pages only follow in how an address ends.
    assert.ok(has(style === "pretty" || style.endsWith("/") ? "notes/index.html" : "notes.html"));
  });
}

test("a post's own address, slug and date come first; a title is made of its name", async () => {
  const { has, read } = await build({
    "_posts/2024-03-05-low-rank-updates.md": post(),
    "_posts/2024-03-06-own.md": post("permalink: /mine/:year/\ntitle: Own"),
    "_posts/2024-03-07-slugged.md": post("slug: other\ntitle: Slugged"),
    "_posts/2024-03-08-dated.md": post("date: 2020-01-02\ntitle: Dated"),
    "about.md": "---\ntitle: About\nlayout: page\npermalink: /who\n---\n",
  });
  for (const file of ["low-rank-updates/index.html", "mine/2024/index.html", "other/index.html", "who.html"])
    assert.ok(has(file), file);
  assert.match(read("low-rank-updates/index.html"), '<h1 class="title">Low Rank Updates</h1>');
  assert.match(read("low-rank-updates/index.html"), '<time datetime="2024-03-05">');
  assert.match(read("dated/index.html"), '<time datetime="2020-01-02">');
});

test("tags and categories as text or list, in one key or the other", async () => {
  const { read } = await build({
    "_posts/2024-01-01-a.md": post("tag: machine learning\ncategory: blog"),
    "_posts/2024-01-02-b.md": post("tags: one two\ncategories: blog notes"),
    "_posts/2024-01-03-c.md": post("tags: [one, machine learning]\ncategories: [blog]"),
    "_posts/2024-01-04-d.md": post("category: notes\ntags:"),
    "counts.html":
      "---\n---\n{% for tag in site.tags %}{{ tag[0] }}={{ tag[1].size }};{% endfor %}|" +
      "{% for category in site.categories %}{{ category[0] }}={{ category[1].size }};{% endfor %}|{{ site.tags.one.size }}",
  });
  assert.is(read("counts/index.html"), "machine learning=2;one=2;two=1;|blog=3;notes=2;|2");
  const blog = read("blog/index.html");
  assert.equal(
    [...blog.matchAll(/class="title">([^<]*)<\/h2>/g)].map(([, title]) => title),
    ["C", "B", "A"],
  );
});

test("drafts, unpublished posts and future posts are skipped, with a warning", async () => {
  const files = {
    "_drafts/idea.md": post("title: Idea"),
    "_posts/2024-01-01-seen.md": post(),
    "_posts/2024-01-02-unpublished.md": post("published: false"),
    "_posts/2999-01-01-later.md": post(),
    "_posts/undated.md": post(),
    "_posts/2020-01-01-twice.md": post("title: Older"),
    "_posts/2021-01-01-twice.md": post("title: Newer"),
    "notes.md": "No front matter, so no page.\n",
  };
  const { has, output, read } = await build(files);
  assert.ok(has("seen/index.html"));
  for (const name of ["idea", "unpublished", "later", "undated", "notes"])
    assert.not.ok(has(`${name}/index.html`), name);
  assert.is(read("notes.md"), "No front matter, so no page.\n");
  assert.match(read("twice/index.html"), '<h1 class="title">Newer</h1>');
  assert.match(
    output,
    'indigo: _posts/2999-01-01-later.md is skipped until its date, unless _config.yml has "future: true".',
  );
  assert.match(
    output,
    "indigo: _posts/undated.md is skipped: the name of a post must start with its date, such as 2024-03-05-title.md.",
  );
  assert.match(
    output,
    "indigo: _posts/2020-01-01-twice.md is skipped: _posts/2021-01-01-twice.md has the same URL, and Jekyll writes it later. Rename one of them.",
  );
  const future = await build(files, `${settings}future: true\n`);
  assert.ok(future.has("later/index.html"));
});

test("defaults give front matter by path, the longer path first, and never over the file's own", async () => {
  const { read } = await build(
    {
      "_posts/2024-01-01-a.md": post("", "{{ page.kind }} {{ page.place }}"),
      "_posts/2024-01-02-b.md": post("kind: own", "{{ page.kind }} {{ page.place }}"),
      "notes/n.md": "---\n---\n{{ page.kind }} {{ page.place }}\n",
      "notes/deep/d.md": "---\n---\n{{ page.kind }} {{ page.place }}\n",
    },
    `${settings}defaults:
  - { scope: { path: "" }, values: { kind: any, place: all, layout: page } }
  - { scope: { path: "", type: posts }, values: { kind: post } }
  - { scope: { path: notes/deep }, values: { place: deep } }
  - { scope: { path: notes }, values: { place: notes } }
`,
  );
  assert.match(read("a/index.html"), "<p>post all</p>");
  assert.match(read("b/index.html"), "<p>own all</p>");
  assert.match(read("notes/n/index.html"), "<p>any notes</p>");
  assert.match(read("notes/deep/d/index.html"), "<p>any deep</p>");
});

test("pages read the site and themselves as in Jekyll", async () => {
  const { read } = await build(
    {
      "_posts/2024-01-01-a.md": post("title: A\ncustom: mine", "First *words*.\n\nMore."),
      "_posts/2024-01-02-b.md": post(
        "title: B",
        "{{ page.title }} {{ page.url }} {{ page.previous.title }} {{ page.date | date: '%Y' }}",
      ),
      "_data/people.yml": "- name: Ada\n",
      "list.html":
        "---\ntitle: List\n---\n{% for post in site.posts %}{{ post.title }} {{ post.url }} {{ post.custom }} {{ post.excerpt | strip_html | strip_newlines }};{% endfor %}" +
        "|{{ site.posts.size }}|{{ site.lab }}|{{ site.data.people[0].name }}|{{ site.time | date: '%Y' | size }}|{{ page.title }}|{{ jekyll.environment }}" +
        "|{{ site.posts.first.title }}|{{ site.url }}",
    },
    `${settings}lab: Mila\n`,
  );
  assert.is(
    read("list/index.html"),
    "B /b/  B /b/ A 2024;A /a/ mine First words.;|2|Mila|Ada|4|List|production|B|https://example.org",
  );
});

test("every other file is copied, but for what Jekyll leaves out", async () => {
  const { files, read } = await build(
    {
      CNAME: "example.org",
      "assets/app.css": "b{}",
      "assets/raw.html": "<b>no front matter</b>",
      "assets/.hidden": "x",
      "_sass/a.scss": "x",
      "README.md": "x",
      "draft~": "x",
      Gemfile: "x",
      "data.xml": "---\n---\n<x>{{ site.title }}</x>\n",
      "plain.xml": "<y/>",
      ".well-known/a.txt": "kept",
      "page with blanks.md": "---\ntitle: B\n---\nx\n",
    },
    `${settings}exclude: [README.md]\ninclude: [.well-known]\n`,
  );
  const own = files
    .filter((name) => !/^(assets\/indigo-|index|blog|404|feed|sitemap|robots)/.test(name))
    .sort();
  assert.equal(own, [
    ".well-known/a.txt",
    "CNAME",
    "assets/app.css",
    "assets/raw.html",
    "data.xml",
    "page with blanks/index.html",
    "plain.xml",
  ]);
  assert.is(read("data.xml"), "<x>Edward Hu</x>\n");
});

test("an Indigo page that lists posts by itself shows them as the theme does", async () => {
  const list =
    "{% for post in site.posts %}{% include blog-post.html %}{% endfor %}{% include pagination.html %}";
  const { read } = await build({
    "_posts/2024-01-01-a.md": post("title: A\nstar: true"),
    "blog.html": `---\nlayout: page\ntitle: Blog\npagination:\n  enabled: true\n---\n<section class="list">${list}{{ paginator.posts.size }}</section>\n`,
  });
  const blog = read("blog/index.html");
  assert.match(
    blog,
    /<div class="item star">\n<a class="url" href="\/a\/">\n<aside class="date"[^>]*><time datetime="2024-01-01">Jan 01 2024<\/time>/,
  );
  assert.match(blog, "1</section>");
  assert.match(blog, '<header class="header-home">');
  assert.match(blog, '<main class="page blog"');
});

test("a template of Eleventy's own is built as such, and is not copied", async () => {
  const { read, files } = await build({
    "_posts/2024-01-01-a.md": post("title: A"),
    "list.njk": "{% for post in site.posts %}{{ post.title }}{% endfor %}",
    "page.11ty.js": "export default () => '<b>script</b>';\n",
  });
  assert.is(read("list/index.html"), "A");
  assert.is(read("page/index.html"), "<b>script</b>");
  assert.equal(
    files.filter((name) => /\.(njk|11ty\.js)$/.test(name)),
    [],
  );
});

test("no posts at all: the blog says so, and nothing breaks", async () => {
  const { read, has } = await build({ "_posts/.gitkeep": "" });
  assert.match(read("blog/index.html"), '<p class="text-center">Nothing published yet!</p>');
  assert.not.ok(has("tags/index.html"));
  assert.match(read("feed.xml"), "<updated>1970-01-01T00:00:00Z</updated>");
});

test("an author whom the settings lack is told, and the post builds", async () => {
  const { read, output } = await build(
    { "_posts/2024-01-01-a.md": post("author: pierre") },
    `${settings}show-author: true\nauthors: { johndoe: { name: John, picture: assets/none.jpg } }\n`,
  );
  assert.match(
    output,
    `indigo: field "author" in _posts/2024-01-01-a.md is "pierre", which the option "authors" does not have. Known: "johndoe".`,
  );
  assert.match(
    output,
    'indigo: key "authors.johndoe.picture" in _config.yml:6 names a file that does not exist: "assets/none.jpg".',
  );
  assert.match(read("a/index.html"), '<h2 class="name">Edward Hu</h2>');
});

test("a site under a path: its links have it, from baseurl or from url", async () => {
  for (const yaml of [
    'url: "https://example.org"\nbaseurl: /indigo',
    'url: "https://example.org/indigo"',
    'url: https://example.org/indigo\nbaseurl: ""',
  ]) {
    const { read } = await build(
      {
        "_posts/2024-01-01-a.md": post(
          "title: A",
          "[b]({{ '/b/' | relative_url }}) {{ '/b/' | absolute_url }}",
        ),
        "about.md": "---\nlayout: page\n---\n",
      },
      `title: Hu\npermalink: /:title/\nblog: true\nabout: true\n${yaml}\n`,
    );
    const html = read("a/index.html");
    assert.match(html, '<a class="link" href="/indigo/blog/">');
    assert.match(html, '<a href="/indigo/b/">b</a> https://example.org/indigo/b/');
    assert.match(html, '<link rel="canonical" href="https://example.org/indigo/a/">');
    assert.match(html, /<link rel="stylesheet" href="\/indigo\/assets\//);
  }
});

test("hidden projects are related to others, and tags of documents show without a page of theirs", async () => {
  const { read } = await build(
    {
      "_posts/2020-01-01-a.md": post("title: A\ntag: x\nprojects: true\nhidden: true"),
      "_posts/2020-01-02-b.md": post("title: B\ntag: x\nprojects: true\nhidden: true"),
      "_posts/2020-01-03-c.md": post("title: C\ntag: x\nhidden: true"),
      "_works/w.md": post("title: W\ntag: [x, only here]"),
    },
    `${settings}related: true\nshow-tags: true\nprojects: true\ncollections:\n  works:\n    output: true\n`,
  );
  assert.match(read("a/index.html"), /class="related"[\s\S]*href="\/b\/"/);
  assert.not.match(read("a/index.html"), 'href="/c/"');
  assert.match(read("works/w/index.html"), '<span class="item">only here</span>');
  assert.match(read("works/w/index.html"), /<a class="item" href="\/tags\/#x">x<\/a>/);
});

test("a shortname of Disqus without categories is for every post, as in the versions of Indigo that have it", async () => {
  const files = { "_posts/2020-01-01-a.md": post("title: A") };
  const { read, output } = await build(files, `${settings}disqus: hu\n`);
  assert.match(read("a/index.html"), "https://hu.disqus.com/");
  assert.not.match(output, "disqus");
  const { read: other } = await build(files, `${settings}disqus:\n  shortname: hu\n`);
  assert.not.match(other("a/index.html"), "disqus.com");
});

test("the navigation leaves out the page itself under any address of it", async () => {
  const { read } = await build(
    { "about.md": "---\nlayout: page\ntitle: About\npermalink: /about\n---\nx\n" },
    `${settings}navigation:\n  - home\n  - { label: About, url: /about }\n`,
  );
  assert.not.match(read("about.html"), ">About</a>");
  assert.match(read("about.html"), ">Home</a>");
});

test.run();
