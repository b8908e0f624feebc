import MarkdownIt from "markdown-it";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { useAttributes } from "../../plugin/markdown/attributes.ts";
import { useInlineMarks } from "../../plugin/markdown/inline-marks.ts";
import { useTasks } from "../../plugin/markdown/tasks.ts";

// What authors who know pandoc or GitHub write, on Eleventy's own ground.

const test = suite("attributes, marks and tasks in Markdown");

function render(source: string): string {
  const md = MarkdownIt({ html: true });
  useAttributes(md);
  useInlineMarks(md);
  useTasks(md);
  return md.render(source).trim();
}

/** Name, Markdown, HTML. */
const cases: readonly [string, string, string][] = [
  ["a class and id of a heading", "## Title {#own .wide}", '<h2 id="own" class="wide">Title</h2>'],
  [
    "an id of a heading at the end of a quotation",
    "> ## Title {#own}",
    '<blockquote>\n<h2 id="own">Title</h2>\n</blockquote>',
  ],
  ["a width of an image", "![x](a.png){width=300}", '<p><img src="a.png" alt="x" width="300"></p>'],
  ["a class of a word", "An *old*{.name} word", '<p>An <em class="name">old</em> word</p>'],
  ["a language of code", "`mot`{lang=fr}", '<p><code lang="fr">mot</code></p>'],
  ["a link", "[go](/a){.button rel=next}", '<p><a href="/a" class="button" rel="next">go</a></p>'],
  ["a value in quotes", '*a*{title="b c"}', '<p><em title="b c">a</em></p>'],
  ["a paragraph", "Text\n{.lead}", '<p class="lead">Text</p>'],
  ["a list", "- a\n- b\n{.plain}", '<ul class="plain">\n<li>a</li>\n<li>b</li>\n</ul>'],
  ["data and aria", "*a*{data-x=1 aria-label=b}", '<p><em data-x="1" aria-label="b">a</em></p>'],
  ["an attribute that runs a script", "*a*{onclick=b}", "<p><em>a</em></p>"],
  ["a style", '*a*{style="color:red" .b}', '<p><em class="b">a</em></p>'],
  ["a link that is none", "![x](a.png){src=b.png}", '<p><img src="a.png" alt="x"></p>'],
  ["a set", "The set {a, b}", "<p>The set {a, b}</p>"],
  ["a definition of a set", "f(x) = {x : x > 0}", "<p>f(x) = {x : x &gt; 0}</p>"],
  ["a word in braces", "Use {braces}", "<p>Use {braces}</p>"],
  ["a heading with a set", "# Set {x, y}", "<h1>Set {x, y}</h1>"],
  ["braces after a backslash", "*a*\\{.b}", "<p><em>a</em>{.b}</p>"],
  ["braces in code", "`{.a}` x", "<p><code>{.a}</code> x</p>"],
  [
    "a block of code",
    "```js\nlet a = {.b};\n```",
    '<pre><code class="language-js">let a = {.b};\n</code></pre>',
  ],
  ["indented code", "    {.a}", "<pre><code>{.a}\n</code></pre>"],
  ["a line of HTML", '<div data-a="{.b}">x</div>', '<div data-a="{.b}">x</div>'],
  ["an element of HTML", 'a <b title="{.b}">x</b> c', '<p>a <b title="{.b}">x</b> c</p>'],
  ["a URL", "[a](/x{.b}y) c", '<p><a href="/x%7B.b%7Dy">a</a> c</p>'],
  ["in the middle of a text", "One {.two} three", "<p>One {.two} three</p>"],
  ["empty braces", "*a*{}", "<p><em>a</em>{}</p>"],
  [
    "a list that starts with another number",
    "3. *a*{.b}",
    '<ol start="3">\n<li><em class="b">a</em></li>\n</ol>',
  ],
  ["doubled braces", "*a*{{.b}}", "<p><em>a</em>{{.b}}</p>"],
  ["a subscript and a superscript", "H~2~O, x^2^", "<p>H<sub>2</sub>O, x<sup>2</sup></p>"],
  ["tildes and carets that are none", "5~10 and 6~8, a^b and c^d", "<p>5~10 and 6~8, a^b and c^d</p>"],
  ["struck out", "~~a~~ b", "<p><s>a</s> b</p>"],
  ["a mark", "==a b== c", "<p><mark>a b</mark> c</p>"],
  ["signs of equality", "a == b, c == d", "<p>a == b, c == d</p>"],
  ["a definition", "Term\n: Meaning", "<dl>\n<dt>Term</dt>\n<dd>Meaning</dd>\n</dl>"],
  [
    "tasks",
    "- [ ] open\n- [x] done\n- other",
    '<ul class="task-list">\n<li class="task-list-item"><label><input type="checkbox" class="task-list-item-checkbox" disabled>open</label></li>\n<li class="task-list-item"><label><input type="checkbox" class="task-list-item-checkbox" disabled checked>done</label></li>\n<li>other</li>\n</ul>',
  ],
  ["a link that looks like a task", "- [x](/a) b", '<ul>\n<li><a href="/a">x</a> b</li>\n</ul>'],
  ["a box in the middle", "- a [ ] b", "<ul>\n<li>a [ ] b</li>\n</ul>"],
];

for (const [name, source, html] of cases) test(name, () => assert.is(render(source), html));

test("plugins of the author's own take precedence", () => {
  const md = MarkdownIt();
  md.inline.ruler.push("sub", () => false);
  useInlineMarks(md);
  assert.is(md.render("H~2~O").trim(), "<p>H~2~O</p>");
});

test.run();
