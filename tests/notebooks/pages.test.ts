import { mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { codeCell, everyKind, markdownCell, notebook, png, shown, stream } from "../support/notebook.ts";
import { config, Site } from "../support/site.ts";
import { invalidHtml } from "../support/valid-html.ts";

const test = suite("pages of notebooks");

const bibtex =
  "@book{lovelace1843, title = {Notes}, author = {Lovelace, Ada}, publisher = {Taylor}, year = 1843}\n";

/** A notebook of version 3. */
const old = JSON.stringify({
  nbformat: 3,
  nbformat_minor: 0,
  metadata: { name: "" },
  worksheets: [
    {
      cells: [
        { cell_type: "heading", level: 1, metadata: {}, source: "Old" },
        {
          cell_type: "code",
          collapsed: false,
          input: ["print 1"],
          language: "python",
          metadata: {},
          prompt_number: 1,
          outputs: [
            { output_type: "stream", stream: "stdout", text: ["printed\n"] },
            { output_type: "pyout", prompt_number: 1, text: ["returned"], metadata: {} },
            { output_type: "display_data", png, metadata: {} },
            { output_type: "pyerr", ename: "E", evalue: "raised", traceback: ["T"] },
          ],
        },
        { cell_type: "heading", level: 1, metadata: {}, source: "Section" },
      ],
    },
  ],
});

const files: Record<string, string> = {
  "eleventy.config.js": config({ title: "Ada", url: "https://ada.example.org", languages: { fr: {} } }),
  "publications.bib": bibtex,
  "images/plot.svg":
    '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><path d="M0 0h4v4z"/></svg>',
  "posts/posts.json": '{ "layout": "post", "tags": ["posts"], "permalink": "/blog/{{ page.fileSlug }}/" }',
  "posts/2024-03-05-every.ipynb": everyKind,
  "old.ipynb": old,
  "old.11tydata.json": '{ "layout": "page" }',
  "fr/seite.ipynb": notebook(
    [
      markdownCell("[Old](../old.ipynb#Section) <a href='../old.ipynb'>b</a> [c](none.ipynb)"),
      codeCell("x", [stream("y")]),
    ],
    { layout: "page" },
  ),
  "scratch.ipynb": notebook([markdownCell("# Private")]),
  "node_modules/x/a.ipynb": notebook([], { layout: "page" }),
  ".ipynb_checkpoints/a-checkpoint.ipynb": notebook([], { layout: "page" }),
  "bad/bad.json": '{ "layout": "page" }',
  "bad/comma.ipynb": '{\n "cells": [\n  {}\n  {}\n ]\n}\n',
  "bad/merge.ipynb": '{\n<<<<<<< HEAD\n "cells": []\n=======\n "cells": []\n>>>>>>> b\n}\n',
  "bad/none.ipynb": '{ "nbformat": 4 }',
  "bad/two.ipynb": '{ "nbformat": 2, "worksheets": [] }',
  "bad/list.ipynb": "[]",
  "bad/large.ipynb": " ".repeat(50 * 2 ** 20 + 1),
  "bad/keys.ipynb": notebook([
    markdownCell(
      "---\ntitle: Keys\npermalinkBypassOutputDir: true\n---\nText with <script>x()</script> and $\\nothing$ and ![a](none.png)",
    ),
  ]),
};

let site: Site;
let output: string;
let page: string;

test.before(async () => {
  site = new Site(files);
  ({ output } = await site.buildInProcess());
  page = site.read("blog/every/index.html");
});

test.after(() => site.remove());

test("cells of Markdown are one text, with citations, footnotes, formulas and files", () => {
  assert.match(page, '<h1 class="title">Every kind</h1>');
  assert.is(page.match(/<h1/g)?.length, 1);
  assert.match(page, '<a href="#the-data">data</a>');
  assert.match(page, '<h2 id="the-data">The Data</h2>');
  assert.match(page, 'href="#fn:1"');
  assert.match(page, "The note.");
  assert.match(page, '<a href="https://example.org">ref</a>. {{ braces }}');
  assert.match(page, "(Lovelace, 1843)");
  assert.match(page, /<b>HTML<\/b>/);
  assert.match(
    page,
    /<img src="\/blog\/every\/2024-03-05-every-[\da-f]{10}\.png" alt="Attached" width="5" height="5">/,
  );
  assert.match(page, '<img src="/images/plot.svg" alt="Beside"');
  assert.ok(site.has("images/plot.svg"));
  assert.match(page, "<p>Text after.</p>");
  assert.match(page, 'content="All kinds"');
});

test("code is highlighted in its language, and outputs are in their best form", () => {
  assert.not.match(page, "import");
  assert.match(page, "one\ntwo\n</pre>");
  assert.match(page, '<pre class="notebook-text notebook-stderr">100%\n</pre>');
  assert.match(
    page,
    /<figure class="figure" id="fig-plot"><img src="[^"]+\.png" alt="A line" width="50" height="40"/,
  );
  assert.match(page, '<figcaption class="caption">A <em>plot</em></figcaption>');
  assert.match(page, "<td>1</td>");
  assert.match(page, "<mfrac><mn>1</mn><mn>2</mn></mfrac>");
  assert.match(page, "A <em>word</em> and ");
  assert.match(page, '<p>ZeroDivisionError: division</p>\n<pre class="notebook-text">Traceback\n</pre>');
  assert.match(
    page,
    '<p class="notebook-note">This output works in the notebook only.</p>\n<pre class="notebook-text">HBox()',
  );
  assert.match(page, '<details class="notebook-fold">\n<summary>Code of cell 9</summary>');
  assert.match(page, '<p class="notebook-note">Further lines in the notebook: 100</p>');
  assert.match(page, 'class="language-bash highlighter-rouge"');
  assert.not.match(page, /<script>|\Wx\(\)/);
});

test("the notebook is next to its page, linked, and its styles are", () => {
  assert.match(page, '<a href="/blog/every/2024-03-05-every.ipynb" download>Download this notebook</a>');
  assert.is(site.read("blog/every/2024-03-05-every.ipynb"), everyKind);
  assert.match(page, /assets\/indigo-notebook-[\da-f]{10}\.css/);
  assert.not.match(site.read("index.html"), "indigo-notebook");
  assert.match(site.read("feed.xml"), "ZeroDivisionError");
  assert.match(site.read("sitemap.xml"), "/blog/every/");
});

test("version 3 is read", () => {
  const html = site.read("old/index.html");
  for (const part of [
    '<h1 id="old">Old</h1>',
    '<h2 id="section">Section</h2>',
    "printed\n</pre>",
    "returned\n</pre>",
    "E: raised",
  ])
    assert.match(html, part);
  assert.match(html, /<img src="\/old\/old-[\da-f]{10}\.png" alt="Output of cell 1"/);
});

test("UI strings are in the page's language, and the title is the file's name", () => {
  const html = site.read("fr/seite/index.html");
  assert.match(html, 'aria-label="Sortie de la cellule 1"');
  assert.match(html, "Télécharger ce notebook");
  assert.match(html, "<title>seite |");
  assert.match(html, '<a href="/old/#section">Old</a> <a href="/old/">b</a> <a href="none.ipynb">c</a>');
});

test("what is no page is left out, with a reason", () => {
  for (const name of [
    "scratch",
    "a",
    "bad/comma",
    "bad/merge",
    "bad/none",
    "bad/two",
    "bad/list",
    "bad/large",
  ])
    assert.not.ok(site.has(`${name}/index.html`), name);
  assert.ok(site.has("bad/keys/index.html"));
  const warnings = output
    .split("\n")
    .filter((line) => line.startsWith("indigo: "))
    .map((line) => line.slice("indigo: ".length))
    .sort();
  const expected = [
    'bad/comma.ipynb:4 is not valid JSON at "{}". It is left out.',
    'bad/keys.ipynb has "permalinkBypassOutputDir" in its front matter, which a notebook may not set; it is left out.',
    "cell 1 in bad/keys.ipynb:14 has <script>, which the page of a notebook can't have and which is left out.",
    'bad/keys.ipynb:14 shows an image that does not exist: "none.png". Did you mean "none.ipynb"?',
    'fr/seite.ipynb:15 links a file that does not exist: "none.ipynb".',
    "bad/large.ipynb has 51 MB, more than the 50 MB up to which a notebook is read. Clear its large outputs, or write them to files. It is left out.",
    'bad/list.ipynb is no notebook: it must be a JSON object with "cells". It is left out.',
    'bad/merge.ipynb:2 has the marks of a merge that is not resolved: "<<<<<<<". It is left out.',
    'bad/none.ipynb is no notebook: it has no list "cells". It is left out.',
    "bad/two.ipynb is in version 2 of the notebook format, which is too old: open it in Jupyter and save it. It is left out.",
    "cell 13 in posts/2024-03-05-every.ipynb:167 has an output in no form that can be shown (application/pdf).",
    "the formula $\\nothing$ in bad/keys.ipynb:14 cannot be rendered: the command \\nothing is unknown. Its source is shown instead.",
    'scratch.ipynb is not published, as it has no layout: give it one in its metadata or in the data file of its folder. The option "notebooks" publishes all notebooks (true) or none (false).',
  ];
  assert.equal(warnings, expected.sort());
});

test("the HTML is valid", async () => {
  assert.equal(
    await invalidHtml(site, ["blog/every/", "old/", "fr/seite/"], {
      "valid-id": ["error", { relaxed: true }],
    }),
    [],
  );
});

async function built(options: object, more: Record<string, string> = {}, rest = ""): Promise<Site> {
  const other = new Site({
    "eleventy.config.js": config({ title: "Ada", ...options }, rest),
    "a.ipynb": notebook([markdownCell("# A\n\n![x](x.png)"), codeCell("x", [shown({ "image/png": png })])]),
    ...more,
  });
  mkdirSync(path.join(other.folder, "node_modules"), { recursive: true });
  await other.built();
  return other;
}

test("with the option true every notebook is a page, with false none, and copies go on", async () => {
  const copy = 'eleventyConfig.addPassthroughCopy("*.ipynb");';
  for (const [notebooks, isPage] of [
    [true, true],
    [false, false],
    [undefined, false],
  ] as const) {
    const other = await built({ notebooks }, {}, copy);
    assert.is(other.has("a/index.html"), isPage);
    assert.ok(other.has("a.ipynb"));
    other.remove();
  }
});

test("an extension of the author's own stays in charge", async () => {
  const own =
    'import indigo from "eleventy-plugin-indigo";\nexport default function (eleventyConfig) {\n  eleventyConfig.addTemplateFormats("ipynb");\n  eleventyConfig.addExtension("ipynb", { compile: () => () => "own" });\n  eleventyConfig.addPlugin(indigo, { notebooks: true });\n}\n';
  const other = await built({}, { "eleventy.config.js": own });
  assert.is(other.read("a/index.html"), "own");
  other.remove();
});

test("responsive images and a path prefix leave the files of outputs as they are", async () => {
  const other = new Site({
    "eleventy.config.js": config({ title: "Ada", notebooks: true, images: true }),
    "a.ipynb": notebook([codeCell("x", [shown({ "image/png": png })])]),
  });
  symlinkSync(path.resolve("node_modules"), path.join(other.folder, "node_modules"), "junction");
  await other.built("--pathprefix=/sub/");
  assert.match(
    other.read("a/index.html"),
    /<img src="\/sub\/a\/a-[\da-f]{10}\.png" alt="Output of cell 1" width="5"/,
  );
  assert.match(other.read("a/index.html"), 'href="/sub/a/a.ipynb"');
  other.remove();
});

test("in a site from Jekyll notebooks are pages with the option", async () => {
  const jekyll = { jekyll: true, notebooks: true };
  const other = await built(jekyll, {
    "a.ipynb": notebook([markdownCell("# A\n\nText $$x^2$$ {:.b}"), codeCell("x = 1", [stream("y")])]),
  });
  const html = other.read("a/index.html");
  assert.match(html, ">A</h1>");
  assert.match(html, "<math");
  assert.match(html, '<pre class="notebook-text">y\n</pre>');
  assert.match(html, "language-python");
  other.remove();
});

test.run();
