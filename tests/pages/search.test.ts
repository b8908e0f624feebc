import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { HtmlValidate } from "html-validate";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, eleventy, page, run, Site } from "../support/site.ts";

const test = suite("search");

const post = (title: string, rest = ""): string =>
  `---\ntitle: ${title}\ndate: 2024-01-01\nlayout: post\ntags: [posts, maths]\n${rest}---\nWords of ${title}.\n`;

const files = {
  "about.md": page("About", "On engines."),
  "posts/a.md": post("Alpha"),
  "posts/b.md": post("Beta", "projects: true\n"),
  "posts/c.md": post("Gamma", "hidden: true\n"),
  "publications.yaml": "- { id: lora, title: LoRA, venue: ICLR, year: 2022 }\n",
};

/** What the index has of each page, by address. */
function indexed(site: Site): Record<string, { content: string; meta: { title: string } }> {
  const fragments = site.files().filter((file) => file.endsWith(".pf_fragment"));
  const found = fragments.map((file) => {
    const text = gunzipSync(readFileSync(path.join(site.folder, "_site", file))).toString();
    return JSON.parse(text.slice(text.indexOf("{")));
  });
  return Object.fromEntries(found.map((entry) => [entry.url, entry]));
}

async function withSite(
  options: object,
  more: Record<string, string>,
  use: (site: Site) => void | Promise<void>,
): Promise<void> {
  const site = new Site({ "eleventy.config.js": config({ title: "Hu", ...options }), ...files, ...more });
  try {
    await use(await site.builtInProcess());
  } finally {
    site.remove();
  }
}

test("off, there is no file, mark or word of it", () =>
  withSite({}, {}, (site) => {
    assert.equal(
      site.files().filter((file) => /search|pagefind/.test(file)),
      [],
    );
    for (const address of site.pages()) {
      const html = site.read(address.endsWith("html") ? address : `${address}index.html`);
      assert.not.match(html, /search|pagefind|<script/i, address);
    }
  }));

test("pages, posts and publications are indexed by what is theirs; lists, what is hidden and the lost page are not", () =>
  withSite(
    { search: true, authors: { ed: { name: "Zed" } } },
    {
      "secret.md": "---\ntitle: Secret\nlayout: page\nsearch: false\n---\nWords.\n",
      "own.html":
        "---\nlayout: null\n---\n<html><body data-pagefind-body><h1>Own</h1><p>Mine.</p></body></html>",
      "other.html": "---\nlayout: null\n---\n<html><body><h1>Other</h1><p>Mine.</p></body></html>",
      "posts/d.md": post("Delta", "author: ed\n"),
    },
    (site) => {
      const pages = indexed(site);
      assert.equal(Object.keys(pages).sort(), [
        "/",
        "/about/",
        "/own/",
        "/posts/a/",
        "/posts/b/",
        "/posts/d/",
        "/publications/lora/",
      ]);
      assert.is(pages["/about/"]?.meta.title, "About");
      assert.is(pages["/posts/d/"]?.content.trim(), "Delta. maths Words of Delta.");
    },
  ));

test("a list is indexed where its page asks for it, or where its entries have no pages", () =>
  withSite(
    { search: true, pages: { publication: false } },
    { "blog.md": "---\ntitle: Blog\nlayout: blog\nsearch: true\n---\nMy notes.\n" },
    (site) => {
      const addresses = Object.keys(indexed(site));
      assert.ok(addresses.includes("/blog/"));
      assert.ok(addresses.includes("/publications/"));
    },
  ));

test("navigation leads to the search, whose page alone has a script", () =>
  withSite({ search: true }, {}, (site) => {
    assert.match(site.read("about/index.html"), '<a class="link" href="/search/">Search</a>');
    const scripted = site
      .pages()
      .filter((address) => site.read(`${address.replace(/\/$|^$/, "$&index.html")}`).includes("<script"));
    assert.equal(scripted, ["search/"]);
    const html = site.read("search/index.html");
    assert.match(html, /<script type="module" src="\/assets\/indigo-search-[\da-f]{10}\.js"><\/script>/);
    assert.match(html, '<form class="search-form" role="search" action="/search/">');
    assert.equal(
      site.files().filter((file) => /pagefind-.*ui/.test(file)),
      [],
      "nothing is published that is not used",
    );
  }));

test("html-validate finds nothing on it", () =>
  withSite({ search: true }, {}, async (site) => {
    const { results } = await new HtmlValidate({ extends: ["html-validate:recommended"] }).validateString(
      site.read("search/index.html"),
    );
    assert.equal(
      results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
      [],
    );
  }));

test("the page can be left out, or be the author's own", async () => {
  await withSite({ search: true, pages: { search: false } }, {}, (site) => {
    assert.not.ok(site.has("search/index.html"));
    assert.not.match(site.read("about/index.html"), "/search/");
    assert.ok(site.has("pagefind/pagefind.js"));
  });
  await withSite({ search: true }, { "search.md": page("Find", "My own words.", "search") }, (site) => {
    const html = site.read("search/index.html");
    assert.match(html, "<p>My own words.</p>");
    assert.match(html, 'role="search"');
  });
});

test("the index is of the page's language", () =>
  withSite({ search: true, language: "de" }, {}, (site) => {
    const { languages } = JSON.parse(site.read("pagefind/pagefind-entry.json"));
    assert.equal(Object.keys(languages), ["de"]);
  }));

test("another build replaces the index of the one before", () =>
  withSite({ search: true }, {}, async (site) => {
    const before = site.files().filter((file) => file.startsWith("pagefind"));
    site.write({ "about.md": page("About", "On other things altogether.") });
    await site.built();
    assert.is(site.files().filter((file) => file.startsWith("pagefind")).length, before.length);
    assert.match(indexed(site)["/about/"]?.content ?? "", "other things");
  }));

test("a site in which nothing is to be found builds", async () => {
  const site = new Site({
    "eleventy.config.js": config({ search: true, pages: { home: false } }),
    "a.md": "---\nlayout: page\nsearch: false\n---\n",
  });
  await site.builtInProcess();
  site.remove();
});

test("without Pagefind, or where it fails, the build says so in one line", async () => {
  // Node 20 has hooks in a module of their own.
  const hooks = `export async function resolve(name, context, next) {
  if (name === "pagefind") throw Object.assign(new Error("gone"), { code: "ERR_MODULE_NOT_FOUND" });
  return next(name, context);
}`;
  const hide = 'import { register } from "node:module";\nregister("./hooks.mjs", import.meta.url);\n';
  const site = new Site({
    "eleventy.config.js": config({ search: true }),
    "hide.mjs": hide,
    "hooks.mjs": hooks,
    ...files,
  });
  const without = await run(process.execPath, ["--import", "./hide.mjs", eleventy], site.folder);
  const failed = await run(process.execPath, [eleventy], site.folder, {
    npm_config_arch: "abacus",
  });
  site.remove();
  assert.is(without.code, 1);
  assert.match(without.output, 'indigo: option "search" needs pagefind: npm install pagefind');
  assert.not.match(without.output, /^ +at /m);
  assert.is(failed.code, 1);
  assert.match(
    failed.output,
    /indigo: Pagefind could not index the site for search: Failed to install .*abacus/,
  );
  assert.not.match(failed.output, /^ +at /m);
});

test("its layout without the option, and a value that is none, are told", async () => {
  const site = new Site({ "eleventy.config.js": config({}), "find.md": page("Find", "", "search") });
  const { code, output } = await site.buildInProcess();
  assert.is(code, 1);
  assert.match(output, 'the layout "search" needs the option "search" to be true.');
  site.write({ "eleventy.config.js": config({ search: "yes" }) });
  const wrong = await site.build();
  site.remove();
  assert.match(wrong.output, 'option "search" in eleventy.config.js must be true or false, but it is "yes".');
});

test.run();
