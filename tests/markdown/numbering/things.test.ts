import { suite } from "uvu";
import * as assert from "uvu/assert";
import { processorTime } from "../../support/processor-time.ts";
import { render } from "./render.ts";

const test = suite("what Markdown numbers");

const formula = '<span class="formula" role="group" aria-label="Formula" tabindex="0">';
const number = (text: string): string => `<span class="caption-number">${text}</span>`;
const head = "<thead><tr><th>A</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>";
const table = "| A |\n| --- |\n| 1 |";

/** Name, Markdown, HTML without line breaks, front matter. */
const cases: readonly [string, string, string, object?][] = [
  // Equations
  ["a displayed formula without a label", "$$a$$", `<p>${formula}<math></span></p>`],
  [
    "a label after a formula",
    "$$a$$ {#eq:x}",
    `<p class="equation" id="eq:x">${formula}<math></span><span class="equation-number">(1)</span></p>`,
  ],
  [
    "over several lines, one of which starts as a list does",
    "$$\na\n+ b\n$$ {#eq:x}",
    `<p class="equation" id="eq:x">${formula}<math></span><span class="equation-number">(1)</span></p>`,
  ],
  [
    "in a paragraph",
    "A $$a$${#eq:x} b",
    `<p>A <span class="equation" id="eq:x">${formula}<math></span><span class="equation-number">(1)</span></span> b</p>`,
  ],
  [
    "LaTeX's label",
    "$$a \\label{x}$$",
    `<p class="equation" id="eq:x">${formula}<math></span><span class="equation-number">(1)</span></p>`,
  ],
  [
    "the environment equation",
    "$$\\begin{equation}a \\label{eq:x}\\end{equation}$$",
    `<p class="equation" id="eq:x">${formula}<math></span><span class="equation-number">(1)</span></p>`,
  ],
  [
    "rows with labels, without, and with a tag",
    "$$\\begin{align}a&=b\\label{x}\\\\c&=d\\nonumber\\\\e&=\\begin{cases}1\\\\2\\end{cases}\\label{y}\\\\f&=g\\tag{A}\\label{z}\\\\h\\end{align}$$",
    `<p>${formula}<math eq:x (1) eq:y (2) eq:z (A)></span></p>`,
  ],
  [
    "one label for all rows",
    "$$\\begin{align}a&=b\\\\c&=d\\end{align}$$ {#eq:x}",
    `<p class="equation" id="eq:x">${formula}<math></span><span class="equation-number">(1)</span></p>`,
  ],
  [
    "brackets of LaTeX",
    "\\[ a = b \\] {#eq:x}",
    `<p class="equation" id="eq:x">${formula}<math></span><span class="equation-number">(1)</span></p>`,
  ],
  [
    "an environment without dollars",
    "\\begin{equation}\na \\label{x}\n\\end{equation}\n\n\\begin{gather}\nb \\\\\nc\n\\end{gather} {#eq:y}",
    `<p class="equation" id="eq:x">${formula}<math></span><span class="equation-number">(1)</span></p><p class="equation" id="eq:y">${formula}<math></span><span class="equation-number">(2)</span></p>`,
  ],
  [
    "a tag",
    "$$a \\tag{A}\\label{x}$$",
    `<p class="equation" id="eq:x">${formula}<math></span><span class="equation-number">(A)</span></p>`,
  ],
  [
    "a tag without parentheses",
    "$$a \\tag*{A}\\label{x}$$",
    `<p class="equation" id="eq:x">${formula}<math></span><span class="equation-number">A</span></p>`,
  ],
  ["a tag without a label", "$$a \\tag{A}$$", `<p>${formula}<math (A)></span></p>`],
  ["a label in a comment of TeX", "$$a % \\label{x}\n+b$$", `<p>${formula}<math></span></p>`],
  [
    "all formulas",
    "$$a$$\n\n$$\\begin{align*}a\\end{align*}$$\n\n$$\\begin{gather}a\\\\b\\notag\\\\c\\end{gather}$$\n\n$$a\\nonumber$$",
    `<p class="equation">${formula}<math></span><span class="equation-number">(1)</span></p><p>${formula}<math></span></p><p>${formula}<math (2) (3)></span></p><p>${formula}<math></span></p>`,
    { numberEquations: true },
  ],
  [
    "labels in code stay text",
    "`$$a$$ {#eq:x}`\n\n```\n$$a$$  {#eq:x}\n```",
    "<p><code>$$a$$ {#eq:x}</code></p><pre><code>$$a$$  {#eq:x}</code></pre>",
  ],
  ["what is no formula stays text", "costs $$ {#eq:x}", "<p>costs $$ {#eq:x}</p>"],
  // Figures
  [
    "an image with a label",
    "![*Cap*](a.png){#fig:x .wide}",
    `<figure class="figure" id="fig:x"><img src="a.png" alt="Cap" class="wide"><figcaption class="caption">${number("Figure 1:")} <em>Cap</em></figcaption></figure>`,
  ],
  [
    "with a title",
    '![Alt](a.png "Cap"){#fig:x}',
    `<figure class="figure" id="fig:x"><img src="a.png" alt="Alt"><figcaption class="caption">${number("Figure 1:")} Cap</figcaption></figure>`,
  ],
  [
    "without a caption",
    "![](a.png){#fig:x}",
    `<figure class="figure" id="fig:x"><img src="a.png" alt=""><figcaption class="caption">${number("Figure 1")}</figcaption></figure>`,
  ],
  [
    "a figure without a label has no number",
    '![Alt](a.png "Cap"){.wide}',
    '<figure class="figure"><img src="a.png" alt="Alt" class="wide"><figcaption class="caption">Cap</figcaption></figure>',
  ],
  [
    "an image without label and title",
    "![Alt](a.png){.wide}",
    '<p><img src="a.png" alt="Alt" class="wide"></p>',
  ],
  [
    "an image in a link",
    "[![Cap](a.png){#fig:x}](u)",
    `<figure class="figure" id="fig:x"><a href="u"><img src="a.png" alt="Cap"></a><figcaption class="caption">${number("Figure 1:")} Cap</figcaption></figure>`,
  ],
  [
    "parts",
    "::: {#fig:x}\n![A](a.png){#fig:a width=40%}\n![B](b.png)\n\n![C](c.png)\n\n*Whole*\n:::",
    `<figure id="fig:x" class="figure subfigures"><div class="subfigure-row"><figure class="subfigure subfigure-40" id="fig:a"><img src="a.png" alt="A"><figcaption class="caption">${number("(a)")} A</figcaption></figure><figure class="subfigure"><img src="b.png" alt="B"><figcaption class="caption">${number("(b)")} B</figcaption></figure></div><div class="subfigure-row"><figure class="subfigure"><img src="c.png" alt="C"><figcaption class="caption">${number("(c)")} C</figcaption></figure></div><figcaption class="caption">${number("Figure 1:")} <em>Whole</em></figcaption></figure>`,
  ],
  [
    "pandoc-crossref's HTML",
    '<div id="fig:x">\n![A](a.png)\n\n![B](b.png)\n\nWhole\n</div>',
    `<figure id="fig:x" class="figure subfigures"><div class="subfigure-row"><figure class="subfigure"><img src="a.png" alt="A"><figcaption class="caption">${number("(a)")} A</figcaption></figure></div><div class="subfigure-row"><figure class="subfigure"><img src="b.png" alt="B"><figcaption class="caption">${number("(b)")} B</figcaption></figure></div><figcaption class="caption">${number("Figure 1:")} Whole</figcaption></figure>`,
  ],
  ["HTML without an image stays HTML", '<div id="fig:x">\n*A*\n</div>', '<div id="fig:x">*A*</div>'],
  [
    "one image in a div is no part",
    "::: {#fig:x}\n![A](a.png)\n\nWhole\n:::",
    `<figure id="fig:x" class="figure"><img src="a.png" alt="A"><figcaption class="caption">${number("Figure 1:")} Whole</figcaption></figure>`,
  ],
  [
    "no caption in a div",
    "::: {#fig:x}\n- A\n:::",
    `<figure id="fig:x" class="figure"><ul><li>A</li></ul><figcaption class="caption">${number("Figure 1")}</figcaption></figure>`,
  ],
  [
    "something else in a div",
    "::: {#fig:x}\n- A\n\nWhole\n:::",
    `<figure id="fig:x" class="figure"><ul><li>A</li></ul><figcaption class="caption">${number("Figure 1:")} Whole</figcaption></figure>`,
  ],
  // Tables
  ["a caption", `${table}\n\n: *Cap*`, `<table><caption><em>Cap</em></caption>${head}`],
  ["with a word", `${table}\n\nTable: Cap`, `<table><caption>Cap</caption>${head}`],
  ["before the table", `: Cap\n\n${table}`, `<table><caption>Cap</caption>${head}`],
  ["right after the table", `${table}\n: Cap`, `<table><caption>Cap</caption>${head}`],
  [
    "of two lines",
    `${table}\n\n: Cap\ntion`,
    `<table><caption>Caption</caption>${head}`.replace("Cap", "Cap"),
  ],
  [
    "with label and class",
    `${table}\n\n: Cap {#tbl:x .wide}`,
    `<table id="tbl:x" class="wide"><caption>${number("Table 1:")} Cap</caption>${head}`,
  ],
  [
    "after a paragraph, which it does not define",
    `Text\n\n: Cap {#tbl:x}\n\n${table}`,
    `<p>Text</p><table id="tbl:x"><caption>${number("Table 1:")} Cap</caption>${head}`,
  ],
  [
    "between two tables, it is the first one's",
    `${table}\n\n: Cap\n\n${table}`,
    `<table><caption>Cap</caption>${head}<table>${head}`,
  ],
  [
    "in a div",
    `::: {#tbl:x}\n${table}\n\n: Cap\n:::`,
    `<div><table id="tbl:x"><caption>${number("Table 1:")} Cap</caption>${head}</div>`,
  ],
  ["a definition stays one", "Term\n: Meaning", "<dl><dt>Term</dt><dd>Meaning</dd></dl>"],
  ["a colon without a table stays text", ": Text", "<p>: Text</p>"],
  // Code
  [
    "an attribute",
    '```js {#lst:x caption="A *b*"}\nc\n```',
    `<figure class="listing" id="lst:x"><figcaption class="caption">${number("Listing 1:")} A <em>b</em></figcaption><pre><code class="language-js">c</code></pre></figure>`,
  ],
  [
    "a paragraph without a label",
    "Listing: A\n\n```js\nc\n```",
    '<figure class="listing"><figcaption class="caption">A</figcaption><pre><code class="language-js">c</code></pre></figure>',
  ],
  [
    "a paragraph before",
    "Listing: A {#lst:x}\n\n```js\nc\n```",
    `<figure class="listing" id="lst:x"><figcaption class="caption">${number("Listing 1:")} A</figcaption><pre><code class="language-js">c</code></pre></figure>`,
  ],
  [
    "a paragraph after",
    "```js\nc\n```\n\n: A {#lst:x}",
    `<figure class="listing" id="lst:x"><figcaption class="caption">${number("Listing 1:")} A</figcaption><pre><code class="language-js">c</code></pre></figure>`,
  ],
  ["other code", "```js {.a}\nc\n```", '<pre><code class="a language-js">c</code></pre>'],
  // Theorems and their like
  [
    "a title",
    "::: theorem A *b* {#thm:x}\nText.\n:::",
    '<div class="statement theorem" id="thm:x"><p><span class="statement-heading"><strong>Theorem 1</strong> (A <em>b</em>).</span> Text.</p></div>',
  ],
  [
    "pandoc's form",
    '::: {.lemma #lem:x .old title="A"}\nText.\n:::',
    '<div class="statement lemma old" id="lem:x"><p><span class="statement-heading"><strong>Lemma 1</strong> (A).</span> Text.</p></div>',
  ],
  [
    "a label alone",
    "::: {#def:x}\nText.\n:::",
    '<div id="def:x" class="statement definition"><p><span class="statement-heading"><strong>Definition 1</strong>.</span> Text.</p></div>',
  ],
  [
    "no paragraph at the start",
    "::: remark\n- A\n:::",
    '<div class="statement remark"><p><span class="statement-heading"><strong>Remark 1</strong>.</span> </p><ul><li>A</li></ul></div>',
  ],
  [
    "without a number",
    "::: {.remark .unnumbered}\nA\n:::",
    '<div class="statement remark unnumbered"><p><span class="statement-heading"><strong>Remark</strong>.</span> A</p></div>',
  ],
  [
    "a proof",
    "::: proof\nA\n:::",
    '<div class="statement proof"><p><span class="statement-heading"><em>Proof</em>.</span> A <span class="qed" role="img" aria-label="End of proof">∎</span></p></div>',
  ],
  [
    "a proof that ends with a list",
    "::: proof Sketch\n- A\n:::",
    '<div class="statement proof"><p><span class="statement-heading"><em>Proof</em> (Sketch).</span> </p><ul><li>A</li></ul><p><span class="qed" role="img" aria-label="End of proof">∎</span></p></div>',
  ],
  [
    "a proof of something",
    "::: proof of @thm:x\nA\n:::\n\n::: {#thm:x}\nB\n:::",
    '<div class="statement proof"><p><span class="statement-heading"><em>Proof of <a href="#thm:x">Theorem 1</a></em>.</span> A <span class="qed" role="img" aria-label="End of proof">∎</span></p></div><div id="thm:x" class="statement theorem"><p><span class="statement-heading"><strong>Theorem 1</strong>.</span> B</p></div>',
  ],
  [
    "counters of their own",
    "::: theorem\nA\n:::\n\n::: lemma\nB\n:::",
    '<div class="statement theorem"><p><span class="statement-heading"><strong>Theorem 1</strong>.</span> A</p></div><div class="statement lemma"><p><span class="statement-heading"><strong>Lemma 1</strong>.</span> B</p></div>',
  ],
  [
    "one counter",
    "::: theorem\nA\n:::\n\n::: lemma\nB\n:::",
    '<div class="statement theorem"><p><span class="statement-heading"><strong>Theorem 1</strong>.</span> A</p></div><div class="statement lemma"><p><span class="statement-heading"><strong>Lemma 2</strong>.</span> B</p></div>',
    { shareTheoremNumbers: true },
  ],
  ["a div of another name", "::: lead\nA\n:::", '<div class="lead"><p>A</p></div>'],
  // Sections
  [
    "sections",
    "## A\n\n### B\n\n### C\n\n## D\n\n#### E\n\n## F {-}\n\n## G {.unnumbered}\n\n## H",
    [
      '<h2 id="a">1 A</h2>',
      '<h3 id="b">1.1 B</h3>',
      '<h3 id="c">1.2 C</h3>',
      '<h2 id="d">2 D</h2>',
      '<h4 id="e">2.1.1 E</h4>',
      '<h2 id="f" class="unnumbered">F</h2>',
      '<h2 class="unnumbered" id="g">G</h2>',
      '<h2 id="h">3 H</h2>',
    ]
      .join("")
      .replaceAll(/>([\d.]+) /g, '><span class="section-number">$1</span> '),
    { numberSections: true },
  ],
  [
    "a first heading of a lower level",
    "### A\n\n## B",
    '<h3 id="a"><span class="section-number">1.1</span> A</h3><h2 id="b"><span class="section-number">2</span> B</h2>',
    { numberSections: true },
  ],
  ["no sections", "## A {-}", '<h2 id="a">A {-}</h2>'],
];

for (const [name, source, html, data] of cases) {
  test(name, () => {
    assert.equal(render(source, { ...data }), { html, warnings: [] });
  });
}

test("a reference within a formula is a number", () => {
  const { html } = render("$a \\overset{\\eqref{eq:x}}{=} b$\n\n$$x$$ {#eq:x}\n\n$$\\text{by \\ref{eq:x}}$$");
  assert.match(html, "<p><math></p>");
});

/** What is wrong, the text of its paragraph or undefined, and the message. */
const wrong: readonly [string, string | undefined, ...string[]][] = [
  [
    "@fig:x\n\n![A](a.png){#fig:y}",
    "fig. fig:x??",
    'a template refers to "fig:x", but nothing on the page has this label. Did you mean "fig:y"?',
  ],
  [
    "[@fig:x; @fig:y]\n\n![A](a.png){#fig:y}",
    "figs. fig:x??, 1",
    'a template refers to "fig:x", but nothing on the page has this label. Did you mean "fig:y"?',
  ],
  [
    "@Thm:x",
    "Theorem thm:x??".replace("thm", "Thm"),
    'a template refers to "Thm:x", but nothing on the page has this label.',
  ],
  [
    "\\eqref{x}\n\n$$a$$ {#eq:y}",
    "(x??)",
    'a template refers to "x", but nothing on the page has this label.',
  ],
  // A text about LaTeX
  ["Use \\ref{x}", "Use \\ref{x}"],
  [
    "A\n\n![A](a.png){#fig:x}\n\n![B](a.png){#fig:x}",
    undefined,
    'the label "fig:x" in a template is a duplicate; references lead to the first one.',
  ],
  [
    "A\n\n$$a$$ {#eq:x}\n\n$$b\\label{x}$$",
    undefined,
    'the label "x" in a template is a duplicate; references lead to the first one.',
  ],
  [
    "A\n\n## A {#sec:x}\n\n## B {#sec:x}",
    undefined,
    'the label "sec:x" in a template is a duplicate; references lead to the first one.',
  ],
  [
    "# A {#fig:x}",
    undefined,
    'the label "fig:x" in a template has no effect there. The label of a figure belongs to an image alone in its paragraph, or a div.',
  ],
  [
    "A ![B](a.png){#fig:x}",
    "A ",
    'the label "fig:x" in a template has no effect there. The label of a figure belongs to an image alone in its paragraph, or a div.',
  ],
  [
    "$a\\label{eq:x}$",
    undefined,
    'the label "eq:x" in a template has no effect there. The label of an equation belongs to a displayed formula, or one of its rows.',
  ],
  [
    "$$\\begin{align}a\\label{y}\\\\b\\end{align}$$ {#eq:x}",
    undefined,
    'the label "eq:x" in a template has no effect there. The label of an equation belongs to a displayed formula, or one of its rows.',
  ],
  [
    "::: theorem {#fig:x}\nA\n:::\n\n@fig:x",
    undefined,
    'the label "fig:x" in a template has no effect there. The label of a figure belongs to an image alone in its paragraph, or a div.',
    'a template refers to "fig:x", but nothing on the page has this label.',
  ],
  [
    "::: theorem {#thm:x}\nA",
    undefined,
    'the div "::: theorem {#thm:x}" in a template has no closing line ":::". It ends with the text around it.',
  ],
];

for (const [source, text, ...messages] of wrong) {
  test(`wrong: ${source.replaceAll("\n", "↵")}`, () => {
    const { html, warnings } = render(source);
    if (text !== undefined) assert.is(/^<p>(.*?)<\/p>/.exec(html)?.[1]?.replaceAll(/<[^>]*>/g, ""), text);
    assert.equal(warnings, messages);
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    assert.is(new Set(ids).size, ids.length);
  });
}

test("a label with an error in its formula shows the author's source", () => {
  const { html } = render("$$\\begin{align}\\nix\\label{x}\\\\b\\end{align}$$");
  assert.match(html, '<code class="formula-error">$$\\begin{align}\\nix\\label{x}\\\\b\\end{align}$$</code>');
});

test("thousands of each, in a time that is linear in their number", () => {
  const secondsFor = (count: number): number => {
    const part = (at: number): string =>
      `![A](a.png){#fig:a${at}}\n\n@fig:a${at} and @fig:b${at}\n\n::: theorem {#thm:a${at}}\nA\n:::\n`;
    const source = Array.from({ length: count }, (_, at) => part(at)).join("\n");
    const start = processorTime();
    assert.match(render(source).html, `fig. ${count}</a>`);
    return (processorTime() - start) / 1000;
  };
  secondsFor(200);
  const [few, many] = [secondsFor(1000), secondsFor(4000)];
  assert.ok(many < 4 * few * 2.5 + 1, `${few} s, and ${many} s for four times as many`);
});

test.run();
