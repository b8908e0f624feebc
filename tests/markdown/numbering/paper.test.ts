import { suite } from "uvu";
import * as assert from "uvu/assert";
import { render, textOf } from "./render.ts";

const test = suite("a paper of forty numbers and references");

// The numbers are written by hand, from the rules of pandoc-crossref: only what has a label is counted, each kind by itself; parts
// of a figure have letters in its number; neighbours of one kind share a word, are in the order of the page, and three or more
// in a row are a range. Tags, and rows with a label, are LaTeX's. A section without a number is named by its text. With `numberSections`, sections are counted by level. Theorems have Quarto's prefixes.

const paper = `
## Introduction {#sec:intro}

R1: [@fig:loom; @fig:mill; @fig:store; @fig:press].
R2: @eq:sum in @sec:theory.
R3: @Tbl:times and [@lst:sieve; @lst:table].
R4: [@eq:rec; @eq:sum; @eq:bound].
R5: [@fig:press; @tbl:sizes; @fig:loom].

![The loom](a.png){#fig:loom}

An image without a label is not counted:

![A view](a.png "A view")

## Theory {#sec:theory}

### Sums {#sec:sums}

$$s = \\sum_k k$$ {#eq:sum}

$$\\text{not counted}$$

$$
\\begin{align}
b_0 &= 1 \\label{rec} \\\\
b_n &= b_{n-1} \\nonumber \\\\
b_n &\\le 1 \\label{eq:bound}
\\end{align}
$$

::: definition {#def:number}
R6: By \\eqref{rec}, a number.
:::

::: lemma Bound {#lem:bound}
R7: As [-@eq:bound] says.
:::

::: theorem Main {#thm:main}
R8: By @lem:bound and @def:number.
:::

::: proof
R9: Use [@thm:main; @lem:bound; @lem:last].
:::

::: lemma {#lem:last}
A.
:::

### Products {#sec:products}

$$p \\tag{P}$$ {#eq:product}

$$q$$ {#eq:last}

R10: [@eq:last; @eq:product], \\ref{eq:product}, [Equations @eq:sum; Equations @eq:rec; Equations @eq:bound].

## Engine {#sec:engine}

::: {#fig:engine}
![The mill](a.png){#fig:mill}
![The store](a.png){#fig:store}

![The cards](a.png)

The engine
:::

![The press](a.png){#fig:press}

| A |
| --- |
| 1 |

: Times {#tbl:times}

| A |
| --- |
| 1 |

: Not counted

Table: Sizes {#tbl:sizes}

| A |
| --- |
| 1 |

\`\`\`{#lst:sieve .js caption="A sieve"}
\`\`\`

Listing: A table {#lst:table}

\`\`\`js
\`\`\`

R11: [@sec:intro; @sec:theory; @sec:engine], [@sec:sums; @sec:products], @sec:free.
R12: [@fig:engine; @fig:mill], [@fig:mill; @fig:store], -@fig:store.

## Free {#sec:free .unnumbered}

R13: [@fig:engine; @fig:press; @fig:loom], [@fig:loom; -@fig:engine; @fig:press].
R14: [@Fig:loom; @fig:press] and [Image @fig:loom; Image @fig:press; @fig:engine].

## End {#sec:end}

R15: @sec:end[^1]

[^1]: R16: @eq:last.
`;

const references: readonly [string, string][] = [
  ["R1", "figs. 1, 2 (a), 2 (b), 3."],
  ["R2", "eq. 1 in sec. 2."],
  ["R3", "Tbl. 1 and lsts. 1, 2."],
  ["R4", "eqns. 1–3."],
  ["R5", "fig. 3, tbl. 2, fig. 1."],
  ["R6", "By (2), a number."],
  ["R7", "As 3 says."],
  ["R8", "By Lemma 1 and Definition 1."],
  ["R9", "Use Theorem 1, Lemmas 1, 2."],
  ["R10", "eqns. P, 4, P, Equations 1–3."],
  ["R11", "secs. 1–3, secs. 2.1, 2.2, Free."],
  ["R12", "figs. 2, 2 (a), figs. 2 (a), 2 (b), 2 (b)."],
  ["R13", "figs. 1–3, fig. 1, 2, fig. 3."],
  ["R14", "Figs. 1, 3 and Image 1, 3, fig. 2."],
  ["R15", "sec. 4"],
  ["R16", "eq. 4."],
];

const captions = [
  "Figure 1: The loom",
  "A view",
  "(a) The mill",
  "(b) The store",
  "(c) The cards",
  "Figure 2: The engine",
  "Figure 3: The press",
  "Table 1: Times",
  "Not counted",
  "Table 2: Sizes",
  "Listing 1: A sieve",
  "Listing 2: A table",
];

const headings = ["1 Introduction", "2 Theory", "2.1 Sums", "2.2 Products", "3 Engine", "Free", "4 End"];

const statements = ["Definition 1.", "Lemma 1 (Bound).", "Theorem 1 (Main).", "Proof.", "Lemma 2."];

const { html, warnings } = render(paper, { numberSections: true });
const all = (pattern: RegExp): string[] => [...html.matchAll(pattern)].map(([, inner = ""]) => textOf(inner));

test("it has forty things and more, and no mistakes", () => {
  assert.equal(warnings, []);
  assert.ok(references.length + captions.length + headings.length + statements.length >= 40);
  // Every link leads to something.
  for (const [, id = ""] of html.matchAll(/href="#([^"]*)"/g))
    assert.match(html, new RegExp(` id="${id}"|<math[^<>]* ${id} `));
});

for (const [name, text] of references) {
  test(`${name}: ${text}`, () => {
    const found = new RegExp(`${name}: (.*?)(?=R\\d+: |</p>|<sup| <a href="#fnref)`).exec(
      html.replaceAll("</strong>", ""),
    )?.[1];
    assert.is(
      textOf(found ?? "")
        .replace(/∎|↩\ufe0e/, "")
        .trim(),
      text,
    );
  });
}

test("captions", () => assert.equal(all(/<(?:fig)?caption[^>]*>(.*?)<\/(?:fig)?caption>/g), captions));

test("headings", () => assert.equal(all(/<h\d[^>]*>(.*?)<\/h\d>/g), headings));

test("theorems and their like", () =>
  assert.equal(all(/<span class="statement-heading">(.*?)<\/span>/g), statements));

test("equations", () => {
  assert.equal(all(/<span class="equation-number">(.*?)<\/span>/g), ["(1)", "(P)", "(4)"]);
  assert.match(html, "<math eq:rec (2) eq:bound (3)>");
});

test.run();
