import { suite } from "uvu";
import * as assert from "uvu/assert";
import { mathJaxSettings } from "../../plugin/jekyll/mathjax/index.ts";
import { mathJaxTex } from "../../plugin/utils/mathjax-tex.ts";
import { mathml } from "../../plugin/utils/mathml.ts";
import { config, Site } from "../support/site.ts";

const test = suite("formulas of MathJax");

/** Formulas that Temml can't read, with text that they show in MathJax. */
const formulas: [tex: string, text: string][] = [
  ["\\text{20% of x}", "20% of x"],
  ["\\textbf{Lower %}", "%"],
  ["\\text{a_b & c#1 $x_1$ 3\\%}", "a_b & c#1"],
  ["\\mbox{if } x", "if"],
  ["\\begin{array}{c|c} \\textbf{View %} & \\text{1%} \\\\\\\n2 & 3 \\\\\\\n\\end{array}", "1%"],
  ["\\begin{eqnarray*}a &=& \\frac12 \\\\ c &=& d\\end{eqnarray*}", "d"],
  ["\\begin{eqnarray}a &=& b\\end{eqnarray}", "b"],
  ["\\cases{a & b\\cr c & d}", "d"],
  ["\\pmatrix{a & \\text{50%}\\cr c & d}", "50%"],
  ["\\eqalign{a &= b\\cr c &= d}", "d"],
  ["\\DeclareMathOperator{\\Tr}{Tr}\\Tr x", "Tr"],
  ["\\DeclareMathOperator*\\am{argmax}\\am_x", "argmax"],
  ["\\newcommand{\\R}{ring}\\R", "g"],
  ["\\newcommand\\norm[2]{|#1|_#2}\\norm{u}{v}", "u"],
  ["\\require{cancel}\\cancel{x}", "x"],
  ["\\unicode{x263a}", "☺"],
  ["\\def\\R{ring}\\let\\S=\\R\\S\\text{5%}", "g"],
  ["\\class{mine}{x}\\bbox[5px]{y}", "y"],
];

const textOf = (markup: string): string =>
  markup
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("\u{a0}", " ")
    .replaceAll("&amp;", "&");

test("formulas that only MathJax reads are converted", () => {
  for (const [tex, text] of formulas) {
    for (const display of [false, true]) {
      assert.throws(() => mathml(tex, { display }), undefined, tex);
      assert.ok(textOf(mathml(mathJaxTex(tex, display), { display })).includes(text), tex);
    }
  }
});

test("environments for displayed formulas work within a line", () => {
  for (const name of [
    "align",
    "align*",
    "gather",
    "gather*",
    "multline",
    "equation",
    "equation*",
    "flalign",
  ]) {
    const tex = `\\begin{${name}}a = b\\end{${name}}`;
    assert.throws(() => mathml(tex), undefined, name);
    assert.match(mathml(mathJaxTex(tex, false)), "<mi>b</mi>", name);
    assert.is(mathJaxTex(tex, true), tex);
  }
});

test("other formulas stay", () => {
  for (const tex of [
    "\\frac{a}{b}",
    "a % b",
    "\\text{a}",
    "\\texttt{a}",
    "\\begin{align}a &= b\\end{align}",
    "\\text{a",
  ])
    assert.is(mathJaxTex(tex, true), tex);
});

test("a Jekyll site shows them, and warns of those that MathJax does not read either", async () => {
  const site = new Site({
    "eleventy.config.js": config({ config: "_config.yml" }),
    "_config.yml": "title: Hu\n",
    "a.md":
      "---\ntitle: A\n---\nA line:\n$$\\begin{align*}\na &= \\text{20% of x}\n\\end{align*}$$\n\n$$\\nothing{\\text{5%}}$$\n",
  });
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    const html = site.read("a.html");
    assert.match(textOf(html), "20% of x");
    assert.match(html, "$$\\nothing{\\text{5%}}$$");
    assert.is(output.split("cannot be rendered").length - 1, 1, output);
  } finally {
    site.remove();
  }
});

test("numbers of formulas within a line are shown after them", () => {
  for (const [tex, text] of [
    ["x \\tag{1}", "(1)"],
    ["x \\tag*{A}", "A"],
    ["\\begin{align}a &= b \\tag{2}\\\\ c &= d \\tag{3}\\end{align}", "(3)"],
  ] as const) {
    assert.throws(() => mathml(tex), undefined, tex);
    assert.ok(textOf(mathml(mathJaxTex(tex, false))).includes(text), tex);
  }
});

const folders = `\nexport const config = { dir: { layouts: "_layouts" } };\n`;

/** Builds pages of a Jekyll site; returns the text of each, with formulas as `‹text›`. */
async function pagesOf(
  pages: Record<string, string>,
  { files = {}, options = {} }: { files?: Record<string, string>; options?: object } = {},
): Promise<{ pages: Record<string, string>; output: string }> {
  const site = new Site({
    "eleventy.config.js": `${config({ config: "_config.yml", ...options })}${folders}`,
    "_config.yml": "title: Hu\n",
    ...files,
    ...Object.fromEntries(
      Object.entries(pages).map(([name, text]) => [
        `${name}.md`,
        text.startsWith("---") ? text : `---\nlayout: null\n---\n${text}\n`,
      ]),
    ),
  });
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    const shown = (name: string): string => {
      const html = site.read(`${name}.html`).replaceAll(/<script[\s\S]*?<\/script>/g, "");
      return html
        .replaceAll(/<math[\s\S]*?<\/math>/g, (markup) => `‹${textOf(markup).replaceAll("\u2062", "")}›`)
        .replaceAll(/<[^>]*>/g, "")
        .trim();
    };
    return { pages: Object.fromEntries(Object.keys(pages).map((name) => [name, shown(name)])), output };
  } finally {
    site.remove();
  }
}

/** Texts in which `$…$` is a formula, with what a reader sees: a formula wherever MathJax finds one in Jekyll's output. */
const dollarTexts: [text: string, shown: string][] = [
  ["Let $a_b$ and *c* $d_e$.", "Let ‹ab› and c ‹de›."],
  ["$a*b$ and $c*d$", "‹a*b› and ‹c*d›"],
  ["$\\\\{x\\\\}$ $\\{y\\}$", "‹{x}› ‹{y}›"],
  ["$x\\_i\\*y$", "‹xi*y›"],
  ["$ x $", "‹x›"],
  ["\\$5, $5 to $10, US$5", "$5, $5 to $10, US$5"],
  ["`$x$` and `` $`$ ``", "$x$ and $`$"],
  ["$$u$$ and \\\\(v\\\\) and \\\\[w\\\\]", "‹u› and ‹v› and ‹w›"],
  ["\\begin{align*}\na &= b \\\\\\\\\nc &= d\n\\end{align*}", "‹a=bc=d›"],
  ["one $ only", "one $ only"],
  ["$a\n= b$", "‹a=b›"],
  ["Norm $\\|x\\|$", "Norm ‹‖x‖›"],
];

const numbered = Object.fromEntries(dollarTexts.map(([text], at) => [`p${at}`, text]));

test("formulas between dollars are read as MathJax reads them after kramdown, if the option says so", async () => {
  for (const markdown of ["kramdown", "CommonMark"]) {
    const { pages } = await pagesOf(numbered, {
      files: { "_config.yml": `title: Hu\nmarkdown: ${markdown}\n` },
      options: { math: { dollars: true } },
    });
    for (const [at, [text, shown]] of dollarTexts.entries()) {
      assert.is(pages[`p${at}`]?.replaceAll("∗", "*"), shown, `${markdown}: ${text}`);
    }
  }
  const without = await pagesOf({ a: "Let $a$ and $b$." });
  assert.is(without.pages.a, "Let $a$ and $b$.");
});

const mathJax2 = `<script type="text/x-mathjax-config">
MathJax.Hub.Config({ tex2jax: { inlineMath: [ ['$','$'], ["\\\\(","\\\\)"] ], processEscapes: true } });
</script>`;
const mathJax3 = `<script>MathJax = { tex: { inlineMath: [['\\\\(', '\\\\)'], ['$', '$']], macros: { R: "\\\\mathbb{R}", norm: ["|#1|", 1] } } };</script>`;
const katex = `<script>renderMathInElement(document.body, { delimiters: [{left: "$$", right: "$$", display: true}, {left: "$", right: "$", display: false}] });</script>`;

/** Templates, and the pages on which `$…$` is a formula. */
const templates: [name: string, files: Record<string, string>, dollars: boolean | string[]][] = [
  ["MathJax 2 in a layout", { "_layouts/default.html": mathJax2 }, true],
  ["MathJax 3", { "_layouts/post.html": mathJax3 }, true],
  ["MathJax 4", { "_layouts/a.html": "MathJax = {tex: {inlineMath: {'[+]': [['$', '$']]}}}" }, true],
  ["KaTeX", { "_layouts/default.html": katex }, true],
  ["no dollars", { "_layouts/a.html": "MathJax = {tex: {inlineMath: [['\\\\(', '\\\\)']]}}" }, false],
  ["KaTeX without", { "_layouts/a.html": '{left: "$$", right: "$$", display: true}' }, false],
  ["a comment", { "_layouts/a.html": `<!-- ${mathJax2} -->{% comment %}${katex}{% endcomment %}` }, false],
  ["a condition", { "_layouts/a.html": `{% if page.mathjax %}${mathJax2}{% endif %}` }, ["mathjax"]],
  ["a condition of the site", { "_layouts/a.html": `{% if site.mathjax %}${mathJax2}{% endif %}` }, true],
  ["an else", { "_layouts/a.html": `{% if page.a %}{% else %}${mathJax2}{% endif %}` }, true],
  [
    "an include with a condition",
    {
      "_layouts/a.html": "{%- if page.math or page.katex == true -%}{% include head/math.html %}{% endif %}",
      "_includes/head/math.html": katex,
    },
    ["math", "katex"],
  ],
  [
    "an include of an include",
    {
      "_layouts/a.html": "{% include head.html %}",
      "_includes/head.html": "{% if page.x %}{% endif %}{% include math.html a=b %}",
      "_includes/math.html": mathJax2,
    },
    true,
  ],
  [
    "an include that nothing uses",
    { "_layouts/a.html": "{{ content }}", "_includes/math.html": mathJax2 },
    false,
  ],
  ["includes of each other", { "_includes/a.html": `{% include a.html %}${mathJax2}` }, false],
  [
    "a script",
    {
      "_layouts/a.html": '<script src="{{ site.baseurl }}/js/math.js"></script>',
      "js/math.js": "window.MathJax = { tex: { inlineMath: [['$', '$']] } };",
    },
    true,
  ],
];

test("the settings of MathJax and KaTeX are read from templates", () => {
  for (const [name, files, dollars] of templates)
    assert.equal(mathJaxSettings(new Map(Object.entries(files))).dollars, dollars, name);
  assert.equal(mathJaxSettings(new Map([["_layouts/a.html", mathJax3]])).macros, {
    "\\R": "\\mathbb{R}",
    "\\norm": "|#1|",
  });
});

test("a site's own layout, include or page that sets dollars as delimiters turns them on", async () => {
  const { pages } = await pagesOf(
    {
      own: "---\nlayout: mine\nmath: true\n---\n$a$",
      other: "---\nlayout: mine\n---\n$a$",
      script: `${mathJax2}\n\n$a$`,
    },
    {
      files: {
        "_layouts/mine.html": "{% if page.math %}{% include math.html %}{% endif %}{{ content }}",
        "_includes/math.html": mathJax2,
      },
    },
  );
  assert.equal(pages, { own: "‹a›", other: "$a$", script: "‹a›" });
});

test("the commands that a formula defines last for the later formulas of its page", async () => {
  const { pages, output } = await pagesOf({
    a: "$$\\newcommand{\\ring}{R}\\def\\two#1{#1#1}$$\n\nA $$\\ring$$ and $$\\two{b}$$\n\n$$\\renewcommand\\ring{S} \\ring$$",
    b: "$$\\ring$$",
    c: "$$\\DeclareMathOperator{\\Tr}{Trace}$$ and $$\\Tr x$$ $$\\newcommand{\\R}{ring} \\newcommand\\R{ring} \\R$$",
  });
  assert.is(pages.a?.replaceAll(/\s+/g, " "), "A ‹R› and ‹bb› ‹S›");
  assert.is(pages.b, "$$\\ring$$");
  assert.match(pages.c ?? "", /and ‹Trace.x› ‹ring›/);
  assert.is(output.split("cannot be rendered").length - 1, 1, output);
});

test.run();
