import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, page, Site } from "../support/site.ts";
import { invalidHtml } from "../support/valid-html.ts";

const test = suite("archives of posts");

const options = { title: "Ada Lovelace", url: "https://ada.example.org" };

const post = (title: string, date: string, more = ""): string =>
  `---\ntitle: ${title}\ndate: ${date}\n${more}\n---\nText of ${title}.\n`;

const posts: Record<string, string> = {
  "posts/posts.json": '{ "layout": "post", "tags": "posts" }',
  "posts/one.md": post(
    "One",
    "2022-01-01",
    "tags: [engines, C++]\ncategory: notes\nseries: On Engines\nupdated: 2024-04-04",
  ),
  "posts/two.md": post("Two", "2023-02-01", 'tags: [engines, C]\nseries: On Engines\ncategory: "Été & co"'),
  "posts/three.md": post("Three", "2023-03-01", "tags: [engines, c#, 数学]\nseries: On Engines"),
  "posts/hidden.md": post(
    "Hidden",
    "2021-03-01",
    "tags: [engines, secret]\nhidden: true\nseries: On Engines",
  ),
};

interface Built {
  site: Site;
  output: string;
  warnings: string[];
}

async function build(
  settings: object,
  use: (built: Built) => void | Promise<void>,
  files: Record<string, string> = {},
): Promise<void> {
  const site = new Site({ "eleventy.config.js": config({ ...options, ...settings }), ...posts, ...files });
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    await use({
      site,
      output,
      warnings: output.split("\n").filter((line) => line.startsWith("indigo:")),
    });
  } finally {
    site.remove();
  }
}

/** The pages of archives of a site. */
const archivesIn = (site: Site): string[] =>
  site.pages().filter((url) => /^(\w\w\/)?(tags|categories|years|series)\/./.test(url));

/** The titles that a list has, in order. */
const titles = (html: string): string[] =>
  [...html.matchAll(/class="title">([^<]*)<\/h2>\n<\/a>/g)].map(([, title]) => title ?? "");

test("each kind has its pages, and without the option there are none", async () => {
  const kinds: [option: unknown, pages: string[]][] = [
    [false, []],
    [{ tags: true }, ["tags/c/", "tags/cplusplus/", "tags/csharp/", "tags/engines/", "tags/数学/"]],
    [{ categories: true }, ["categories/notes/", "categories/été-co/"]],
    [{ years: true }, ["years/2022/", "years/2023/"]],
    [{ series: true }, ["series/on-engines/"]],
  ];
  for (const [archives, pages] of kinds)
    await build({ archives }, ({ site, warnings }) => {
      assert.equal(archivesIn(site), pages);
      assert.equal(warnings, []);
    });
  await build({ archives: true }, ({ site }) => {
    assert.equal(archivesIn(site), kinds.flatMap(([, pages]) => pages).sort());
  });
});

test("a page lists its posts with title, feed and links; HTML is valid", async () => {
  await build({ archives: true }, async ({ site }) => {
    const engines = site.read("tags/engines/index.html");
    assert.equal(titles(engines), ["Three", "Two", "One"]);
    assert.match(engines, "<title>Posts tagged “engines” | Ada Lovelace</title>");
    assert.match(engines, '<h2 class="title">Posts tagged “engines”</h2>');
    assert.match(
      engines,
      '<link rel="alternate" type="application/atom+xml" title="Ada Lovelace: Posts tagged “engines”" href="/tags/engines/feed.xml">',
    );
    assert.match(engines, '<link rel="canonical" href="https://ada.example.org/tags/engines/">');
    assert.match(engines, '<a href="/tags/">Tags</a>');
    assert.match(engines, '<a href="/tags/engines/feed.xml">Feed</a>');
    assert.equal(titles(site.read("years/2023/index.html")), ["Three", "Two"]);
    assert.match(site.read("years/2023/index.html"), '<span aria-current="page">2023</span>');
    // In the order in which they are read.
    assert.equal(titles(site.read("series/on-engines/index.html")), ["One", "Two", "Three"]);
    assert.match(site.read("categories/été-co/index.html"), '<h2 class="title">Posts in “Été &amp; co”</h2>');
    assert.equal(await invalidHtml(site, ["blog/", "tags/", ...archivesIn(site)]), []);
  });
  await build({ archives: { years: true }, listHeader: "none" }, ({ site }) => {
    const html = site.read("years/2023/index.html");
    assert.match(html, '<h1 class="title">Posts of 2023</h1>');
    assert.is(html.match(/<h1/g)?.length, 1);
  });
});

test("tags of posts, the page of tags and the blog lead there", async () => {
  await build({ archives: true }, ({ site }) => {
    const two = site.read("posts/two/index.html");
    assert.match(two, '<a class="item" href="/tags/engines/">engines</a>');
    assert.match(two, '<a class="item" href="/tags/c/">C</a>');
    // A tag of a hidden post only has no archive.
    assert.match(site.read("posts/hidden/index.html"), '<a class="item" href="/tags/#secret">secret</a>');
    const tags = site.read("tags/index.html");
    assert.match(tags, '<h2 class="title" id="engines"><a href="/tags/engines/">#engines</a></h2>');
    assert.match(tags, '<h2 class="title" id="secret">#secret</h2>');
    const blog = site.read("blog/index.html");
    const nav = /<nav class="archives" aria-label="Archives">.*?<\/nav>/s.exec(blog)?.[0] ?? "";
    assert.equal(
      [...nav.matchAll(/<a href="([^"]*)">[^<]*<\/a> <span class="count">(\d)/g)].map(([, url, count]) => [
        url,
        count,
      ]),
      [
        ["/years/2023/", "2"],
        ["/years/2022/", "1"],
        ["/categories/été-co/", "1"],
        ["/categories/notes/", "1"],
        ["/series/on-engines/", "3"],
      ],
    );
  });
  await build({ archives: { tags: true }, pages: { tags: false } }, ({ site }) => {
    assert.match(site.read("blog/index.html"), '<a href="/tags/数学/">数学</a>');
    assert.match(site.read("posts/three/index.html"), '<a class="item" href="/tags/数学/">数学</a>');
  });
});

test("a post of a series says which part it is, and links the parts around it", async () => {
  await build(
    { archives: { series: true } },
    async ({ site }) => {
      const two = site.read("posts/two/index.html");
      assert.match(
        two,
        '<br><a class="series" href="/series/on-engines/">Series: On Engines</a>, <span class="part">part 2 of 3</span>\n</span>',
      );
      const nav = /<nav class="series" aria-label="Series: On Engines">.*?<\/nav>/s.exec(two)?.[0] ?? "";
      assert.match(nav, '<a class="prev" href="/posts/one/">« One</a>');
      assert.match(nav, '<a class="next" href="/posts/three/">Three »</a>');
      const one = /<nav class="series".*?<\/nav>/s.exec(site.read("posts/one/index.html"))?.[0] ?? "";
      assert.not.match(one, 'class="prev"');
      assert.match(one, 'href="/posts/two/"');
      // The posts around it are the same, which it does not link twice; those around the first part are others.
      assert.not.match(two, '<nav class="blog-navigation"');
      assert.match(site.read("posts/one/index.html"), '<nav class="blog-navigation"');
      // A series of one post.
      const alone = site.read("posts/alone/index.html");
      assert.match(alone, "part 1 of 1");
      assert.not.match(alone, '<nav class="series"');
      // The hidden post is no part.
      assert.not.match(site.read("posts/hidden/index.html"), "part ");
      assert.equal(await invalidHtml(site, ["posts/two/", "posts/one/", "posts/alone/"]), []);
    },
    {
      "posts/alone.md": post("Alone", "2020-01-01", "series: 42"),
    },
  );
  await build({ archives: { tags: true } }, ({ site }) => {
    const two = site.read("posts/two/index.html");
    assert.not.match(two, "part 2 of 3");
    assert.not.match(two, '<nav class="series"');
    assert.not.match(two, "indigo-archives");
  });
});

test("each has a feed of its own, if the site has a URL", async () => {
  await build({ archives: true }, ({ site }) => {
    const feed = site.read("tags/engines/feed.xml");
    assert.match(feed, "<title>Ada Lovelace: Posts tagged “engines”</title>");
    assert.match(feed, '<link href="https://ada.example.org/tags/engines/feed.xml" rel="self"/>');
    assert.match(feed, '<link href="https://ada.example.org/tags/engines/"/>');
    assert.match(
      feed,
      "<updated>2024-04-04T00:00:00Z</updated>\n<id>https://ada.example.org/tags/engines/</id>",
    );
    assert.equal(
      [...feed.matchAll(/<entry>\n<title>([^<]*)/g)].map(([, title]) => title),
      ["Three", "Two", "One"],
    );
    assert.match(feed, "&lt;p&gt;Text of One.&lt;/p&gt;");
    assert.match(
      site.read("tags/数学/feed.xml"),
      "<id>https://ada.example.org/tags/%E6%95%B0%E5%AD%A6/</id>",
    );
    // The site's own stays.
    assert.match(site.read("feed.xml"), "<title>Ada Lovelace</title>");
    assert.match(site.read("feed.xml"), "<id>https://ada.example.org/</id>");
    assert.ok(site.has("series/on-engines/feed.xml"));
  });
  await build({ archives: true, url: undefined }, ({ site }) => {
    assert.ok(site.has("tags/engines/index.html"));
    assert.not.ok(site.has("tags/engines/feed.xml"));
    assert.not.match(site.read("tags/engines/index.html"), "feed.xml");
  });
});

test("the sitemap has them, and they are divided as the blog is", async () => {
  await build({ archives: { tags: true, years: true }, postsPerPage: 2 }, ({ site }) => {
    assert.equal(
      archivesIn(site).filter((url) => url.startsWith("tags/engines")),
      ["tags/engines/", "tags/engines/2/"],
    );
    const second = site.read("tags/engines/2/index.html");
    assert.equal(titles(second), ["One"]);
    assert.match(second, "<title>Posts tagged “engines” (page 2) | Ada Lovelace</title>");
    assert.match(second, '<a class="previous" href="/tags/engines/"');
    assert.match(second, '<link rel="prev" href="https://ada.example.org/tags/engines/">');
    assert.not.match(second, 'class="next"');
    assert.match(site.read("tags/engines/index.html"), '<a class="next" href="/tags/engines/2/"');
    assert.not.match(site.read("tags/c/index.html"), 'class="pagination"');
    const sitemap = site.read("sitemap.xml");
    for (const url of ["tags/engines/", "tags/engines/2/", "tags/%E6%95%B0%E5%AD%A6/", "years/2022/"])
      assert.match(sitemap, `<loc>https://ada.example.org/${url}</loc>`);
    assert.not.match(sitemap, "feed.xml");
  });
});

test("each language has its own", async () => {
  const french = {
    "fr/posts/posts.json": '{ "layout": "post", "tags": "posts" }',
    "fr/posts/un.md": post("Un", "2023-01-01", "tags: [engines, machines]"),
  };
  await build(
    { archives: { tags: true, years: true }, languages: { fr: { title: "Le site d’Ada" } } },
    ({ site }) => {
      assert.equal(
        archivesIn(site).filter((url) => url.startsWith("fr/")),
        ["fr/tags/engines/", "fr/tags/machines/", "fr/years/2023/"],
      );
      const html = site.read("fr/tags/engines/index.html");
      assert.equal(titles(html), ["Un"]);
      assert.match(html, '<html lang="fr"');
      assert.match(html, "Articles avec le mot-clé «\u00a0engines\u00a0»</h2>");
      assert.match(site.read("fr/posts/un/index.html"), '<a class="item" href="/fr/tags/machines/">');
      assert.equal(titles(site.read("tags/engines/index.html")), ["Three", "Two", "One"]);
      assert.match(site.read("fr/tags/engines/feed.xml"), 'xml:lang="fr"');
      assert.match(site.read("fr/tags/engines/feed.xml"), "<title>Le site d’Ada: Articles");
      // The same tag in the other language.
      assert.match(html, 'hreflang="en" href="https://ada.example.org/tags/engines/"');
    },
    french,
  );
});

test("names that would share a URL each have one, whatever their order", async () => {
  const names = ["c++", "C", "C++", "c", "C#", "++", "A/B", "a b", "A-B", "..", "x".repeat(300)];
  await build(
    { archives: { tags: true } },
    ({ site }) => {
      const html = site.read("posts/many/index.html");
      const links = [...html.matchAll(/<a class="item" href="\/tags\/([^"]*)\/">([^<]*)</g)].map(
        ([, url, name]) => [name, url],
      );
      assert.is(links.length, names.length);
      assert.is(new Set(links.map(([, url]) => url)).size, names.length);
      for (const [, url] of links) assert.ok(site.has(`tags/${url}/index.html`), url);
      const urlOf = Object.fromEntries(links) as Record<string, string>;
      assert.is(urlOf.c, "c");
      assert.is(urlOf["A-B"], "a-b");
      for (const name of ["c++", "C++"]) assert.match(urlOf[name] ?? "", /^cplusplus(-2)?$/);
    },
    { "posts/many.md": post("Many", "2020-01-01", `tags: ${JSON.stringify(names)}`) },
  );
});

test("a page of the site's own at that URL wins", async () => {
  await build(
    { archives: { tags: true } },
    ({ site, warnings }) => {
      assert.match(site.read("tags/engines/index.html"), "<p>Mine.</p>");
      assert.match(site.read("posts/one/index.html"), 'href="/tags/engines/"');
      assert.equal(warnings, []);
    },
    { "mine.md": page("Mine", "Mine.").replace("title", "permalink: /tags/engines/\ntitle") },
  );
});

test("a site without posts, and one with the name in its data, build", async () => {
  const site = new Site({
    "eleventy.config.js": config({ ...options, archives: true }),
    "_data/archive.json": '{ "title": "Data" }',
    "_data/archives.json": '{ "title": "Data" }',
    "about.md": page("About"),
  });
  try {
    await site.builtInProcess();
    assert.equal(archivesIn(site), []);
    assert.match(site.read("feed.xml"), "<title>Ada Lovelace</title>");
  } finally {
    site.remove();
  }
});

test("another value of the option is an error that says what it takes", async () => {
  for (const [archives, message] of [
    [{ tag: true }, 'unknown option "archives.tag" in eleventy.config.js. Did you mean "tags"?'],
    ["tags", 'option "archives"'],
    [{ years: "yes" }, "archives.years"],
  ] as const) {
    const site = new Site({ "eleventy.config.js": config({ ...options, archives }) });
    try {
      const { code, output } = await site.buildInProcess();
      assert.is(code, 1);
      assert.match(output, message);
    } finally {
      site.remove();
    }
  }
});

test.run();
