import { suite } from "uvu";
import * as assert from "uvu/assert";
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

test.run();
