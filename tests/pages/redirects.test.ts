import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, page, Site } from "../support/site.ts";
import { invalidHtml } from "../support/valid-html.ts";

const test = suite("redirects from old URLs");

const options = { title: "Ada Lovelace", url: "https://ada.example.org" };

interface Built {
  site: Site;
  warnings: string[];
}

async function build(
  files: Record<string, string>,
  settings: object,
  use: (built: Built) => void | Promise<void>,
  { rest = "", args = [] }: { rest?: string; args?: string[] } = {},
): Promise<void> {
  const site = new Site({ "eleventy.config.js": config({ ...options, ...settings }, rest), ...files });
  try {
    const { code, output } = await site.buildInProcess(...args);
    assert.is(code, 0, output);
    await use({ site, warnings: output.split("\n").filter((line) => line.startsWith("indigo:")) });
  } finally {
    site.remove();
  }
}

const moved = (title: string, from: string, more = ""): string =>
  `---\ntitle: ${title}\nlayout: page\nredirectFrom: ${from}\n${more}---\nText.\n`;

test("each old URL leads to the page, whatever its form", async () => {
  const forms: [from: string, file: string][] = [
    ["/old/", "old/index.html"],
    ["/older", "older/index.html"],
    ["/oldest.html", "oldest.html"],
    ["/a/index.html", "a/index.html"],
    ["/blog/2024/05/engine.php", "blog/2024/05/engine.php"],
    ["/with%20space/", "with space/index.html"],
    ["/数学/", "数学/index.html"],
  ];
  await build(
    { "engine.md": moved('"The <engine> & co"', JSON.stringify(forms.map(([from]) => from))) },
    {},
    async ({ site, warnings }) => {
      assert.equal(warnings, []);
      for (const [from, file] of forms) {
        const html = site.read(file);
        assert.match(html, '<meta http-equiv="refresh" content="0; url=/engine/">', from);
        assert.match(html, '<link rel="canonical" href="https://ada.example.org/engine/">');
        assert.match(html, '<meta name="robots" content="noindex">');
        assert.match(html, '<a href="/engine/">The &lt;engine&gt; &amp; co</a>');
      }
      // No list of pages has them.
      for (const name of ["sitemap.xml", "index.html", "feed.xml"])
        for (const [from] of forms) assert.not.match(site.read(name), `${from}<`);
      assert.is(site.read("sitemap.xml").match(/<loc>/g)?.length, 2);
      assert.equal(await invalidHtml(site, ["old/", "oldest.html"]), []);
    },
  );
});

test("a post, a page in another language and a path prefix", async () => {
  await build(
    {
      "posts/a.md":
        "---\ntitle: A\nlayout: post\ntags: posts\ndate: 2024-01-01\nredirectFrom: /publications/a/\n---\n",
      "fr/about.md": moved("À propos", "/fr/moi/"),
      "about.md": page("About"),
      "none.md": "---\nredirectFrom: /no-title/\n---\n",
    },
    { languages: { fr: {} }, url: "https://example.org/lab" },
    ({ site, warnings }) => {
      assert.equal(warnings, []);
      const french = site.read("fr/moi/index.html");
      assert.match(french, '<html lang="fr" dir="ltr">');
      assert.match(french, "<h1>Cette page a été déplacée</h1>");
      assert.match(french, 'content="0; url=/lab/fr/about/"');
      assert.match(french, '<a href="/lab/fr/about/">À propos</a>');
      assert.match(french, 'href="https://example.org/lab/fr/about/"');
      // Its URL is like that of one of the theme's pages.
      assert.match(site.read("publications/a/index.html"), "url=/lab/posts/a/");
      assert.not.match(site.read("sitemap.xml"), "publications/a");
      assert.match(site.read("no-title/index.html"), "<title>/none/</title>");
    },
    { args: ["--pathprefix=/lab/"] },
  );
});

test("what is not possible is reported with file and line, and nothing else is lost", async () => {
  const cases: [name: string, from: string, message: string][] = [
    ["full", "https://ada.example.org/old/", 'must be a URL of the site without "?" and "#", such as /old/'],
    ["bare", "old/", 'but has "old/"; it has no effect.'],
    ["host", "//evil.example.org/", 'but has "//evil.example.org/"'],
    ["query", '"/?p=12"', 'but has "/?p=12"'],
    ["hash", '"/old/#part"', 'but has "/old/#part"'],
    ["up", "/../../etc/passwd", 'but has "/../../etc/passwd"'],
    ["encoded", "/%2e%2e/x/", 'but has "/%2e%2e/x/"'],
    ["number", "12", "but has 12"],
    ["group", "{ a: 1 }", 'but has {"a":1}'],
    ["nothing", "[null]", "but has null"],
    ["long", `/${"x".repeat(300)}/`, "must be a URL of the site"],
    ["self", "/self/", "has /self/, the URL of the page itself"],
    ["page", "/about/", "has /about/, but the site has a page or file with this URL"],
    ["indexed", "/about/index.html", "has /about/, but the site has a page or file"],
    ["theme", "/", "has /, but the site has a page or file"],
    ["feed", "/feed.xml", "has /feed.xml, but the site has a page or file"],
    ["folder", "/feed.xml/", "at the same time a file and a folder"],
    ["file", "/assets.d", "at the same time a file and a folder"],
    ["copied", "/assets/plan.html", "has /assets/plan.html, but the site has a page or file"],
    ["twice", "[/twice-old/, /twice-old]", "has /twice-old/ twice"],
    ["zwei", "/first-old/", "has /first-old/, as first.md has, to which it leads"],
    // In a loop.
    ["loop-a", "/loop-b/", "has /loop-b/, but the site has a page"],
    ["loop-b", "/loop-a/", "has /loop-a/, but the site has a page"],
    ["unwritten", "/unwritten-old/", "has no effect, since the page is not written or in no collection"],
    ["outside", "/outside-old/", "has no effect, since the page is not written or in no collection"],
  ];
  const more: Record<string, string> = {
    unwritten: "permalink: false\n",
    outside: "eleventyExcludeFromCollections: true\n",
  };
  await build(
    {
      "about.md": page("About", "Mine."),
      "first.md": moved("First", "/first-old/"),
      "assets/plan.html": "Plan",
      "assets.d/x.md": page("X"),
      ...Object.fromEntries(cases.map(([name, from]) => [`${name}.md`, moved(name, from, more[name])])),
    },
    {},
    ({ site, warnings }) => {
      assert.is(warnings.length, cases.length, warnings.join("\n"));
      for (const [name, , message] of cases) {
        const warning = warnings.find((line) => line.includes(`field "redirectFrom" in ${name}.md:4 `));
        assert.match(warning ?? "", message, name);
        if (name !== "unwritten") assert.match(site.read(`${name}/index.html`), "<p>Text.</p>");
      }
      assert.match(site.read("about/index.html"), "<p>Mine.</p>");
      assert.match(site.read("first-old/index.html"), "url=/first/");
      assert.match(site.read("twice-old/index.html"), "url=/twice/");
      assert.match(site.read("assets/plan.html"), "Plan");
    },
    { rest: 'eleventyConfig.ignores.add("assets"); eleventyConfig.addPassthroughCopy("assets");' },
  );
});

test("a draft's old URLs lead nowhere, and of a paginated template only the first page has them", async () => {
  await build(
    {
      "draft.md": moved("Draft", "/draft-old/", "draft: true\n"),
      "list.njk": moved(
        "List",
        "/list-old/",
        'pagination: { data: things, size: 1, addAllPagesToCollections: true }\nthings: [a, b]\npermalink: "/list/{{ pagination.pageNumber }}/"\n',
      ),
    },
    {},
    ({ site, warnings }) => {
      assert.not.ok(site.has("draft-old/index.html"));
      assert.match(site.read("list-old/index.html"), "url=/list/0/");
      assert.equal(
        warnings.filter((line) => line.includes("redirectFrom")),
        [],
      );
    },
  );
});

test("the option writes a file for hosts instead", async () => {
  const files = {
    "engine.md": moved("Engine", '[/old/, "/with space/", /x.html]'),
    "数.md": moved("Number", "/nombre"),
  };
  await build(files, { redirectsFile: true }, ({ site, warnings }) => {
    assert.equal(warnings, []);
    assert.is(
      site.read("_redirects"),
      [
        "/old/ /engine/ 301",
        "/old /engine/ 301",
        "/with%20space/ /engine/ 301",
        "/with%20space /engine/ 301",
        "/x.html /engine/ 301",
        "/nombre/ /%E6%95%B0/ 301",
        "/nombre /%E6%95%B0/ 301",
        "",
      ].join("\n"),
    );
    for (const name of ["old/index.html", "x.html"]) assert.not.ok(site.has(name), name);
  });
  await build({ "about.md": page("About") }, { redirectsFile: true }, ({ site }) => {
    assert.not.ok(site.has("_redirects"));
  });
  await build(
    { ...files, _redirects: "/mine /engine/ 302\n" },
    { redirectsFile: true },
    ({ site, warnings }) => {
      assert.is(site.read("_redirects"), "/mine /engine/ 302\n");
      assert.ok(site.has("old/index.html"));
      assert.match(warnings.join("\n"), 'the option "redirectsFile" has no effect');
    },
    { rest: 'eleventyConfig.addPassthroughCopy("_redirects");' },
  );
});

test("in a site from Jekyll, redirect_from does what jekyll-redirect-from does", async () => {
  await build(
    {
      "_posts/2024-01-01-a.md":
        "---\nlayout: post\ntitle: A\nredirect_from:\n  - old/a\n  - /older//a/\nredirectFrom: /not/\n---\n",
      "me.md": "---\nlayout: page\ntitle: Me\nredirect_from: /old.html\n---\n",
    },
    { jekyll: true },
    ({ site, warnings }) => {
      assert.equal(warnings, []);
      assert.match(site.read("old/a.html"), "url=/2024/01/01/a");
      assert.match(site.read("older/a/index.html"), "url=/2024/01/01/a");
      assert.match(site.read("old.html"), '<a href="/me.html">Me</a>');
      assert.not.ok(site.has("not/index.html"));
    },
  );
});

test.run();
