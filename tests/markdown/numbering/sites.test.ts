import { suite } from "uvu";
import * as assert from "uvu/assert";
import { failsToBuild } from "../../support/fails.ts";
import { config, page, Site } from "../../support/site.ts";

const test = suite("numbers and references in sites");

const url = "https://lab.example.org";

/** Builds a site and returns it with what the plugin logs. */
async function build(
  files: Record<string, string>,
  options: Record<string, unknown> = {},
): Promise<{ site: Site; warnings: string[] }> {
  const site = new Site({
    "eleventy.config.js": config({ title: "Lab", url, ...options }),
    "index.md": page("Home"),
    ...files,
  });
  const { code, output } = await site.buildInProcess();
  assert.is(code, 0, output);
  return { site, warnings: output.split("\n").filter((line) => line.startsWith("indigo:")) };
}

const text = (site: Site, file: string): string =>
  (/<main[^>]*>([\s\S]*)<\/main>/.exec(site.read(file))?.[1] ?? "").replaceAll("\u00a0", " ");

const bibliography = `@article{hu2022, title={Adaptation}, author={Hu, Edward}, year=2022}
@book{fig:odd, title={Odd}, author={Odd, Key}, year=2020}
@book{fig:both, title={Both}, author={Both, Key}, year=2021}
`;

test("citations and references in the same brackets", async () => {
  const { site, warnings } = await build(
    {
      "a.md": page(
        "A",
        "A [see @hu2022, p. 3; @fig:x; @fig:both; @fig:odd] and @hu2022, @fig:odd, @fig:both.\n\n![X](x.png){#fig:x}\n\n![B](x.png){#fig:both}",
      ),
      "works.bib": bibliography,
      "x.png": "",
    },
    { references: "works.bib" },
  );
  try {
    const words = text(site, "a/index.html").replaceAll(/<[^>]*>/g, "");
    assert.match(words, "A (see Hu, 2022, p. 3), figs. 1, 2, (Odd, 2020) and Hu (2022), Odd (2020), fig. 2.");
    assert.not.match(words, "Key. (2021)");
    assert.equal(
      warnings.filter((line) => line.includes("label")),
      [],
    );
  } finally {
    site.remove();
  }
});

test("messages have file and line", async () => {
  const { site, warnings } = await build({
    "posts/a.md": page(
      "A",
      "See @fig:mil.\n\n![M](https://example.org/a.png){#fig:mill}\n\n# B {#tbl:x}\n\n$$a$$ {#eq:a}\n\n$$b$$ {#eq:a}\n",
    ),
  });
  site.remove();
  assert.equal(warnings, [
    'indigo: the label "eq:a" in posts/a.md:11 is a duplicate; references lead to the first one.',
    'indigo: the label "tbl:x" in posts/a.md:9 has no effect there. The label of a table belongs to a table or its caption.',
    'indigo: posts/a.md:5 refers to "fig:mil", but nothing on the page has this label. Did you mean "fig:mill"?',
  ]);
});

test("a page in another language, and strings of the author's", async () => {
  const things = "![A](https://example.org/a.png){#fig:a}\n\n@fig:a\n";
  const { site } = await build(
    { "a.md": page("A", things), "fr/a.md": page("A", things), "fr/index.md": page("F") },
    { languages: { fr: {} }, strings: { referenceTo: { figure: "Fig. %1" }, numberedCaption: "%1. %2" } },
  );
  try {
    assert.match(text(site, "a/index.html"), '<span class="caption-number">Figure 1.</span> A');
    assert.match(text(site, "a/index.html"), ">Fig. 1</a>");
    assert.match(text(site, "fr/a/index.html"), '<span class="caption-number">Figure 1 :</span> A');
    assert.match(text(site, "fr/a/index.html"), ">fig. 1</a>");
  } finally {
    site.remove();
  }
});

test("options, and front matter that overrides them", async () => {
  const body = "## A\n\n$$a$$\n\n::: theorem\nA\n:::\n\n::: lemma\nB\n:::\n";
  const { site } = await build(
    {
      "on.md": page("On", body),
      "off.md": page("Off", body).replace(
        "layout",
        "numberSections: false\nnumberEquations: false\nshareTheoremNumbers: false\nlayout",
      ),
    },
    { numberSections: true, numberEquations: true, shareTheoremNumbers: true },
  );
  try {
    for (const part of [
      '<span class="section-number">1</span> A',
      '<span class="equation-number">(1)</span>',
      "Lemma 2",
    ])
      assert.match(text(site, "on/index.html"), part);
    for (const part of ['<h2 id="a">A</h2>', "Lemma 1"]) assert.match(text(site, "off/index.html"), part);
    assert.not.match(text(site, "off/index.html"), "equation-number");
  } finally {
    site.remove();
  }
});

test("front matter of a wrong type", async () => {
  await failsToBuild({ "a.md": page("A").replace("layout", "numberSections: all\nlayout") }, [
    'field "numberSections" in a.md must be true or false, but it is "all".',
  ]);
});

test("only a page with numbers links their styles, and none has a style or script of its own", async () => {
  const pages = {
    "plain.md": "A @nobody and $x$ and [^1].\n\n[^1]: B\n\n| A |\n| --- |\n| 1 |\n",
    "caption.md": "| A |\n| --- |\n| 1 |\n\n: B\n",
    "equation.md": "$$a$$ {#eq:a}",
    "figure.md": "![A](https://example.org/a.png){#fig:a}",
    "listing.md": '```js {#lst:a caption="A"}\na\n```',
    "section.md": "## A",
    "theorem.md": "::: theorem\nA\n:::",
    "missing.md": "@fig:a",
  };
  const { site } = await build(
    Object.fromEntries(
      Object.entries(pages).map(([file, body]) => [
        file,
        page(file, body).replace("layout", `numberSections: ${file === "section.md"}\nlayout`),
      ]),
    ),
  );
  try {
    for (const file of Object.keys(pages)) {
      const html = site.read(file.replace(".md", "/index.html"));
      assert.is(html.includes("/assets/indigo-numbering-"), file !== "plain.md", file);
      assert.not.match(text(site, file.replace(".md", "/index.html")), / style=|<script/);
    }
  } finally {
    site.remove();
  }
});

test("a feed has the numbers, with links that its base makes whole", async () => {
  const { site } = await build({
    "posts/a.md": page("A", "@fig:a\n\n![A](https://example.org/a.png){#fig:a}", "post").replace(
      "layout",
      "date: 2024-01-01\ntags: posts\nlayout",
    ),
  });
  try {
    const feed = site.read("feed.xml").replaceAll("\u00a0", " ");
    assert.match(feed, `xml:base="${url}/posts/a/"`);
    assert.match(
      feed,
      /&lt;a href=&quot;(?:https:\/\/lab\.example\.org\/posts\/a\/)?#fig:a&quot;&gt;fig\. 1&lt;\/a&gt;/,
    );
  } finally {
    site.remove();
  }
});

test("a block of code with a label keeps its other settings", async () => {
  const { site, warnings } = await build({
    "a.md": page(
      "A",
      '@lst:x, @lst:y\n\n```js {2} {#lst:x caption="B" title="b.js"}\na\nb\n```\n\n```js {#lst:y caption="C" linenos}\na\n```\n',
    ),
  });
  try {
    const html = text(site, "a/index.html");
    for (const part of [">lst. 2</a>", 'class="code-title">b.js<', '<mark class="line">b', 'data-line="1">a'])
      assert.match(html, part);
    assert.match(
      html,
      '<figure class="listing" id="lst:y">\n<figcaption class="caption"><span class="caption-number">Listing 2:</span> C<',
    );
    assert.equal(warnings, []);
  } finally {
    site.remove();
  }
});

test("in a site from Jekyll, none of it is read", async () => {
  const { site } = await build({ "a.md": page("A", "@fig:a and \\ref{a}\n") }, { jekyll: true });
  try {
    assert.match(text(site, "a.html"), "<p>@fig:a and \\ref{a}</p>");
  } finally {
    site.remove();
  }
});

test.run();
