import { symlinkSync } from "node:fs";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, Site } from "../support/site.ts";

const test = suite("collections of Jekyll");

interface Built {
  code: number | null;
  read(name: string): string;
  /** The files of the output, without the theme's own. */
  files: string[];
  output: string;
}

const folders = `\nexport const config = { dir: { layouts: "_layouts" } };\n`;

/** Builds a site and returns its output. Its `_config.yml` has one setting a line. */
async function build(yaml: string, files: Record<string, string>): Promise<Built> {
  const site = new Site({
    "eleventy.config.js": config({ config: "_config.yml" }) + folders,
    "_config.yml": `title: Ada\npermalink: /:title/\n${yaml}`,
    ...files,
  });
  try {
    const { code, output } = await site.buildInProcess();
    const read = new Map(site.files().map((name) => [name, site.read(name)]));
    return {
      code,
      read: (name) => read.get(name) ?? `no ${name}`,
      files: [...read.keys()].filter((name) => !/^(assets\/indigo-|index|404|robots)/.test(name)).sort(),
      output,
    };
  } finally {
    site.remove();
  }
}

const doc = (frontMatter = "", text = "Text."): string => `---\n${frontMatter}\n---\n${text}\n`;

/** A page that shows what templates read. */
const page = (template: string): Record<string, string> => ({
  "list.txt": `---\nlayout: null\n---\n${template}`,
});

// All expected values are what Jekyll 4.3.1 makes of the same files.

test("documents with output become pages, in Jekyll's order, with layouts and neighbors", async () => {
  const { read, files, output } = await build(
    "collections:\n  talks:\n    output: true\n    color: red\ndefaults:\n  - { scope: { path: '', type: talks }, values: { layout: talk, place: Paris } }\n",
    {
      "_layouts/talk.html":
        "<l>{{ page.title }}|{{ page.collection }}|{{ page.url }}|{{ page.place }}|{{ page.previous.title }}|{{ page.next.title }}|{{ page.id }}|{{ page.path }}|{{ page.name }}|{{ page.slug }}|{{ page.ext }}|{{ page.date | date: '%Y' }}</l>{{ content }}",
      "_talks/a-b.md": doc("title: B talk\ndate: 2024-02-01", "Hello *b*.\n\nMore."),
      "_talks/sub/My-Talk.md": doc("date: 2023-02-01\nplace: Rome\ntags: x y\ncategory: c", "First."),
      "_talks/2022-03-04-dated.md": doc("title: Dated", "D"),
      "_talks/future.md": doc("title: Future\ndate: 2999-01-01", "F"),
      "_talks/hidden.md": doc("published: false"),
      "_talks/_under.md": doc(),
      "_talks/raw.md": "No front matter.",
      "_talks/sub/slides.pdf": "PDF",
      ...page(
        "{% for t in site.talks %}{{ t.title }} {{ t.url }} {{ t.id }} {{ t.relative_path }} {{ t.collection }} {{ t.date | date: '%F' }} [{{ t.tags | join: ',' }}] [{{ t.categories | join: ',' }}] {{ t.slug }}{{ t.ext }} {{ t.name }} p={{ t.previous.title }} n={{ t.next.title }} e={{ t.excerpt | strip }} c={{ t.content | strip_newlines }}\n{% endfor %}" +
          "{% for c in site.collections %}{{ c.label }} {{ c.output }} {{ c.docs.size }} {{ c.relative_directory }} {{ c.color }} {{ c.files | map: 'path' | join: ',' }};{% endfor %}" +
          "{% link _talks/a-b.md %} {{ site.pages.size }} {{ site.documents.size }}",
      ),
    },
  );
  assert.equal(
    files.filter((file) => !file.startsWith("list")),
    [
      "talks/2022-03-04-dated/index.html",
      "talks/a-b/index.html",
      "talks/raw.md",
      "talks/sub/My-Talk/index.html",
      "talks/sub/slides.pdf",
    ],
    output,
  );
  assert.equal(read("list.txt").trim().split("\n"), [
    "Dated /talks/2022-03-04-dated/ /talks/dated _talks/2022-03-04-dated.md talks 2022-03-04 [] [] dated.md 2022-03-04-dated.md p= n=My Talk e=<p>D</p> c=<p>D</p>",
    "My Talk /talks/sub/My-Talk/ /talks/sub/My-Talk _talks/sub/My-Talk.md talks 2023-02-01 [x,y] [c] My-Talk.md My-Talk.md p=Dated n=B talk e=<p>First.</p> c=<p>First.</p>",
    "B talk /talks/a-b/ /talks/a-b _talks/a-b.md talks 2024-02-01 [] [] a-b.md a-b.md p=My Talk n=Future e=<p>Hello <em>b</em>.</p> c=<p>Hello <em>b</em>.</p><p>More.</p>",
    "Future /talks/future/ /talks/future _talks/future.md talks 2999-01-01 [] [] future.md future.md p=B talk n= e=<p>F</p> c=<p>F</p>",
    "posts true 0 _posts  ;talks true 4 _talks red _talks/raw.md,_talks/sub/slides.pdf;/talks/a-b/ 1 4",
  ]);
  assert.is(
    read("talks/sub/My-Talk/index.html").replace(/\n/g, ""),
    "<l>My Talk|talks|/talks/sub/My-Talk/|Rome|Dated|B talk|/talks/sub/My-Talk|_talks/sub/My-Talk.md|My-Talk.md|My-Talk|.md|2023</l><p>First.</p>",
  );
});

test("without output, documents are data only, and YAML files are data too", async () => {
  const { read, files, output } = await build("collections: [people]\n", {
    // A layout that does not exist has no effect.
    "_people/ada.md": doc("name: Ada\nlayout: nope\nrole: chair", "I am **Ada**."),
    "_people/bob.yml": "---\nname: Bob\nrole: member\n",
    "_people/ada.png": "PNG",
    ...page(
      "{{ site.people.size }}{% for p in site.people %} {{ p.name }} {{ p.role }} {{ p.url }} {{ p.content | strip }};{% endfor %}",
    ),
  });
  assert.is(
    read("list.txt"),
    "2 Ada chair /people/ada/ <p>I am <strong>Ada</strong>.</p>; Bob member /people/bob/ ;",
    output,
  );
  assert.equal(files, ["list.txt"]);
});

const urls: [settings: string, site: string, file: string, frontMatter: string, output: string][] = [
  ["", "/:title/", "a.md", "", "c/a/index.html"],
  ["", "pretty", "a.md", "", "c/a/index.html"],
  ["", "date", "a.md", "", "c/a.html"],
  ["", "none", "sub/a.md", "", "c/sub/a.html"],
  ["", "/:title:output_ext", "a.md", "", "c/a.html"],
  ["", "/:title/", "with space.md", "", "c/with space/index.html"],
  ["", "/:title/", "a.txt", "", "c/a/index.html"],
  ["", "date", "a.txt", "", "c/a.txt"],
  ["permalink: /r/:path.html", "date", "sub/a.md", "", "r/sub/a.html"],
  ["permalink: '/:collection/n/:name:output_ext'", "/:title/", "sub/A b.md", "", "c/n/a-b.html"],
  ["permalink: /t/:title/:slug/", "date", "Some Thing.md", "slug: Slug Me", "t/Slug-Me/slug-me/index.html"],
  [
    "permalink: /t/:categories/:year/:title",
    "date",
    "2024-03-05-x.md",
    "category: News",
    "t/news/2024/x.html",
  ],
  ["permalink: /c/:path/", "date", "a.md", "permalink: /own/:title/", "own/a/index.html"],
  ["permalink: /c/:path/", "date", "a.md", "permalink: /own.txt", "own.txt"],
];

test("URLs of documents", async () => {
  for (const [settings, permalink, file, frontMatter, expected] of urls) {
    const { files, output } = await build(
      `permalink: ${permalink}\ncollections: { c: { output: true${settings && `, ${settings}`} } }\n`,
      { [`_c/${file}`]: doc(frontMatter) },
    );
    assert.equal(files, [expected], `${settings} ${permalink} ${file}: ${output}`);
  }
});

test("documents in the order of a key, or of a list", async () => {
  const list = page("{{ site.c | map: 'title' | join: ',' }}|{{ site.d | map: 'title' | join: ',' }}");
  const { read } = await build("collections: { c: { sort_by: rank }, d: { order: [b.md, sub/x.md] } }\n", {
    "_c/one.md": doc("rank: 10"),
    "_c/two.md": doc("rank: 2"),
    "_c/a.md": doc(),
    "_d/a.md": doc(),
    "_d/b.md": doc(),
    "_d/sub/x.md": doc(),
    ...list,
  });
  assert.is(read("list.txt"), "Two,One,A|B,X,A");
});

test("collections in a folder of their own, with posts", async () => {
  const { read, files, output } = await build(
    "collections_dir: coll\ncollections:\n  people: { output: true }\n  posts: { permalink: '/blog/:collection/:title/' }\nexclude: [_people/secret.md]\ndefaults:\n  - { scope: { path: coll/_people }, values: { b: 2 } }\n",
    {
      "coll/_people/abe.md": doc("", "{{ page.b }} {% link _people/abe.md %}"),
      "coll/_people/secret.md": doc(),
      "coll/_posts/2024-01-02-p.md": doc(
        "",
        "{{ page.collection }} {{ page.path }} {{ page.categories | join: ',' }}",
      ),
      "_posts/2024-01-03-root.md": doc(),
      "coll/readme.txt": "readme",
      "coll/other.md": doc(),
      ...page("{{ site.posts.size }} {{ site.people.first.path }}"),
    },
  );
  assert.equal(files, [
    "blog/posts/p/index.html",
    "coll/other/index.html",
    "coll/readme.txt",
    "list.txt",
    "people/abe/index.html",
  ]);
  assert.match(read("blog/posts/p/index.html"), "<p>posts _posts/2024-01-02-p.md</p>");
  assert.match(read("people/abe/index.html"), "<p>2 /people/abe/</p>");
  assert.is(read("list.txt"), "1 _people/abe.md");
  assert.match(output, '_posts/2024-01-03-root.md is skipped: with "collections_dir"');
});

test("collections with names that the theme or Jekyll use", async () => {
  const { read, files } = await build(
    "projects: true\ncollections: { projects: { output: true }, pages: {}, drafts: { output: true }, publications: {} }\n",
    {
      "_projects/p.md": doc(),
      "_pages/q.md": doc(),
      "_drafts/d.md": doc(),
      "_publications/x.md": doc(),
      "_data/projects.yml": "- 1\n",
      ...page(
        "{{ site.projects.first.url }} {{ site.pages.first.title }} {{ site.drafts.first.url }} {{ site.publications.first.title }} {{ site.data.projects.size }} {{ site.posts.size }}",
      ),
    },
  );
  assert.is(read("list.txt"), "/projects/p/ Q /drafts/d/ X 1 0");
  assert.equal(files, ["drafts/d/index.html", "list.txt", "projects/index.html", "projects/p/index.html"]);
});

test("symbolic links in collections lead to files inside only", async () => {
  const site = new Site({
    "eleventy.config.js": config({ config: "_config.yml" }),
    "_config.yml": "title: Ada\ncollections: { c: { output: true }, d: { output: true } }\n",
    "_c/a.md": doc(),
    "shared/file.pdf": "PDF",
    ".secret": "secret",
  });
  symlinkSync("../shared/file.pdf", path.join(site.folder, "_c/in.pdf"));
  symlinkSync("../.secret", path.join(site.folder, "_c/hidden.pdf"));
  symlinkSync("../../../../package.json", path.join(site.folder, "_c/out.pdf"));
  symlinkSync("../../../../docs", path.join(site.folder, "_d"));
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    assert.is(site.read("c/in.pdf"), "PDF");
    assert.equal(
      site.files().filter((file) => /^[cd]\//.test(file)),
      ["c/a.html", "c/in.pdf"],
    );
    assert.match(output, "_c/out.pdf");
  } finally {
    site.remove();
  }
});

test("settings of the wrong type have no effect", async () => {
  for (const collections of [
    "5",
    "talks",
    "[1, talks, {a: b}]",
    "{ talks: yes }",
    "{ talks: [output] }",
    "{ ../talks: { output: true } }",
  ]) {
    const { code, output, files } = await build(`collections: ${collections}\ncollections_dir: 3\n`, {
      "_talks/a.md": doc(),
    });
    assert.is(code, 0, `${collections}: ${output}`);
    assert.equal(files, [], collections);
  }
});

test("without the folder of a collection, and with layouts that list it", async () => {
  const { read } = await build("collections: [empty, people]\n", {
    "_people/ada.md": doc("title: Ada"),
    "_layouts/team.html":
      "{% for p in site.people %}{{ p.title }}: {{ p.content }}{% endfor %}{{ site.empty.size }}",
    "team.md": doc("layout: team"),
  });
  assert.is(read("team/index.html").replace(/\n/g, ""), "Ada: <p>Text.</p>0");
});

test.run();
