import MarkdownIt from "markdown-it";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { en } from "../../plugin/i18n/strings/en.ts";
import { useAttributes } from "../../plugin/markdown/attributes.ts";
import { ownEnvironment } from "../../plugin/markdown/environment.ts";
import { useFigures } from "../../plugin/markdown/figures.ts";
import { useFootnotes } from "../../plugin/markdown/footnotes.ts";
import { useHeadingIds } from "../../plugin/markdown/headings.ts";
import { useInlineMarks } from "../../plugin/markdown/inline-marks.ts";
import { mathBudget, useMath } from "../../plugin/markdown/math/math.ts";
import { processorTime } from "../support/processor-time.ts";

// Where formulas are, in Eleventy's Markdown: tables of texts, and what a reader sees of them.

const test = suite("formulas in Markdown");

const warnings: string[] = [];
const budget = mathBudget();

function library(html = true): MarkdownIt {
  const md = new MarkdownIt({ html });
  useMath(md, {
    macros: {},
    isKramdown: false,
    stringsOf: () => en,
    budget,
    warn: (message) => void warnings.push(message),
  });
  md.core.ruler.before("normalize", "indigo_environment", ownEnvironment);
  useAttributes(md);
  useInlineMarks(md);
  useHeadingIds(md);
  useFootnotes(md, () => en);
  useFigures(md);
  return md;
}

const md = library();

/** Returns HTML with formulas in text as `‹x›`, and displayed ones as `⟦x⟧`. */
const shown = (html: string): string =>
  html
    .replaceAll(
      /<span class="formula"[^>]*>(<math[\s\S]*?<\/math>)<\/span>/g,
      (_, math: string) => `⟦${words(math)}⟧`,
    )
    .replaceAll(/<math[\s\S]*?<\/math>/g, (math) => `‹${words(math)}›`)
    .trim();

const words = (markup: string): string =>
  markup
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/[\u2061-\u2064]/g, "")
    .replaceAll("\u{a0}", " ");

const render = (text: string, env: object = {}): string => shown(md.render(text, env));

/** Checks what is shown of texts in a paragraph. */
function table(name: string, texts: readonly (readonly [source: string, shown: string])[]): void {
  test(name, () => {
    for (const [source, expected] of texts) assert.is(render(source), `<p>${expected}</p>`, source);
  });
}

table("brackets in text", [
  ["\\(x\\)", "‹x›"],
  ["Of \\( x \\) and \\(y\n= z\\).", "Of ‹x› and ‹y=z›."],
  ["See \\[y\\] here", "See ⟦y⟧ here"],
  ["\\\\(x\\\\) and \\\\[y\\\\]", "\\(x\\) and \\[y\\]"],
  ["`\\(x\\)` and `\\[y\\]`", "<code>\\(x\\)</code> and <code>\\[y\\]</code>"],
  ["\\(a \\text{if \\(b\\)}\\)", "‹aif b›"],
  ["\\(x + (\\) y", "‹x+(› y"],
  ["\\(x", "(x"],
  ["\\(\\) and \\[ \\]", "() and [ ]"],
  ["函数\\(f(x)\\)在\\(x\\)处", "函数‹f(x)›在‹x›处"],
  ["\\(a<b\\) &amp; \\(a\\ b\\)", "‹a&lt;b› &amp; ‹a b›"],
  ["**\\(x\\)** and _\\(y\\)_", "<strong>‹x›</strong> and <em>‹y›</em>"],
  ["[of \\(x\\)](/a)", '<a href="/a">of ‹x›</a>'],
  ["[a](/\\(x\\))", '<a href="/(x)">a</a>'],
  ["\\(X^{**}\\), \\(<E>\\), \\(\\text{``a''}\\)", "‹X∗∗›, ‹&lt;E&gt;›, ‹“a”›"],
  ["hence\\[x = y\\]then", "hence⟦x=y⟧then"],
  ["\\(a_b\\) and \\(c_d\\) \\(e*f\\) *g*", "‹ab› and ‹cd› ‹e∗f› <em>g</em>"],
]);

table("escaped brackets around words, numbers and links stay text", [
  ["\\[sic\\] and \\[1, 2\\] and \\[…\\] and \\[PDF\\]", "[sic] and [1, 2] and […] and [PDF]"],
  ["\\[T\\]he word\\[s\\] a\\[i\\]", "[T]he word[s] a[i]"],
  ["\\[not a link\\](/a) \\[x\\](/a) \\[a\\]: b", "[not a link](/a) [x](/a) [a]: b"],
  ["\\[[a](/b)\\] \\[`c`\\]", '[<a href="/b">a</a>] [<code>c</code>]'],
  ["\\[\\[1,2\\],\\[3,4\\]\\]", "[[1,2],[3,4]]"],
  ["\\[@key\\] \\[^1\\] \\[!NOTE\\]", "[@key] [^1] [!NOTE]"],
  ["\\(see below\\), \\(Clang\\) \\(or so\\)", "(see below), (Clang) (or so)"],
  ["Hu \\(2019\\), \\(Q&A\\), \\(C++\\), \\(foo\\_bar\\)", "Hu (2019), (Q&amp;A), (C++), (foo_bar)"],
  ["two posts \\[[1][1], [2][2]\\]", "two posts [[1][1], [2][2]]"],
  ["\\(A[i][j]\\) and \\(AB\\)", "‹A[i][j]› and ‹AB›"],
  ["\\(1\\) First of \\(1\\)\n\\(ii\\) second", "(1) First of ‹1›\n(ii) second"],
  ["\\(n\\) is even", "‹n› is even"],
  ["\\[又叫 $x$ 的集\\] \\(of $x$ \\)", "[又叫 ‹x› 的集] (of ‹x› )"],
]);

table("dollars by Pandoc's rule", [
  ['$ x $; ($x$); "$x$"', "$ x $; (‹x›); &quot;‹x›&quot;"],
  ["It costs $5 ($x$ dollars)", "It costs $5 (‹x› dollars)"],
  ["US$5 and US$10", "US$5 and US$10"],
  ["5$, or 6$, if [$x$]", "5$, or 6$, if [‹x›]"],
  ['$20 is "$x$" here', "$20 is &quot;‹x›&quot; here"],
  ["$5/$x$ and $p-$adic", "$5/‹x› and ‹p−›adic"],
  ["a price of 5 $ and $x$", "a price of 5 $ and ‹x›"],
  ["5 $\nand 6 $x$", "5 $\nand 6 ‹x›"],
  ["$\nx\n$", "‹x›"],
  ["$20,000 and $30,000", "$20,000 and $30,000"],
  ["$]0,1[$ and $[0,1[$x", "‹]0,1[› and ‹[0,1[›x"],
  ["函数$f(x)$在$x$处", "函数‹f(x)›在‹x›处"],
  ["$f'$, $n!$-th, $O(n)$s, $\\{x\\}$y", "‹f′›, ‹n!›-th, ‹O(n)›s, ‹{x}›y"],
  ["x$y$z", "x‹y›z"],
  ["\\$x\\$ and \\\\$y$", "$x$ and \\‹y›"],
  ["$a\\$b$", "‹a$b›"],
  ["$a\\ $", "‹a ›"],
  ["a $$$x$", "a $$‹x›"],
  ["$$a$$ in $$b$$", "⟦a⟧ in ⟦b⟧"],
  ["$a<b$ and $c>d$", "‹a&lt;b› and ‹c&gt;d›"],
  ["*a $x$*, **$y$**", "<em>a ‹x›</em>, <strong>‹y›</strong>"],
  ["x^2^ $x^2$ ==$y$== H~2~O", "x<sup>2</sup> ‹x2› <mark>‹y›</mark> H<sub>2</sub>O"],
]);

table("dollars and brackets in the text of a formula are part of it", [
  ["$\\text{if $x$}$ and $y$", "‹if x› and ‹y›"],
  ["$\\mbox{if $x$} + \\text{a {$b$} c}$", "‹if x+a b c›"],
  ["$$\\text{if $x$}$$ and $y$", "⟦if x⟧ and ‹y›"],
  ["\\(\\text{$x$ and \\(y\\)}\\)", "‹x and y›"],
  ["$\\text{``a''}$ and $\\text{``b''}$", "‹“a”› and ‹“b”›"],
  ["$\\text{c=d}$ and $x_{a=b}$", "‹c=d› and ‹xa=b›"],
]);

table("code, tags and URLs are no formulas", [
  ["<code>$y$</code> and $z$", "<code>$y$</code> and ‹z›"],
  ["<KBD class='a'>\\(y\\)</KBD> $z$", "<KBD class='a'>(y)</KBD> ‹z›"],
  ["<samp>$x$</samp><tt>$y$</tt>", "<samp>$x$</samp><tt>$y$</tt>"],
  ["a <textarea>$x$</textarea> <script>$x$</script>", "a <textarea>$x$</textarea> <script>$x$</script>"],
  ['<a title="$x$" href="/">$y$</a>', '<a title="$x$" href="/">‹y›</a>'],
  ['costs $5 <a title="for x$" href="/">$y$</a>', 'costs $5 <a title="for x$" href="/">‹y›</a>'],
  ["`<code>` $x$ `</code>`", "<code>&lt;code&gt;</code> ‹x› <code>&lt;/code&gt;</code>"],
  ["US$5, `a$` and $x$", "US$5, <code>a$</code> and ‹x›"],
  ["costs $5 <code>in x$</code>", "costs $5 <code>in x$</code>"],
  ["<em>$y$</em> <b>\\(z\\)</b>", "<em>‹y›</em> <b>‹z›</b>"],
  ["[a](/$y$) and $5 [b](/c$)", '<a href="/$y$">a</a> and $5 <a href="/c$">b</a>'],
  ["<https://a.b/$x$>", '<a href="https://a.b/$x$">https://a.b/$x$</a>'],
  ["https://a.b/?$filter=c&$top=3 and $x$", "https://a.b/?$filter=c&amp;$top=3 and ‹x›"],
]);

test("HTML that is text, as in data, is no code", () => {
  assert.is(shown(library(false).render("<code>$y$</code>")), "<p>&lt;code&gt;‹y›&lt;/code&gt;</p>");
});

/** Whole texts, and what is shown of them. */
const blocks: readonly (readonly [source: string, shown: string])[] = [
  ["$$\na\n\nb\n$$\n\nThen $c$", "<p>⟦ab⟧</p>\n<p>Then ‹c›</p>"],
  ["$$a\n\n\n\\frac{b}{c}$$", "<p>⟦abc⟧</p>"],
  [
    "$$\na\n$$ (eq:a)\n\nand\n\n$$\nb\n$$ (eq:b)\n\n$c$",
    "<p>⟦a⟧ (eq:a)</p>\n<p>and</p>\n<p>⟦b⟧ (eq:b)</p>\n<p>‹c›</p>",
  ],
  ["As $$\na\n$$\n\n= b\n\n$$\nc\n$$", "<p>As ⟦a⟧</p>\n<p>= b</p>\n<p>⟦c⟧</p>"],
  ["\\[\na\n\n= b\n\\]", "<p>⟦a=b⟧</p>"],
  ["\\[\na \\\\[2pt]\nb \\\\(c)\n\\]", "<p>⟦ab(c)⟧</p>"],
  ["$$\na \\\\[2pt]\n\n= b\n$$", "<p>⟦a=b⟧</p>"],
  ["\\(a \\\\[2pt] b\\)", "<p>‹ab›</p>"],
  ["\\[ a + b \\]", "<p>⟦a+b⟧</p>"],
  ["Text\n\\[\na\n\\]\nmore", "<p>Text</p>\n<p>⟦a⟧</p>\n<p>more</p>"],
  ["Text \\[\na\n\\] more", "<p>Text ⟦a⟧ more</p>"],
  ["\\begin{align}\na &= b \\\\\nc &= d\n\\end{align}", "<p>⟦a=bc=d⟧</p>"],
  ["Text\n\\begin{gather*}\na\n\\end{gather*}\nmore", "<p>Text</p>\n<p>⟦a⟧</p>\n<p>more</p>"],
  [
    "\\begin{flalign}a&=b\\end{flalign}\n\n\\begin{displaymath}c\\end{displaymath}",
    "<p>⟦a=b⟧</p>\n<p>⟦c⟧</p>",
  ],
  ["\\begin{center}\na\n\\end{center}", "<p>\\begin{center}\na\n\\end{center}</p>"],
  ["    $$a$$", "<pre><code>$$a$$\n</code></pre>"],
  [
    "```tex\n\\begin{align}a\\end{align}\n$$b$$\n```",
    '<pre><code class="language-tex">\\begin{align}a\\end{align}\n$$b$$\n</code></pre>',
  ],
  [
    "- a\n\n  $$\n  b\n\n  c\n  $$\n\n- d",
    "<ul>\n<li>\n<p>a</p>\n<p>⟦bc⟧</p>\n</li>\n<li>\n<p>d</p>\n</li>\n</ul>",
  ],
  [
    "1. a\n   - \\(b\\)\n\n     \\[\n     c\n     \\]",
    "<ol>\n<li>a\n<ul>\n<li>\n<p>‹b›</p>\n<p>⟦c⟧</p>\n</li>\n</ul>\n</li>\n</ol>",
  ],
  ["> $$\n> a\n>\n> b\n> $$\n\n$c$", "<blockquote>\n<p>⟦ab⟧</p>\n</blockquote>\n<p>‹c›</p>"],
  ["> $$\n> a\n\nb $$", "<blockquote>\n<p>$$\na</p>\n</blockquote>\n<p>b $$</p>"],
  ["# Of $x$ and \\(y\\)", '<h1 id="of-x-and-y">Of ‹x› and ‹y›</h1>'],
  [
    "| $a$ | b |\n| - | - |\n| \\(c\\) | $d$ |",
    "<table>\n<thead>\n<tr>\n<th>‹a›</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>‹c›</td>\n<td>‹d›</td>\n</tr>\n</tbody>\n</table>",
  ],
  ["Term $x$\n: of \\(y\\)", "<dl>\n<dt>Term ‹x›</dt>\n<dd>of ‹y›</dd>\n</dl>"],
  ["$$\r\na\r\n\r\nb\r\n$$\r\n\r\nof \\(x\r\n= y\\)\r\n", "<p>⟦ab⟧</p>\n<p>of ‹x=y›</p>"],
  ["<div>\n\n$x$\n\n</div>", "<div>\n<p>‹x›</p>\n</div>"],
  ["<pre>\n$x$\n\n$y$\n</pre>", "<pre>\n$x$\n\n$y$\n</pre>"],
  ["- \\[x\\] done\n- \\[ \\] open", "<ul>\n<li>[x] done</li>\n<li>[ ] open</li>\n</ul>"],
  ["\\[This is a note in brackets.\\]", "<p>[This is a note in brackets.]</p>"],
  [
    '![of $x^2$](/a.png "With $y$")',
    '<figure class="figure"><img src="/a.png" alt="of x^2"><figcaption class="caption">With ‹y›</figcaption></figure>',
  ],
];

test("formulas on lines of their own, and in blocks", () => {
  for (const [source, expected] of blocks) assert.is(render(source), expected, source);
});

test("an unclosed delimiter takes nothing of the text after it", () => {
  const after = "A word of text.\n\n$$\na\n$$\n\n\\[\nb\n\\]\n\nThen $c$.";
  const shownAfter = render(after);
  for (const start of [
    "$$",
    "$$ a",
    "\\[",
    "\\[ a",
    "\\begin{align}",
    "$$\n\\text{a",
    "a $",
    "\\(",
    "$\\text{",
  ]) {
    const html = render(`${start}\n\n${after}`);
    assert.ok(html.endsWith(shownAfter), `${start}: ${html}`);
  }
  const long = `$$\n${"a + b\n\n".repeat(200)}$$\n\nThen $c$.`;
  assert.match(render(long), /^<p>\$\$\na \+ b<\/p>[\s\S]*<p>Then ‹c›\.<\/p>$/);
});

test("macros last through a page, in its order", () => {
  const env = { page: { url: "/a/", inputPath: "a.md" } };
  const text = [
    "$\\newcommand{\\R}{\\mathbb{R}}$\n$\\def\\two#1{#1#1}$",
    "$$\n\\newcommand{\\pp}[2][2]{(#2)_{#1}}\n\\DeclareMathOperator{\\Tr}{Trace}\n$$",
    "\\(\\R\\), $\\two{b}$, $\\pp{x}$, $\\pp[q]{x}$[^1]",
    '![A](/a.png "Of $\\R$")',
    "> $\\renewcommand{\\R}{S}\\R$\n>\n> $\\let\\T=\\R \\T$",
    "[^1]: Note $\\R$, $\\Tr x$.",
  ].join("\n\n");
  const html = render(text, env).replaceAll(/<sup[\s\S]*?<\/sup>| <a class="footnote-back[\s\S]*?<\/a>/g, "");
  assert.match(html, /^\s*<p>‹ℝ›, ‹bb›, ‹\(x\)2›, ‹\(x\)q›<\/p>/);
  assert.match(html, "Of ‹ℝ›</figcaption>");
  assert.match(html, "<p>‹S›</p>\n<p>‹S›</p>");
  assert.match(html, "Note ‹S›, ‹Tracex›.");
  assert.equal(warnings, []);
  // A later text of the page, another page, a text without a page, and the next build.
  assert.is(render("$\\R$", env), "<p>‹S›</p>");
  for (const other of [{ page: { url: "/b/", inputPath: "b.md" } }, {}]) {
    assert.match(render("$\\pp{x}$", other), "formula-error");
    assert.is(render("$\\R$", other), "<p>‹ℝ›</p>");
  }
  budget.clear();
  assert.match(render("$\\pp{x}$", env), "formula-error");
  warnings.length = 0;
});

test("a formula with labels has them in its token, and its TeX as the content", () => {
  const tokens = md.parse(
    "$$\na \\label{eq:a}\n$$\n\n\\begin{align}\nb \\label{eq:b} \\\\\nc \\label{.c}\n\\end{align}\n\n\\[d\\label{d}\\] in \\(e\\)",
    {},
  );
  const formulas = tokens
    .flatMap((token) => [token, ...(token.children ?? [])])
    .filter(({ type }) => type.startsWith("math_"))
    .map(({ type, content, markup, meta }) => [type, content.trim(), markup, meta]);
  assert.equal(formulas, [
    ["math_block", "a \\label{eq:a}", "$$", { labels: ["eq:a"] }],
    [
      "math_block",
      "\\begin{align}\nb \\label{eq:b} \\\\\nc \\label{.c}\n\\end{align}",
      "",
      { labels: ["eq:b", ".c"] },
    ],
    ["math_inline", "d\\label{d}", "\\[", { isDisplayed: true, labels: ["d"] }],
    ["math_inline", "e", "\\(", null],
  ]);
});

const repeated =
  (...parts: string[]) =>
  (length: number): string =>
    parts.map((part) => part.repeat(Math.ceil(length / parts.length / part.length))).join("");

/** Texts that would take quadratic time if each delimiter looked for its end anew. */
const hostile: Record<string, (length: number) => string> = {
  dollars: repeated("$"),
  "dollars and words": repeated("$a "),
  "words and dollars": repeated("a$"),
  parentheses: repeated("\\("),
  brackets: repeated("\\["),
  "bracket lines": repeated("\\[\n"),
  "bracket paragraphs": repeated("\\[\n\n"),
  "brackets and ends": repeated("\\[ a", "\\]"),
  environments: repeated("\\begin{align}\n"),
  "texts in texts": repeated("$\\text{", "}"),
  "texts open": repeated("$\\text{"),
  "display and text": repeated("$$\\text{\n"),
  "display paragraphs": repeated("$$\na\n\n"),
  "display words": repeated("$$a b\n\nxx\n\n"),
  "code elements": repeated("<code>$"),
  backticks: repeated("$`"),
  "tags open": repeated('<a b="$'),
  urls: repeated("http://a$"),
  spaces: (length) => `$x${" ".repeat(length)}y$`,
  backslashes: (length) => `$a${"\\".repeat(length)} $`,
  braces: repeated("${"),
};

test("long texts take linear time", () => {
  for (const [name, text] of Object.entries(hostile)) {
    const start = processorTime();
    md.render(text(100_000), { page: { url: `/${name}/` } });
    const time = processorTime() - start;
    assert.ok(time < 3000, `${name}: ${Math.round(time)} ms`);
  }
  warnings.length = 0;
});

test.run();
