import { readFileSync } from "node:fs";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, page, Site } from "../support/site.ts";
import { Watch } from "../support/watch.ts";

const test = suite("linked styles");

const isSheet = (file: string): boolean => /(^|\/)indigo(-[a-z]+)*-[\da-f]{10}\.css$/.test(file);
const withoutHash = (file: string): string =>
  path.posix.basename(file).replace(/-[\da-f]{10}(?=(-\d+)?\.\w+$)/, "");

/** Returns the style sheets of the output that a text of it names, and those that are there. */
function sheetsOf(site: Site): { named: string[]; written: string[] } {
  const files = site.files();
  const texts = files
    .filter((file) => !isSheet(file) && /\.(html|css|js|txt)$/.test(file))
    .map((file) => site.read(file));
  const found = texts.flatMap((text) => text.match(/indigo(?:-[a-z]+)*-[\da-f]{10}\.css/g) ?? []);
  return {
    named: [...new Set(found)].sort(),
    written: files
      .filter(isSheet)
      .map((file) => path.basename(file))
      .sort(),
  };
}

const bib = "@book{a, title={A}, author={Hu, Ada}, year={2020}}\n";
const bare =
  "<!DOCTYPE html><html lang=en><head><title>x</title></head><body>{{ content | safe }}</body></html>";

/** None of the pages of the theme, which link sheets of their own. */
const none = { home: false, publications: false, publication: false, notFound: false };

const sites: Record<
  string,
  { files: Record<string, string>; options?: object; sheets: string[]; args?: string[] }
> = {
  "a page of words": { files: { "index.md": page("A", "Words.") }, sheets: ["indigo.css"] },
  "layouts of one's own that link nothing": {
    files: {
      "_includes/bare.njk": bare,
      "index.md": page("A", "$x$\n\n```js\na\n```", "bare.njk"),
      "papers.bib": bib,
    },
    options: { bibliography: "papers.bib" },
    sheets: [],
  },
  "code, formulas, tables and publications": {
    files: {
      "index.md": page("A", '$x$\n\n```js\na\n```\n\n| a |\n|---|\n| b |\n\n{% publications "full" %}'),
      "papers.bib": bib,
    },
    options: { bibliography: "papers.bib" },
    sheets: [
      "indigo-post.css",
      "indigo-publications.css",
      "indigo-table.css",
      "indigo-writing.css",
      "indigo.css",
    ],
  },
  "a sheet by name in Nunjucks": {
    files: {
      "_includes/bare.njk": `<link rel="stylesheet" href="{{ indigo.stylesheets.publications }}">`,
      "index.md": page("A", "", "bare.njk"),
    },
    sheets: ["indigo-publications.css"],
  },
  "a sheet by name in Liquid, under a path prefix": {
    files: {
      "_includes/bare.liquid": `<link rel="stylesheet" href="{{ indigo.stylesheets.post }}">`,
      "index.md": page("A", "", "bare.liquid"),
    },
    args: ["--pathprefix=/x/"],
    sheets: ["indigo-post.css"],
  },
  "a sheet by name in JavaScript": {
    files: {
      "index.11ty.js":
        "export default ({ indigo }) => '<link rel=stylesheet href=' + indigo.stylesheets.table;",
    },
    sheets: ["indigo-table.css"],
  },
  "all of them": {
    files: { "index.njk": "{% for name, url in indigo.stylesheets %}{{ name }} {{ url }}\n{% endfor %}" },
    sheets: [
      "indigo-code.css",
      "indigo-home.css",
      "indigo-layout.css",
      "indigo-notebook.css",
      "indigo-numbering.css",
      "indigo-post.css",
      "indigo-publications.css",
      "indigo-table.css",
      "indigo-writing.css",
      "indigo.css",
    ],
  },
  "a template that is a style sheet": {
    files: { "mine.njk": `---\npermalink: /mine.css\n---\n@import "{{ indigo.stylesheets.page }}";` },
    sheets: ["indigo.css"],
  },
  "styles of one's own that no page links": {
    files: { "indigo.css": "p { margin: 0 }", "index.njk": "words" },
    sheets: [],
  },
  "styles of one's own with the theme in them": {
    files: { "indigo.scss": '@use "pkg:eleventy-plugin-indigo";', "index.md": page("A", "$x$") },
    sheets: ["indigo.css"],
  },
  "a part of one's own at an old URL": {
    files: {
      "_includes/indigo/parts/redirect.njk": `<link rel="stylesheet" href="{{ indigo.stylesheets.page }}">`,
      "a.njk": "---\nredirectFrom: /old/\n---\nwords",
    },
    sheets: ["indigo.css"],
  },
  "notebooks of none, further languages": {
    files: { "index.md": page("A"), "fr/index.md": page("B", "$x$") },
    options: { notebooks: true, languages: { fr: {} } },
    sheets: ["indigo-writing.css", "indigo.css"],
  },
};

for (const [name, { files, options = {}, sheets, args = [] }] of Object.entries(sites)) {
  test(`${name}: the sheets of the output are those that it links`, async () => {
    const site = new Site({
      ...files,
      "package.json": "{}",
      "eleventy.config.js": config({ pages: none, ...options }),
    });
    site.link();
    await site.builtInProcess(...args);
    const { named, written } = sheetsOf(site);
    site.remove();
    assert.equal(written.map(withoutHash).sort(), sheets);
    assert.equal(written, named);
  });
}

test("the styles of the filters of publications are there where a page links them", async () => {
  const papers = Array.from(
    { length: 30 },
    (_, n) => `@${n % 2 ? "book" : "article"}{k${n}, title={T${n}}, author={Hu, Ada}, year={${2000 + n}}}`,
  ).join("\n");
  const cases: [files: Record<string, string>, pages: object, isThere: boolean][] = [
    [{}, {}, true],
    [{ "publications.md": page("Papers", "{% publications %}") }, {}, false],
    [{ "papers.md": page("Papers", "", "publications-page") }, none, true],
    [
      {
        "_includes/mine.njk": '{% extends "indigo/publications-page.njk" %}',
        "papers.md": page("Papers", "", "mine.njk"),
      },
      none,
      true,
    ],
    [{ "papers.md": page("Papers", "{% publications %}") }, none, false],
  ];
  for (const [index, [files, pages, isThere]] of cases.entries()) {
    const site = new Site({
      ...files,
      "papers.bib": papers,
      "eleventy.config.js": config({ bibliography: "papers.bib", pages }),
    });
    await site.builtInProcess();
    const links = site
      .pages()
      .some((url) =>
        site.read(`${url}index.html`.replace(/\.htmlindex\.html$/, ".html")).includes("indigo-filters.css"),
      );
    assert.is(links, isThere, String(index));
    assert.is(site.has("assets/indigo-filters.css"), isThere, String(index));
    site.remove();
  }
});

test("what an earlier build left goes, unless a file of the output names it or it is the site's own", async () => {
  const hash = "0123456789";
  const gone = [
    `indigo-${hash}.css`,
    `assets/indigo-${hash}.css`,
    `assets/indigo-post-${hash}.css`,
    `assets/indigo-copy-${hash}.js`,
    `assets/indigo-icon-${hash}.svg`,
    `assets/icon-${hash}-32.png`,
  ];
  const kept = [
    `assets/indigo-code-${hash}.css`,
    `assets/indigo-table-${hash}.css`,
    `assets/indigo-mine-${hash}.css`,
    `assets/mine-${hash}.css`,
    "assets/indigo-post.css",
    `other/assets/indigo-${hash}.css`,
    "old/index.html",
    "main.css",
  ];
  const site = new Site({
    ...Object.fromEntries([...gone, ...kept].map((file) => [`_site/${file}`, "x"])),
    "_site/old/index.html": `<link rel="stylesheet" href="/assets/indigo-code-${hash}.css">`,
    "_site/main.css": `@import "assets/indigo-table-${hash}.css";`,
    [`assets/indigo-mine-${hash}.css`]: "x",
    "index.md": page("A"),
    "eleventy.config.js": config({ title: "A" }, 'eleventyConfig.addPassthroughCopy("assets");'),
  });
  await site.builtInProcess();
  assert.equal(
    gone.filter((file) => site.has(file)),
    [],
  );
  assert.equal(
    kept.filter((file) => !site.has(file)),
    [],
  );
  assert.equal(sheetsOf(site).written.map(withoutHash).sort(), [
    "indigo-code.css",
    "indigo-mine.css",
    "indigo-table.css",
    "indigo.css",
    "indigo.css",
  ]);
  site.remove();
});

test("a changed style sheet replaces the earlier one, and one that no page links any more goes", async () => {
  const site = new Site({
    "index.md": page("A", "$x$"),
    "eleventy.config.js": config({ title: "A", copyButtons: true }),
  });
  await site.built();
  assert.equal(site.files().filter((file) => file.endsWith(".css")).length, 2);
  const before = site.files();
  site.write({ "index.md": page("A", "x"), "eleventy.config.js": config({ title: "B", theme: "dark" }) });
  await site.built();
  const after = site.files();
  assert.equal(sheetsOf(site).written.map(withoutHash).sort(), ["indigo.css"]);
  assert.equal(
    after.filter((file) => before.includes(file) && /-[\da-f]{10}/.test(file)),
    [],
  );
  site.remove();
});

test("a served site has a sheet as soon as a page links it, in incremental builds as well, and keeps the others", async () => {
  for (const args of [[], ["--incremental"]]) {
    const site = new Site({
      "index.md": page("A", "$x$"),
      "b.md": page("B", "words"),
      "eleventy.config.js": config({ title: "A" }),
    });
    const names = (): string[] => sheetsOf(site).written.map(withoutHash).sort();
    const watch = new Watch(site.folder, ...args);
    try {
      await watch.until(() => watch.output.includes("Watching"));
      assert.equal(names(), ["indigo-writing.css", "indigo.css"]);
      await watch.after(
        () => site.write({ "b.md": page("B", "| a |\n|---|\n| b |") }),
        () => site.read("b/index.html").includes("<table"),
      );
      await watch.until(() => names().includes("indigo-table.css"));
      assert.equal(names(), ["indigo-table.css", "indigo-writing.css", "indigo.css"]);
      for (const file of ["index.html", "b/index.html"])
        for (const [, href = ""] of readFileSync(path.join(site.folder, "_site", file), "utf8").matchAll(
          /rel="stylesheet" href="\/([^"]+)"/g,
        ))
          assert.ok(site.has(href), `${file} ${href}`);
    } finally {
      await watch.stop();
      site.remove();
    }
  }
});

test.run();
