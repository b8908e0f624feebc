import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, page, Site } from "../support/site.ts";

const test = suite("writing");

/** Builds a site of one page with this text and hands over its HTML and what Eleventy printed. */
async function build(
  body: string,
  options: Record<string, unknown> = {},
  files: Record<string, string> = {},
): Promise<{ html: string; output: string; site: Site }> {
  const site = new Site({
    "index.md": page("Home"),
    "text.md": page("Text", body),
    "eleventy.config.js": config({ title: "A site", ...options }),
    ...files,
  });
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    return { html: site.read("text/index.html"), output, site };
  } finally {
    site.remove();
  }
}

/** What stands between the start and the end of the page's content. */
const text = (html: string): string => /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1]?.trim() ?? "";

const hasPart = (html: string): boolean => html.includes("/assets/indigo-writing-");

test("formulas are MathML without styles in attributes, and the page links their styles", async () => {
  const { html, output } = await build(
    "Of $x^2$ and\n\n$$\n\\begin{align}a &= b\\\\ c &= \\color{red}{d}\\end{align}\n$$\n\nin $$y$$ text.",
  );
  assert.match(html, "<math><msup><mi>x</mi>");
  assert.match(
    html,
    '<p><span class="formula" role="group" aria-label="Formula" tabindex="0"><math display="block"',
  );
  assert.match(
    html,
    /in <span class="formula" role="group" aria-label="Formula" tabindex="0"><math display="block"[^>]*><mi>y<\/mi>/,
  );
  assert.match(html, 'mathcolor="#ff0000"');
  assert.not.match(html, " style=");
  assert.ok(hasPart(html));
  assert.not.match(output, "indigo:");
});

/** What an author writes, and the MathML and text that a page of Eleventy's own shows of it. */
const pairs: [source: string, there: (string | RegExp)[], absent?: string[]][] = [
  ["Of \\(p\\) here", ["<mi>p</mi>"], ["\\(", "(p)"]],
  ["\\[q\\]", ['display="block"', "<mi>q</mi>"], ["[q]"]],
  ['$ x $; ($u$); "$v$"', ["$ x $; (<math>", "<mi>u</mi>", "<mi>v</mi>"]],
  ["$\\text{if $w$}$", [/<mtext>if[\s\S]*<mi>w<\/mi>/], ["$"]],
  ["<code>$y$</code> and <kbd>$y$</kbd>", ["<code>$y$</code>", "<kbd>$y$</kbd>"], ["<math"]],
  ["$$\na\n\n= z\n$$", ['display="block"', "<mi>z</mi>"], ["$$"]],
];

test("formulas through a build: brackets, dollars in pairs, code, blank lines, and macros that last on their page", async () => {
  const site = new Site({
    "index.md": page("Home"),
    "eleventy.config.js": config({ title: "A site" }),
    ...Object.fromEntries(pairs.map(([source], at) => [`p${at}.md`, page("P", source)])),
    "macros.md": page(
      "M",
      "$\\newcommand{\\half}{\\frac{1}{2}}$\n\n## Next\n\n- $\\half$\n\n> \\(\\half\\)[^1]\n\n[^1]: $\\half$",
    ),
    "other.md": page("O", "$\\half$"),
  });
  const { code, output } = await site.buildInProcess();
  assert.is(code, 0, output);
  const shown = (name: string): string => text(site.read(`${name}/index.html`));
  const pages = pairs.map((_, at) => shown(`p${at}`));
  const [macros, other] = [shown("macros"), shown("other")];
  site.remove();
  for (const [at, [source, there, absent = []]] of pairs.entries()) {
    for (const part of there) assert.match(pages[at] ?? "", part, source);
    for (const part of absent) assert.not.ok(pages[at]?.includes(part), `${source}: ${part} in ${pages[at]}`);
  }
  assert.is(macros.match(/<mfrac>/g)?.length, 3, macros);
  assert.match(other, "formula-error");
  assert.match(output, /formula \$\\half\$ in other\.md:5 /);
});

test("prices stay text, as do dollars in code and escaped ones", async () => {
  const prices = [
    "It costs $5 and $10.",
    "US$5–US$10 a month",
    "$ 5 $ here",
    "\\$x\\$ is no formula",
    "a $$$ restaurant",
    "one $ alone",
    "`$x$` is code",
  ];
  const { html } = await build(`${prices.join("\n\n")}\n\n$$ is where it starts\n\nand nothing ends it.`);
  assert.not.match(html, "<math");
  for (const price of prices.slice(0, 3)) assert.match(html, `<p>${price}</p>`);
  assert.match(html, "<p>$x$ is no formula</p>");
  assert.match(html, "<p>$$ is where it starts</p>\n<p>and nothing ends it.</p>");
  assert.not.ok(hasPart(html));
});

test("a formula in a list, a quotation and with blank lines around it", async () => {
  const { html } = await build("- item\n\n  $$\n  a\n  $$\n\n> $$b$$\n\nText\n$$\nc\n$$\nmore");
  assert.is(html.split('class="formula"').length - 1, 3);
  assert.match(html, /<blockquote>\n<p><span class="formula"/);
  assert.match(html, /<p>Text<\/p>\n<p><span class="formula".*<\/p>\n<p>more<\/p>/);
});

test("a formula that is none is shown as its source, and its author is told once", async () => {
  const { html, output } = await build("See $\\foo{<b>}$ and $\\frac{a$.\n\n$$\\nix$$\n\n$$\\nix$$");
  assert.match(html, '<code class="formula-error">$\\foo{&lt;b&gt;}$</code>');
  assert.match(html, '<code class="formula-error">$$\\nix$$</code>');
  assert.match(
    output,
    "indigo: the formula $\\foo{<b>}$ in text.md:5 cannot be rendered: the command \\foo is unknown. Its source is shown instead.\n",
  );
  assert.is(output.split("$$\\nix$$").length - 1, 1);
});

test("math: false leaves dollars alone; macros are the author's commands", async () => {
  assert.match((await build("Of $x$.", { math: false })).html, "<p>Of $x$.</p>");
  const { html } = await build("Of $\\R$.", { math: { macros: { "\\R": "\\mathbb{R}" } } });
  assert.match(html, "<math><mi>ℝ</mi></math>");
});

test("headings have ids by which the theme's own are not taken", async () => {
  const { html } = await build("# Übung 1: *a* `b`\n\n## Main content\n\n## Same\n\n## Same\n\n## ???");
  const ids = [...html.matchAll(/<h\d id="([^"]*)"/g)].map(([, id]) => id);
  assert.equal(ids, ["übung-1-a-b", "main-content-2", "same", "same-2", "section"]);
});

test("footnotes have names for those who listen", async () => {
  const { html } = await build("One[^a], again[^a], two^[Inline *note*].\n\n[^a]: The note.");
  assert.match(
    html,
    'One<sup class="footnote-ref"><a href="#fn:1" id="fnref:1" role="doc-noteref" aria-label="Footnote 1">1</a></sup>',
  );
  assert.match(html, 'id="fnref:1:1"');
  assert.match(html, '<section class="footnotes" role="doc-endnotes" aria-label="Footnotes">');
  assert.match(html, '<li id="fn:2"><p>Inline <em>note</em>');
  assert.match(html, 'href="#fnref:2" role="doc-backlink" aria-label="Back to the text of footnote 2"');
  assert.ok(hasPart(html));
});

test("a picture with a title alone in its paragraph is a figure; others stay pictures", async () => {
  const { html } = await build(
    '![A](/a.jpg "With *care* and $x$")\n\n![B](/b.jpg)\n\nText ![C](/c.jpg "Title")\n\n[![D](/d.jpg "Linked")](/)\n\n- ![E](/e.jpg "In a list")\n- x',
  );
  assert.match(
    html,
    /<figure class="figure"><img src="\/a.jpg" alt="A"><figcaption class="caption">With <em>care<\/em> and <math>.*<\/figcaption><\/figure>/,
  );
  assert.match(html, '<p><img src="/b.jpg" alt="B" loading="lazy" decoding="async"></p>');
  assert.match(html, 'title="Title"');
  assert.match(html, /<figure class="figure"><a href="\/"><img src="\/d.jpg"[^>]*><\/a><figcaption/);
  assert.match(html, /<li>\s*<figure class="figure"><img src="\/e.jpg"/);
});

test("callouts, as GitHub writes them and as a shortcode", async () => {
  const { html } = await build(
    '> [!WARNING]\n> Mind the *gap*.\n\n{% callout "tip" %}\nA *tip*.\n{% endcallout %}\n\n{% callout "note", "A <title>" %}\n- x\n{% endcallout %}\n\n> [!OTHER]\n> Quoted',
  );
  assert.match(
    html,
    /<div class="callout callout-warning" role="note">\n<p class="callout-title">Warning<\/p>\n<p>Mind the <em>gap<\/em>.<\/p>\n<\/div>/,
  );
  assert.match(html, /<p class="callout-title">Tip<\/p>\s*<p>A <em>tip<\/em>.<\/p>\s*<\/div>/);
  assert.match(html, /<p class="callout-title">A &lt;title&gt;<\/p>\s*<ul>/);
  assert.match(html, "<blockquote>");
});

test("a callout of the author's own stays", async () => {
  const own = new Site({
    "index.njk": '{% callout "x" %}y{% endcallout %}',
    "eleventy.config.js": config(
      {},
      'eleventyConfig.addPairedShortcode("callout", (c) => "<b>" + c + "</b>");',
    ),
  });
  try {
    await own.builtInProcess();
    assert.match(own.read("index.html"), "<b>y</b>");
  } finally {
    own.remove();
  }
});

test("a table is aligned by classes", async () => {
  const { html } = await build("| a | b | c | d |\n| :- | :-: | -: | - |\n| 1 | 2 | 3 | 4 |");
  assert.match(html, '<th class="text-start">a</th>');
  assert.match(html, '<td class="text-center">2</td>');
  assert.match(html, '<td class="text-end">3</td>');
  assert.match(html, "<td>4</td>");
  assert.not.match(html, " style=");
  assert.not.ok(hasPart(html));
});

test("pictures but the first are loaded late, unless the author says otherwise", async () => {
  const { html } = await build("![A](/a.jpg)\n\n![B](/b.jpg)\n\nText ![C](/c.jpg)");
  assert.match(html, '<img src="/a.jpg" alt="A">');
  assert.match(html, '<img src="/b.jpg" alt="B" loading="lazy" decoding="async">');
  assert.match(html, '<img src="/c.jpg" alt="C" loading="lazy" decoding="async">');
});

test("a page of plain text gets nothing", async () => {
  const { html } = await build("Plain *text*.\n\n1. a\n2. b");
  assert.is(text(html), "<p>Plain <em>text</em>.</p>\n<ol>\n<li>a</li>\n<li>b</li>\n</ol>");
  assert.not.ok(hasPart(html));
  assert.not.match(html, "<script");
});

test("data of the page called footnotes or references are no notes of the text", async () => {
  const { html } = await build(
    "",
    {},
    {
      "text.md":
        "---\ntitle: T\nlayout: page\nfootnotes: { list: [1] }\nreferences: [a]\n---\nText[^1]\n\n[^1]: N",
    },
  );
  assert.match(html, '<li id="fn:1">');
  assert.not.match(html, 'id="fn:2"');
});

test("what the author's own plugins do in Markdown stays theirs", async () => {
  const site = new Site({
    "index.md": "# A\n\n[^1] $x$\n\n[^1]: N",
    "eleventy.config.js": `import anchor from "markdown-it-anchor";
import footnote from "markdown-it-footnote";
import { tex } from "@mdit/plugin-tex";
import indigo from "eleventy-plugin-indigo";
export default function (eleventyConfig) {
  eleventyConfig.amendLibrary("md", (md) => {
    md.use(anchor, { slugify: () => "own" }).use(footnote).use(tex, { render: (x) => "<i>" + x + "</i>" });
  });
  eleventyConfig.addPlugin(indigo);
}`,
  });
  try {
    await site.builtInProcess();
    const html = site.read("index.html");
    assert.match(html, '<h1 id="own"');
    assert.match(html, '<sup class="footnote-ref"><a href="#fn1" id="fnref1">[1]</a></sup>');
    assert.match(html, "<i>x</i>");
  } finally {
    site.remove();
  }
});

test.run();
