import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, page, Site } from "../support/site.ts";

const test = suite("posts and the theme's own pages");

const options = { title: "Edward Hu", url: "https://example.org" };

/** Builds a site of these files and hands over what reads its output. */
async function build(
  files: Record<string, string>,
  settings: Record<string, unknown> = {},
): Promise<{ read(name: string): string; has(name: string): boolean; output: string }> {
  const site = new Site({
    "eleventy.config.js": config({ ...options, ...settings }),
    "posts/posts.json": '{ "layout": "post", "tags": "posts" }',
    ...files,
  });
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    const read = new Map(site.files().map((name) => [name, site.read(name)]));
    return { read: (name) => read.get(name) ?? "", has: (name) => read.has(name), output };
  } finally {
    site.remove();
  }
}

const post = (frontMatter: string, text = "Text."): string => `---\n${frontMatter}\n---\n${text}\n`;

/** The titles that a list has, in order. */
const titles = (html: string): string[] =>
  [...html.matchAll(/class="title">([^<]*)<\/h[23]>/g)].map(([, title]) => title ?? "");

const files = {
  "posts/one.md": post("title: One\ndate: 2024-01-01\ntags: [a, b]"),
  "posts/two.md": post("title: Two\ndate: 2024-01-02\ntags: [b]\nstar: true\nseries: Letters"),
  "posts/three.md": post("title: Three\ndate: 2024-01-03\ntags: [c]\nhidden: true"),
  "posts/four.md": post(
    "title: Four\ndate: 2024-01-04\ntags: [a]\nprojects: true\nexternalLink: https://example.com/four",
  ),
};

test("the blog lists posts, newest first, without hidden ones and projects; stars are marked", async () => {
  const { read } = await build(files);
  const blog = read("blog/index.html");
  assert.equal(titles(blog), ["Two", "One"]);
  assert.match(blog, '<div class="item star">\n<a class="url" href="/posts/two/">');
  assert.match(blog, '<time datetime="2024-01-02">Jan 02 2024</time>');
  assert.match(blog, '<header class="header-home">');
  assert.match(blog, "<title>Blog | Edward Hu</title>");
});

test("projects have a list of their own, and an external link leads there", async () => {
  const { read } = await build(files);
  const projects = read("projects/index.html");
  assert.equal(titles(projects), ["Four"]);
  assert.match(projects, 'href="https://example.com/four"');
});

test("navigation leads to what there is", async () => {
  const links = (html: string): string[] =>
    [...html.matchAll(/<li class="item"><a class="link" href="([^"]*)"/g)].map(([, url]) => url ?? "");
  const { read } = await build(files);
  assert.equal(links(read("index.html")), ["/blog/", "/projects/"]);
  const bare = await build({ "index.md": page("Home"), "about.md": page("About") });
  assert.equal(links(bare.read("index.html")), ["/about/"]);
  for (const name of ["blog", "projects", "tags"]) assert.not.ok(bare.has(`${name}/index.html`), name);
});

test("a post has its title, date, tags, neighbours and what is related", async () => {
  const { read } = await build(files);
  const one = read("posts/one/index.html");
  assert.match(one, '<h1 class="title">One</h1>');
  assert.match(one, '<time datetime="2024-01-01">Monday. January 01, 2024</time>');
  assert.match(one, '<a class="item" href="/tags/#a">a</a>\n<a class="item" href="/tags/#b">b</a>');
  assert.not.match(one, 'class="prev"');
  assert.match(one, '<a class="next" href="/posts/two/">Two »</a>');
  const related = one.slice(
    one.indexOf('class="related"'),
    one.indexOf("</ul>", one.indexOf('class="related"')),
  );
  assert.equal(
    [...related.matchAll(/href="([^"]*)"/g)].map(([, url]) => url),
    ["/posts/four/", "/posts/two/"],
  );
  assert.match(related, "Two (Series: Letters)");
  const two = read("posts/two/index.html");
  assert.match(two, '<a class="prev" href="/posts/one/">« One</a>');
  // The hidden one in between is passed over.
  assert.match(two, '<a class="next" href="/posts/four/">Four »</a>');
});

test("at most five posts are related, the newest, and a post without tags has no empty block", async () => {
  const many = Object.fromEntries(
    [1, 2, 3, 4, 5, 6, 7, 8].map((day) => [
      `posts/p${day}.md`,
      post(`title: P${day}\ndate: 2024-02-0${day}\ntags: [x]`),
    ]),
  );
  const { read } = await build({ ...many, "posts/none.md": post("title: None\ndate: 2024-01-01") });
  const related = read("posts/p1/index.html").split('class="related"')[1]?.split("</ul>")[0] ?? "";
  assert.equal(
    [...related.matchAll(/>(P\d)</g)].map(([, title]) => title),
    ["P8", "P7", "P6", "P5", "P4"],
  );
  const none = read("posts/none/index.html");
  assert.not.match(none, 'class="related"');
  assert.not.match(none, "post-tags");
});

test("settings turn the parts of a post off", async () => {
  const { read } = await build(files, {
    readTime: false,
    showTags: false,
    related: false,
    postAdvanceLinks: false,
  });
  const two = read("posts/two/index.html");
  for (const part of ["reading-time", "post-tags", "related", "blog-navigation", 'class="author"']) {
    assert.not.match(two, part);
  }
});

test("neighbours are those of the categories chosen", async () => {
  const dated = (day: number, category: string): string =>
    post(`title: D${day}\ndate: 2024-03-0${day}\ncategory: ${category}`);
  const { read } = await build(
    { "posts/d1.md": dated(1, "blog"), "posts/d2.md": dated(2, "notes"), "posts/d3.md": dated(3, "blog") },
    { postAdvanceLinks: ["blog"] },
  );
  assert.match(read("posts/d1/index.html"), '<a class="next" href="/posts/d3/">');
  assert.not.match(read("posts/d2/index.html"), "blog-navigation");
});

test("tags of any script have anchors that work, each its own", async () => {
  const names = ["強化学習", "C++", "C", "c#", "Été", "<b>", "ß & co", "++"];
  const { read } = await build({
    "posts/one.md": post(`title: One\ndate: 2024-01-01\ntags: ${JSON.stringify(names)}`),
  });
  const tags = read("tags/index.html");
  const ids = [...tags.matchAll(/<h2 class="title" id="([^"]*)">#([^<]*)<\/h2>/g)].map(([, id, name]) => [
    id,
    name,
  ]);
  assert.equal(ids, [
    ["強化学習", "強化学習"],
    ["c", "C++"],
    ["c-2", "C"],
    ["c-3", "c#"],
    ["été", "Été"],
    ["b", "&lt;b&gt;"],
    ["ß-co", "ß &amp; co"],
    ["tag", "++"],
  ]);
  for (const [id] of ids) {
    assert.match(tags, `<a class="item" href="#${id}">`);
    assert.match(read("posts/one/index.html"), `<a class="item" href="/tags/#${id}">`);
  }
});

test("a title with markup, of 300 letters or missing does no harm", async () => {
  const evil = `"><script>alert('1')</script>&`;
  const long = "Ünïcödé ".repeat(40).trim();
  const { read } = await build({
    "posts/evil.md": post(
      `title: ${JSON.stringify(evil)}\ndate: 2024-01-03\ntags: [${JSON.stringify(evil)}]\ndescription: ${JSON.stringify(evil)}`,
    ),
    "posts/long.md": post(`title: ${long}\ndate: 2024-01-02`),
    "posts/a-post-without-title.md": post("date: 2024-01-01"),
  });
  const text = "&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;";
  const pages = ["blog/index.html", "tags/index.html", "posts/evil/index.html", "feed.xml"].map(read);
  for (const html of pages) {
    assert.not.match(html, "<script>");
    assert.match(html, text);
  }
  assert.equal(titles(read("blog/index.html")), [text, long, "a-post-without-title"]);
});

test("a page of the author's at the address of one of the theme's simply wins, however it came there", async () => {
  const { read, output } = await build({
    ...files,
    "writing.md": "---\npermalink: /blog/\n---\nMy list.\n",
    "tags.njk": "---\ntags: tagged\n---\nMy tags.\n",
    "projects.html":
      '---\npagination: { data: collections.posts, size: 1 }\npermalink: "/projects/{% if pagination.pageNumber > 0 %}{{ pagination.pageNumber }}/{% endif %}"\n---\nMy projects.\n',
    "404.md": "---\npermalink: /404.html\neleventyExcludeFromCollections: true\n---\nMine is gone.\n",
    "public/robots.txt": "User-agent: none\n",
    "eleventy.config.js": config(options, 'eleventyConfig.addPassthroughCopy({ public: "/" });'),
  });
  assert.is(read("blog/index.html"), "<p>My list.</p>\n");
  assert.match(read("tags/index.html"), "My tags.");
  assert.match(read("projects/index.html"), "My projects.");
  assert.match(read("404.html"), "Mine is gone.");
  assert.is(read("robots.txt"), "User-agent: none\n");
  assert.not.match(output, "indigo:");
});

test("an option removes each page", async () => {
  const names = ["home", "blog", "projects", "tags", "notFound", "feed", "sitemap", "robots"];
  const outputs = [
    "index.html",
    "blog/index.html",
    "projects/index.html",
    "tags/index.html",
    "404.html",
    "feed.xml",
    "sitemap.xml",
    "robots.txt",
  ];
  const all = await build(files);
  for (const output of outputs) assert.ok(all.has(output), output);
  const none = await build(files, { pages: Object.fromEntries(names.map((name) => [name, false])) });
  for (const output of outputs) assert.not.ok(none.has(output), output);
  const one = none.read("posts/one/index.html");
  assert.match(one, '<span class="item">a</span>', "a tag without a page is no link");
  assert.not.match(one, "/feed.xml");
});

test("the blog is split where the author wants it", async () => {
  const { read, has } = await build(files, { postsPerPage: 1 });
  assert.equal(titles(read("blog/index.html")), ["Two"]);
  assert.equal(titles(read("blog/2/index.html")), ["One"]);
  assert.not.ok(has("blog/3/index.html"));
  assert.match(read("blog/index.html"), '<span class="page_number">page 1 of 2</span>');
  assert.match(read("blog/index.html"), '<a class="next" href="/blog/2/"');
  assert.match(read("blog/2/index.html"), '<a class="previous" href="/blog/"');
  assert.match(read("blog/2/index.html"), "<title>Blog (page 2) | Edward Hu</title>");
});

test("authors stand under their posts, with links to share them whose values are encoded", async () => {
  const settings = {
    authors: {
      hu: { name: "Edward Hu", bio: "Likes noodles", picture: "me.svg", x: "edwardhu" },
      ada: { name: "Ada" },
    },
    share: ["x", "facebook", "linkedin", "bluesky", "mastodon", "email"],
  };
  const { read } = await build(
    {
      "me.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9"/>',
      "posts/one.md": post("title: 'One & \"two\"'\ndate: 2024-01-01\nauthor: hu"),
      "posts/two.md": post("title: Two\ndate: 2024-01-02\nauthor: ada"),
    },
    settings,
  );
  const one = read("posts/one/index.html");
  assert.match(one, '<img class="selfie" src="/me.svg" alt="Edward Hu" width="9" height="9">');
  assert.match(one, '<h2 class="name">Edward Hu</h2>\n<p class="bio">Likes noodles</p>');
  const links = [...one.matchAll(/<a class="(\w+)" href="([^"]*)"><svg/g)].map(([, name, url]) => [
    name,
    (url ?? "").replaceAll("&amp;", "&"),
  ]);
  assert.equal(
    links.map(([name]) => name),
    ["twitter", "facebook", "linkedin", "bluesky", "mastodon", "email"],
  );
  const shared = new URL(links[0]?.[1] ?? "").searchParams;
  assert.is(shared.get("text"), 'One & "two" by @edwardhu');
  assert.is(shared.get("url"), "https://example.org/posts/one/");
  assert.is(new URL(links[1]?.[1] ?? "").searchParams.get("u"), "https://example.org/posts/one/");
  assert.match(read("posts/two/index.html"), '<h2 class="name">Ada</h2>');
  assert.match(read("feed.xml"), "<author><name>Ada</name></author>");
});

test("read time counts words as Indigo does, and characters where a script has no spaces", async () => {
  const minutes = async (text: string): Promise<string> => {
    const { read } = await build({ "posts/one.md": post("title: One\ndate: 2024-01-01", text) });
    return /reading-time"[^>]*>([^<]*)</.exec(read("posts/one/index.html"))?.[1] ?? "";
  };
  assert.is(await minutes("word ".repeat(359)), "1 min");
  assert.is(await minutes("word ".repeat(360)), "2 mins");
  assert.is(await minutes("word ".repeat(900)), "5 mins");
  assert.is(await minutes("強化学習の".repeat(400)), "4 mins");
});

test("dates stay the author's day in the site's time zone", async () => {
  for (const timeZone of ["America/Los_Angeles", "Asia/Tokyo", "UTC"]) {
    const { read } = await build(
      {
        "posts/day.md": post("title: Day\ndate: 2024-03-05"),
        "posts/time.md": post('title: Time\ndate: "2024-03-05 23:30"'),
      },
      { timeZone },
    );
    for (const name of ["day", "time"]) {
      assert.match(
        read(`posts/${name}/index.html`),
        '<time datetime="2024-03-05">Tuesday. March 05, 2024</time>',
        timeZone,
      );
    }
  }
});

test("a page with the layout of a post that is in no list builds as one", async () => {
  const { read, has } = await build({
    "alone.md": "---\nlayout: post\ntitle: Alone\ndate: 2024-01-01\n---\nText.\n",
  });
  assert.match(read("alone/index.html"), '<h1 class="title">Alone</h1>');
  assert.not.ok(has("blog/index.html"));
});

test("helpers work as shortcodes in Markdown and Nunjucks", async () => {
  const text =
    '{% evidence %}marked{% endevidence %} {% spoiler %}covered{% endspoiler %}\n\n{% biggerImage "a b.png", "A \\"picture\\"" %}\n\n' +
    "{% caption %}words{% endcaption %}\n\n{% sideBySide %}{% left %}*one*{% endleft %}{% right %}two{% endright %}{% endsideBySide %}\n\n{% breaker %}";
  const { read } = await build({
    "posts/md.md": post("title: A\ndate: 2024-01-01", text),
    "posts/njk.njk": post("title: B\ndate: 2024-01-01", text),
  });
  const html = read("posts/md/index.html");
  assert.match(
    html,
    '<span class="evidence">marked</span> <span class="spoiler" tabindex="0">covered</span>',
  );
  assert.match(html, '<img class="bigger-image" src="/a%20b.png"');
  assert.match(html, '<figcaption class="caption">words</figcaption>');
  assert.match(
    html,
    /<div class="side-by-side">\s*<div class="toleft">\s*<p><em>one<\/em><\/p>\s*<\/div>\s*<div class="toright">\s*<p>two<\/p>/,
  );
  assert.match(html, '<div class="breaker"></div>');
  assert.match(read("posts/njk/index.html"), '<span class="evidence">marked</span>');
});

test("a spoiler that is written as HTML can be reached by keyboard", async () => {
  const { read } = await build({
    "posts/one.md": post("title: A\ndate: 2024-01-01", 'An <span class="spoiler">end</span>.'),
  });
  assert.match(read("posts/one/index.html"), '<span class="spoiler" tabindex="0">end</span>');
});

test("code is coloured unless the author turns it off", async () => {
  const code = { "posts/one.md": post("title: A\ndate: 2024-01-01", "```python\nreturn 1  # one\n```") };
  const { read } = await build(code);
  assert.match(read("posts/one/index.html"), '<span class="k">return</span>');
  const off = await build(code, { highlight: false });
  assert.match(off.read("posts/one/index.html"), '<code class="language-python">return 1');
});

test("a post that is in no collection has its page", async () => {
  const post = (more: string): string =>
    `---\nlayout: post\ntitle: Alone\ndate: 2024-03-05\ntags: [posts, looms]\nauthor: Ada\n${more}\n---\nWords.\n`;
  const cases = {
    "a.md": post("eleventyExcludeFromCollections: true"),
    "b.md": post("eleventyExcludeFromCollections: true\nseries: Looms\nimage: /a.png\nheaderImage: true"),
    "c.md": post("eleventyExcludeFromCollections: true\ncitation: true"),
    "d.njk": post("eleventyExcludeFromCollections: true\npermalink: /d/"),
    "_posts/e.md": post("eleventyExcludeFromCollections: true\npermalink: /e/"),
  };
  const options = {
    title: "Hu",
    url: "https://example.org",
    related: true,
    showAuthor: true,
    share: ["x"],
    readTime: true,
    showTags: true,
    postAdvanceLinks: true,
    archives: true,
    comments: { disqus: { shortname: "hu" } },
  };
  const site = new Site({
    ...cases,
    "a.png": "x",
    "other.md": post(""),
    "eleventy.config.js": config(options),
  });
  await site.builtInProcess();
  for (const name of ["a", "b", "c", "d", "e"]) {
    const html = site.read(`${name}/index.html`);
    assert.match(html, '<h1 class="title">Alone</h1>', name);
    assert.match(html, '<time datetime="2024-03-05', name);
    assert.match(html, '<section class="related">', name);
    assert.match(html, "looms", name);
    assert.not.match(site.read("blog/index.html"), `href="/${name}/"`);
  }
  assert.match(site.read("c/index.html"), '<meta name="citation_title" content="Alone">');
  site.remove();
});

test.run();
