import { codeCell, markdownCell, notebook, shown } from "./notebook.ts";
import { config, page } from "./site.ts";

const curve =
  '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><path fill="#084" d="M0 40 80 0v40z"/></svg>\n';

/** A text with each thing that Markdown can have, in an order in which it is read with ease. */
const everything = `We show @thm:primes with @fig:curve and [@eq:sum; @eq:first], as [@engines] does.[^1] See [the talk](/talks/).

## Formulas

$\\newcommand{\\R}{\\mathbb{R}}$ For all $x \\in \\R$, \\(x^2 \\ge 0\\).

$$
s = \\sum_{k=0}^n k
$$ {#eq:sum}

\\begin{align}
a &= b + c \\label{eq:first} \\\\
  &= d \\nonumber
\\end{align}

::: theorem Euclid {#thm:primes}
There are infinitely many primes.
:::

::: proof
Multiply those that you know, and add one.
:::

## Figures

![A rising line](/assets/curve.svg "A line in *green*"){#fig:curve}

| Method | Score |
| :--- | ---: |
| Ours | 98 |
| Others | 97 |

: The score of each method {#tbl:scores}

::: gallery
![A rising line](/assets/curve.svg "One")
![The same line](/assets/curve.svg "Two")
:::

## Code

\`\`\`js title="mean.js" {2} lineNumbers ins={3}
function mean(values) {
  return sum(values) / values.length;
}
\`\`\`

## Blocks

Some words. [A note beside them.]{.margin}

::: tabs Language
::: tab One
First.
:::
::: tab Two
Second.
:::
:::

::: steps
1. Weave.
2. Compute.
:::

::: cards
::: card Talks {href=/talks/}
All talks.
:::
::: card Teaching {href=/teaching/}
All courses.
:::
:::

::: details More
What is folded.
:::

::: tip
Check by hand.
:::

![A film](/assets/film.mp4){poster=/assets/curve.svg}

![A talk at another host](https://www.youtube.com/watch?v=abcdefghijk)

- [x] done
- [ ] open

[^1]: As a footnote beside the text.
`;

const post = (title: string, date: string, more = ""): string =>
  `---\ntitle: ${title}\ndescription: On ${title.toLowerCase()}\ndate: ${date}\nlayout: post\ntags: [posts, looms]\ncategory: blog\n${more}---\nWords on ${title.toLowerCase()}.\n`;

/** The files of a site that uses everything that authors write, with archives, a map of talks, a schedule and a CV. */
export const writingSite: Readonly<Record<string, string>> = {
  "eleventy.config.js": config({
    title: "Analytical Lab",
    bio: "We weave numbers",
    description: "A laboratory of looms",
    url: "https://writing.example.org",
    footnotes: "side",
    toc: "side",
    archives: true,
    notebooks: true,
    footer: { license: "CC-BY-4.0", links: [{ label: "Imprint", url: "/imprint/" }] },
    navigation: ["home", "blog", { label: "Work", items: ["publications", "talks", "teaching", "cv"] }],
    sections: {
      talks: { map: true, calendar: true },
      teaching: { calendar: true },
      cv: { publications: "all by year" },
    },
  }),
  "assets/curve.svg": curve,
  "assets/film.mp4": "",
  "publications.bib":
    "@article{engines, title = {Engines}, author = {Lovelace, Ada}, journal = {Looms}, year = 1843, doi = {10.1000/1}}\n",
  "paper.md": page("Everything", everything).replace(
    "layout: page",
    "layout: page\ntoc: side\ndescription: All of it\nnumberSections: true",
  ),
  "imprint.md": page("Imprint", "Who we are.").replace(
    "layout: page",
    "layout: page\ndescription: Who we are",
  ),
  "posts/one.md": post("The first part", "2024-03-05", "series: Engines\nupdated: 2024-05-03\n"),
  "posts/two.md": post("The second part", "2025-03-05", "series: Engines\n"),
  "posts/book.ipynb": notebook(
    [
      markdownCell(
        "---\ntitle: A notebook\ndescription: On curves\ndate: 2024-06-01\nlayout: post\ntags: posts\n---\n## Curves\n\nThe sum is $s$, see [@engines].",
      ),
      codeCell("import math\nmath.pi", [shown({ "text/plain": "3.14159" })]),
      codeCell("plot()", [shown({ "image/svg+xml": curve })]),
      codeCell("table", [shown({ "text/html": "<table><tr><th>a</th></tr><tr><td>1</td></tr></table>" })]),
    ],
    {},
  ),
  "talks.yaml":
    '- { title: Weaving algebra, date: 2050-05-02, time: "14:00", place: London, coordinates: [51.51, -0.13] }\n- { title: Old engines, date: 2020-05-02, place: Paris, coordinates: [48.86, 2.35] }\n',
  "teaching.yaml":
    '- { title: Engines, code: CS 101, schedule: [{ week: 1, date: 2050-09-02, topic: What engines are, reading: "Babbage, *On machinery*", due: Problem set 1 }] }\n',
  "cv.yaml": `cv:
  name: Ada Lovelace
  email: ada@writing.example.org
  sections:
    Experience:
      - { company: Analytical Lab, position: Head, start_date: 1842-01, end_date: present, highlights: [Wrote *programs*] }
    Notes:
      - Words on engines.
`,
};
