import MarkdownIt from "markdown-it";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { useAttributes } from "../../plugin/markdown/attributes.ts";
import { useDivs } from "../../plugin/markdown/divs.ts";

const test = suite("divs in Markdown");

function render(source: string): { html: string; warnings: string[] } {
  const md = MarkdownIt({ html: true });
  const warnings: string[] = [];
  useAttributes(md);
  useDivs(md, (message) => warnings.push(message));
  return { html: md.render(source).replaceAll("\n", ""), warnings };
}

/** Name, Markdown, HTML without line breaks. */
const cases: readonly [string, string, string][] = [
  ["a name", "::: lead\nText\n:::", '<div class="lead"><p>Text</p></div>'],
  ["a class", "::: {.lead}\nText\n:::", '<div class="lead"><p>Text</p></div>'],
  [
    "id, classes and others",
    "::: {#a .lead .wide lang=fr}\nText\n:::",
    '<div class="lead wide" id="a" lang="fr"><p>Text</p></div>',
  ],
  ["a name and attributes", "::: lead {#a .b}\nT\n:::", '<div class="lead b" id="a"><p>T</p></div>'],
  ["an attribute that runs a script", "::: lead {onclick=a}\nT\n:::", '<div class="lead"><p>T</p></div>'],
  ["colons at the end of the line", "::: lead :::\nT\n:::", '<div class="lead"><p>T</p></div>'],
  ["more colons", ":::::: lead\nT\n::::", '<div class="lead"><p>T</p></div>'],
  [
    "one in another",
    "::: a\n::: b\nT\n:::\nU\n:::\nV",
    '<div class="a"><div class="b"><p>T</p></div><p>U</p></div><p>V</p>',
  ],
  [
    "after and before a paragraph",
    "One\n::: a\nTwo\n:::\nThree",
    '<p>One</p><div class="a"><p>Two</p></div><p>Three</p>',
  ],
  ["in a list", "- ::: a\n  T\n  :::\n- U", '<ul><li><div class="a"><p>T</p></div></li><li>U</li></ul>'],
  ["in a quotation", "> ::: a\n> T\n> :::", '<blockquote><div class="a"><p>T</p></div></blockquote>'],
  ["with a list", "::: a\n- T\n:::\nU", '<div class="a"><ul><li>T</li></ul></div><p>U</p>'],
  [
    "with code that has colons",
    "::: a\n```\n:::\n```\n:::",
    '<div class="a"><pre><code>:::</code></pre></div>',
  ],
  ["with indented code", "::: a\n\n    :::\n\n:::", '<div class="a"><pre><code>:::</code></pre></div>'],
  ["empty", "::: a\n:::", '<div class="a"></div>'],
  ["a heading with attributes", "::: a\n## B {#c}\n:::", '<div class="a"><h2 id="c">B</h2></div>'],
  ["a paragraph with attributes", "::: a\nT\n{.c}\n:::", '<div class="a"><p class="c">T</p></div>'],
  ["colons alone", "a\n\n:::\n\nb", "<p>a</p><p>:::</p><p>b</p>"],
  ["colons in text", "a ::: b", "<p>a ::: b</p>"],
  ["two colons", ":: a\nb", "<p>:: ab</p>"],
  ["no name", "::: 1, 2\nb", "<p>::: 1, 2b</p>"],
  ["in code", "```\n::: a\n:::\n```", "<pre><code>::: a:::</code></pre>"],
];

for (const [name, markdown, html] of cases) {
  test(name, () => {
    assert.equal(render(markdown), { html, warnings: [] });
  });
}

test("a div without an end ends with the text, and a message names it", () => {
  const { html, warnings } = render("::: lead {#a}\nText\n\nMore");
  assert.is(html, '<div class="lead" id="a"><p>Text</p><p>More</p></div>');
  assert.equal(warnings, [
    'the div "::: lead {#a}" in a template has no closing line ":::". It ends with the text around it.',
  ]);
});

test("ten thousand divs without an end", () => {
  assert.match(render("::: a\n".repeat(10_000)).html, /^<div class="a">/);
});

test.run();
