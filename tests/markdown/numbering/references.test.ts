import { suite } from "uvu";
import * as assert from "uvu/assert";
import { render, textOf } from "./render.ts";

const test = suite("numbers and references in Markdown");

/** One or two of each kind. Their numbers follow from their order. */
const things = `
![One](a.png){#fig:a}

![Two](a.png){#fig:b}

::: {#fig:c}
![p](a.png){#fig:p}
![q](a.png){#fig:q}
![r](a.png){#fig:r}
![s](a.png)

Whole
:::

![Four](a.png){#fig:d}

$$a$$ {#eq:a}

$$b \\label{b}$$

$$c \\tag{X} \\label{eq:c}$$

| A |
| --- |
| 1 |

: T {#tbl:t}

\`\`\`{#lst:l caption="L"}
\`\`\`

::: theorem {#thm:a}
A
:::

::: lemma {#lem:a}
A
:::

::: theorem {#thm:b}
A
:::

## One {#sec:one}

### Sub *one*
`;

/** What is in the text, and its text on the page. Numbers as by the rules of pandoc-crossref's manual and its Refs.hs. */
const shown: readonly [string, string][] = [
  // One
  ["@fig:a", "fig. 1"],
  ["@Fig:a", "Fig. 1"],
  ["-@fig:b", "2"],
  ["[@fig:a]", "fig. 1"],
  ["[-@fig:a]", "1"],
  ["[Image @fig:a]", "Image 1"],
  ["[*Image* @fig:a]", "Image 1"],
  ["[@fig:a, left]", "fig. 1, left"],
  ["@fig:a.", "fig. 1."],
  ["(@fig:a)", "(fig. 1)"],
  ["@fig:p", "fig. 3 (a)"],
  ["@{fig:a}", "fig. 1"],
  ["@eq:b", "eq. 2"],
  ["@eq:c", "eq. X"],
  ["@tbl:t", "tbl. 1"],
  ["@lst:l", "lst. 1"],
  ["@thm:b", "Theorem 2"],
  ["@lem:a", "Lemma 1"],
  ["@Lem:a", "Lemma 1"],
  // Several
  ["[@fig:a; @fig:b]", "figs. 1, 2"],
  ["[@fig:b; @fig:a]", "figs. 1, 2"],
  ["[@fig:a; @fig:b; @fig:c]", "figs. 1–3"],
  ["[@fig:d; @fig:c; @fig:a; @fig:b]", "figs. 1–4"],
  ["[@fig:a; @fig:c; @fig:d]", "figs. 1, 3, 4"],
  ["[@fig:a; @fig:a]", "figs. 1"],
  ["[@Fig:a; @fig:b]", "Figs. 1, 2"],
  ["[@fig:a; @Fig:b]", "figs. 1, 2"],
  ["[@fig:p; @fig:q; @fig:r]", "figs. 3 (a)–3 (c)"],
  ["[@fig:p; @fig:r]", "figs. 3 (a), 3 (c)"],
  ["[@fig:c; @fig:p]", "figs. 3, 3 (a)"],
  ["[@thm:a; @thm:b]", "Theorems 1, 2"],
  ["[@fig:a; @fig:b, left; @fig:c]", "figs. 1, 2, left, 3"],
  // Kinds, words and numbers in groups
  ["[@fig:a; @tbl:t; @fig:b]", "fig. 1, tbl. 1, fig. 2"],
  ["[@fig:a; @fig:b; @eq:a; @eq:b]", "figs. 1, 2, eqns. 1, 2"],
  ["[@thm:a; @lem:a; @thm:b]", "Theorem 1, Lemma 1, Theorem 2"],
  ["[A @fig:a; A @fig:b; B @fig:c]", "A 1, 2, B 3"],
  ["[-@fig:a; @fig:b; -@fig:c]", "1, fig. 2, 3"],
  ["[-@fig:a; -@fig:b; -@fig:c]", "1–3"],
  // LaTeX
  ["\\ref{eq:a}", "1"],
  ["\\eqref{eq:a}", "(1)"],
  ["\\eqref{b}", "(2)"],
  ["\\eqref{eq:b}", "(2)"],
  ["\\eqref{c}", "(X)"],
  ["\\ref{fig:a}", "1"],
  ["\\ref{sec:one}", "One"],
  ["\\cref{fig:a}", "fig. 1"],
  ["\\Cref{fig:a,fig:b}", "Figs. 1, 2"],
  ["\\cref{fig:a,fig:b,fig:c,eq:a}", "figs. 1–3, eq. 1"],
  ["\\autoref{fig:a}", "Fig. 1"],
  // Sections without numbers
  ["@sec:one", "One"],
  ["@sec:sub-one", "Sub one"],
  ["[@sec:one; @sec:sub-one]", "One, Sub one"],
  ["[Section @sec:one]", "Section One"],
  // No references
  ["`@fig:a`", "@fig:a"],
  ["a@fig:a", "a@fig:a"],
  ["\\@fig:a", "@fig:a"],
  ["@figa", "@figa"],
  ["@fig", "@fig"],
  ["@nofig:a", "@nofig:a"],
  ["[@fig:a](u)", "fig. 1"],
  ["[fig]", "[fig]"],
  ["\\reference{x}", "\\reference{x}"],
  ["`\\ref{eq:a}`", "\\ref{eq:a}"],
];

for (const [source, text] of shown) {
  test(source, () => {
    const { html, warnings } = render(`${source}\n${things}`);
    assert.is(textOf(/^<p>(.*?)<\/p>/.exec(html)?.[1] ?? ""), text);
    assert.equal(warnings, []);
  });
}

/** Source and HTML. */
const markup: readonly [string, string][] = [
  ["@fig:a", '<a href="#fig:a">fig. 1</a>'],
  ["[Image @fig:a]", '<a href="#fig:a">Image 1</a>'],
  ["[*I* @fig:a]", '<a href="#fig:a"><em>I</em> 1</a>'],
  [
    "[@fig:a; @fig:b]",
    'figs. <a href="#fig:a" aria-label="fig. 1">1</a>, <a href="#fig:b" aria-label="fig. 2">2</a>',
  ],
  ["\\eqref{eq:a}", '<a href="#eq:a">(1)</a>'],
  ["@sec:sub-one", '<a href="#sub-one">Sub <em>one</em></a>'],
  // A link in a link would not be valid.
  ["[see @fig:a](u)", '<a href="u">see fig. 1</a>'],
];

for (const [source, html] of markup) {
  test(`the HTML of ${source}`, () => {
    assert.is(/^<p>(.*?)<\/p>/.exec(render(`${source}\n${things}`).html)?.[1], html);
  });
}

test("references work in headings, captions, lists, tables, quotations and footnotes", () => {
  const { html } = render(
    `# On @fig:a\n\n- @fig:a\n\n> @fig:a\n\n| @fig:a |\n| --- |\n| 1 |\n\n: Of @fig:a\n\n![@fig:a](x.png){#fig:x}\n\nA[^1] b^[@fig:a]\n\n[^1]: @fig:a\n\n${things}`,
  );
  assert.is(html.split('<a href="#fig:a">fig. 2</a>').length - 1, 8);
  assert.match(html, '<h1 id="on">On');
  assert.match(html, 'alt="fig. 2"');
});

test("a key of a work is cited, unless something on the page has this label", () => {
  assert.match(
    render("@fig:w and [@fig:w; @fig:a]\n\n![A](a.png){#fig:a}", { works: ["fig:w"] }).html,
    "<p>@fig:w and [@fig:w], <a",
  );
  assert.match(render("@fig:w\n\n![A](a.png){#fig:w}", { works: ["fig:w"] }).html, ">fig. 1</a>");
});

test.run();
