import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { JekyllSite } from "../../plugin/cli/migrate/jekyll-site.ts";
import { keyInventory } from "../../plugin/cli/migrate/settings-inventory.ts";
import { optionOutcomes } from "../../plugin/jekyll/kramdown/index.ts";
import { config, Site } from "../support/site.ts";

const test = suite("Markdown's options in _config.yml");

/** Builds a page of a Jekyll site with these settings, and returns its HTML. */
async function page(settings: string, markdown: string): Promise<string> {
  const site = new Site({
    "eleventy.config.js": config({ config: "_config.yml" }),
    "_config.yml": `title: Hu\n${settings}`,
    "a.md": `---\ntitle: A\nlayout: page\n---\n${markdown}`,
  });
  try {
    await site.builtInProcess();
    return site.read("a.html");
  } finally {
    site.remove();
  }
}

test("kramdown's options work in a whole site", async () => {
  const settings =
    "kramdown:\n  hard_wrap: true\n  auto_id_prefix: x-\n  header_offset: 1\n  smart_quotes: apos,apos,quot,quot\n" +
    "  footnote_nr: 5\n  footnote_backlink: back\n  parse_block_html: true\n  toc_levels: 2..3\n";
  const html = await page(
    settings,
    '# One\n\n## Two\n\n* toc\n{:toc}\n\na\nb "c"[^1]\n\n<div class="d">*e*\n</div>\n\n[^1]: f\n',
  );
  assert.match(html, '<h2 id="x-one">One</h2>');
  assert.match(html, /<ul id="markdown-toc"><li><a href="#x-two"[^>]*>Two<\/a><\/li><\/ul>/);
  assert.match(html, /a<br>\nb &quot;c&quot;/);
  assert.match(html, 'role="doc-noteref">5</a>');
  assert.match(html, '<ol start="5">');
  assert.match(html, 'role="doc-backlink">back</a>');
  assert.match(html, /<div class="d">\s*<p><em>e<\/em><\/p>\s*<\/div>/);
});

test("without a highlighter, code has plain markup, but diagrams stay diagrams", async () => {
  const html = await page("kramdown:\n  syntax_highlighter: null\n", "```js\nlet a;\n```\n\n`b`\n");
  assert.match(html, '<pre><code class="language-js">let a;\n</code></pre>');
  assert.match(html, "<code>b</code>");
});

test("formulas become MathML whatever engine is set", async () => {
  for (const engine of ["mathjax", "katex", "null"]) {
    const html = await page(`kramdown:\n  math_engine: ${engine}\n`, "a $$x^2$$ b\n\n$$\ny\n$$\n");
    assert.is(html.match(/<math\b/g)?.length, 2, engine);
  }
});

const commonMark = '# A\n\n1) b\n\n| c |\n| - |\n| d |\n\n"e" -- f{: .g}\n\n<div>\n\n*h*\n\n</div>\n';

for (const name of ["CommonMark", "CommonMarkGhPages", "GFM"]) {
  test(`markdown: ${name} is CommonMark`, async () => {
    const html = await page(`markdown: ${name}\n`, commonMark);
    assert.match(html, '<h1 id="a">A</h1>');
    assert.match(html, "<li>b</li>");
    assert.match(html, "<td>d</td>");
    assert.match(html, "<p>&quot;e&quot; -- f{: .g}</p>");
    assert.match(html, "<p><em>h</em></p>");
  });
}

test("CommonMark's own options work", async () => {
  const html = await page(
    "markdown: CommonMark\ncommonmark:\n  options: [SMART, HARDBREAKS]\n  extensions: [autolink]\n",
    '"a" -- b\nhttps://example.org\n',
  );
  assert.match(html, "“a” – b<br>");
  assert.match(html, '<a href="https://example.org">');
});

test("settings that are no options do no harm", async () => {
  for (const settings of [
    "kramdown:\n",
    "kramdown: true\n",
    "kramdown: [a]\n",
    "kramdown:\n  toc_levels: x\n  link_defs: 1\n",
  ]) {
    assert.match(await page(settings, "# A\n\n* x\n{:toc}\n"), '<h1 id="a">A</h1>', settings);
  }
});

const outcomes: [options: Record<string, unknown>, works: boolean][] = [
  [{ hard_wrap: true }, true],
  [{ input: "GFM" }, true],
  [{ input: "markdown" }, false],
  [{ syntax_highlighter: "coderay" }, true],
  [{ math_engine: "katex" }, true],
  [
    { syntax_highlighter_opts: { default_lang: "ruby", css_class: "highlight", block: { disable: true } } },
    true,
  ],
  [{ syntax_highlighter_opts: { block: { line_numbers: true } } }, false],
  [{ syntax_highlighter_opts: { css_class: "mine" } }, false],
  [{ entity_output: "numeric" }, true],
  [{ html_to_native: true }, false],
  [{ template: "a" }, false],
  [{ constructor: 1 }, false],
];

test("a report names each option, and which ones are lost", () => {
  for (const [options, works] of outcomes) {
    const [outcome] = optionOutcomes(options);
    assert.is(outcome?.name, Object.keys(options)[0]);
    assert.is(outcome?.works, works, JSON.stringify(options));
  }
  assert.is(
    optionOutcomes({ syntax_highlighter_opts: { block: { line_numbers: true } } })[0]?.outcome,
    "no effect: block.line_numbers",
  );
  assert.equal(optionOutcomes(undefined), []);
});

test("migrate reports the options one by one, and Markdown of other kinds", () => {
  const written = "title: Hu\nmarkdown: redcarpet\nkramdown:\n  hard_wrap: true\n  html_to_native: true\n";
  const site = new Site({ "_config.yml": written });
  try {
    const values = {
      title: "Hu",
      markdown: "redcarpet",
      kramdown: { hard_wrap: true, html_to_native: true },
    };
    const settings = { options: {}, where: () => undefined };
    const items = keyInventory({ folder: site.folder, config: values, settings } as unknown as JekyllSite);
    assert.equal(
      items.map(({ name, place, works }) => `${name} ${place} ${works}`),
      [
        "title _config.yml:1 true",
        "markdown _config.yml:2 false",
        "kramdown.hard_wrap _config.yml:4 true",
        "kramdown.html_to_native _config.yml:5 false",
      ],
    );
    const commonMark = keyInventory({
      folder: site.folder,
      config: { ...values, markdown: "GFM" },
      settings,
    } as unknown as JekyllSite);
    assert.equal(
      commonMark.filter(({ works }) => works).map(({ name }) => name),
      ["title", "markdown"],
    );
  } finally {
    site.remove();
  }
});

test.run();
