import MarkdownIt from "markdown-it";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { EleventyConfig } from "../../plugin/eleventy/api.ts";
import { useAttributes } from "../../plugin/markdown/attributes.ts";
import { fenceReader } from "../../plugin/markdown/code/fences.ts";
import { addHighlighting, codeBlock } from "../../plugin/markdown/code/highlight.ts";

// Titles, numbers, marks and changes in the forms that authors know from other generators.

const test = suite("what the info string of a fence says");

/** Renders a text as Eleventy's Markdown, without the rest of a site. */
function rendered(source: string, { lineNumbers = false, md = MarkdownIt({ html: true }) } = {}) {
  const warnings: string[] = [];
  const config = {
    amendLibrary: (_: string, amend: (library: MarkdownIt) => void) => amend(md),
    on: () => {},
    logger: { forceLog: (text: string) => warnings.push(text.replace("indigo: a block of code in ", "")) },
  } as unknown as EleventyConfig;
  const writing = { code: { lineNumbers } } as Parameters<typeof fenceReader>[1]["writing"];
  addHighlighting(config, fenceReader(config, { writing }));
  useAttributes(md);
  return { html: md.render(source).trim(), warnings };
}

const code = "one\ntwo\nthree\n";

/** Renders a fence of three lines with this info string. */
const fence = (info: string, text = code) => rendered(`~~~~ ${info}\n${text}~~~~\n`);

/** Returns what a block shows: language, title, caption, numbers, marked lines, classes and id. */
function facts(html: string) {
  const all = (pattern: RegExp): string[] => [...html.matchAll(pattern)].map(([, text = ""]) => text);
  const lines = html.slice(html.indexOf("<code")).split("\n").slice(0, -1);
  const marked = (tag: string): number[] =>
    lines.flatMap((line, index) => (line.includes(`<${tag} class="line"`) ? [index + 1] : []));
  const result = {
    language: all(/class="(?:[^"]* )?language-(\S+)/g)[0],
    title: all(/<span class="code-title">(.*?)<\/span>/g)[0],
    caption: all(/<span class="code-caption">(.*?)<\/span>/g)[0],
    numbers: all(/ data-line="(\d+)"/g).join(" "),
    mark: marked("mark").join(" "),
    ins: marked("ins").join(" "),
    del: marked("del").join(" "),
    wrap: /<code class="[^"]*\bcode-wrap\b/.test(html) ? "yes" : "",
    id: /^<(?:div|figure)[^>]* id="([^"]*)"/.exec(html)?.[1],
    classes: /^<(?:div|figure)[^>]* class="([^"]*?) ?language-/.exec(html)?.[1],
  };
  return Object.fromEntries(Object.entries(result).filter(([, value]) => value));
}

/** Info string, what is shown. */
const cases: readonly [string, Record<string, string>][] = [
  // The documented form.
  ['js title="mean.js"', { language: "js", title: "mean.js" }],
  ["js {2}", { language: "js", mark: "2" }],
  ["js {1,2-3}", { language: "js", mark: "1 2 3" }],
  ["js lineNumbers", { language: "js", numbers: "1 2 3" }],
  ["js lineNumbers=5", { language: "js", numbers: "5 6 7" }],
  ["js ins={3} del={1-2}", { language: "js", ins: "3", del: "1 2" }],
  ["js wrap", { language: "js", wrap: "yes" }],
  ['js caption="The mean"', { language: "js", caption: "The mean" }],
  [
    'js title="a b.js" {1} lineNumbers startFrom=9 ins={2} wrap {#x .wide}',
    {
      language: "js",
      title: "a b.js",
      mark: "1",
      ins: "2",
      numbers: "9 10 11",
      wrap: "yes",
      id: "x",
      classes: "wide",
    },
  ],
  // Starlight and Expressive Code
  ["js showLineNumbers startLineNumber=5", { language: "js", numbers: "5 6 7" }],
  ["js showLineNumbers=false", { language: "js" }],
  ["js mark={1} ins={2} del={3}", { language: "js", mark: "1", ins: "2", del: "3" }],
  ["js title='a.js' wrap=false", { language: "js", title: "a.js" }],
  ["js /const/ frameless", { language: "js" }],
  // Docusaurus
  [
    'jsx title="/src/a.js" {1,3} showLineNumbers=5',
    { language: "jsx", title: "/src/a.js", mark: "1 3", numbers: "5 6 7" },
  ],
  // VitePress
  ["js{2}", { language: "js", mark: "2" }],
  ["js{1,3} [a.js]", { language: "js", mark: "1 3", title: "a.js" }],
  ["js:line-numbers", { language: "js", numbers: "1 2 3" }],
  ["js:line-numbers=2 {1}", { language: "js", numbers: "2 3 4", mark: "1" }],
  ["js:line-numbers{1}", { language: "js", numbers: "1 2 3", mark: "1" }],
  ["js:no-line-numbers", { language: "js" }],
  // pandoc and pandoc-crossref
  ["{.js .numberLines startFrom=5}", { language: "js", numbers: "5 6 7" }],
  ['{#x .js .number-lines startFrom="100"}', { language: "js", numbers: "100 101 102", id: "x" }],
  ["js {.numberLines}", { language: "js", numbers: "1 2 3" }],
  ['{#lst:x .js caption="Mean"}', { language: "js", caption: "Mean", id: "lst:x" }],
  ["{.js .wide}", { language: "js", classes: "wide" }],
  ["{.wide .js}", { language: "js", classes: "wide" }],
  // Quarto
  [
    '{.python filename="run.py" code-line-numbers="true"}',
    { language: "python", title: "run.py", numbers: "1 2 3" },
  ],
  ["{.js code-overflow=wrap}", { language: "js", wrap: "yes" }],
  ['{#lst-x .js lst-cap="Mean"}', { language: "js", caption: "Mean", id: "lst-x" }],
  ["{python}", { language: "python" }],
  // Hugo
  [
    'js {linenos=inline,hl_lines=[1,"2-3"],linenostart=199}',
    { language: "js", numbers: "199 200 201", mark: "1 2 3" },
  ],
  ["js {linenos}", { language: "js", numbers: "1 2 3" }],
  ['js {title="a.js"}', { language: "js", title: "a.js" }],
  // Material for MkDocs, MyST
  [
    'js title="a.js" linenums="1" hl_lines="2 3"',
    { language: "js", title: "a.js", numbers: "1 2 3", mark: "2 3" },
  ],
  ['js {emphasize-lines="1,3"}', { language: "js", mark: "1 3" }],
  // Eleventy's own plugin, Qiita
  ["js/2", { language: "js", mark: "2" }],
  ["js/1,3/2", { language: "js", ins: "1 3", del: "2" }],
  ["js:src/a.js", { language: "js", title: "src/a.js" }],
  // No language
  ['title="a.txt"', { language: "plaintext", title: "a.txt" }],
  ["{2}", { language: "plaintext", mark: "2" }],
  ["[a.txt]", { language: "plaintext", title: "a.txt" }],
  // Numbers and marks from 0, or none
  ["js lineNumbers=0", { language: "js", numbers: "0 1 2" }],
  ["js startFrom=98", { language: "js", numbers: "98 99 100" }],
  ["js {2} ins={2}", { language: "js", ins: "2" }],
  ["js ins={2} {2}", { language: "js", ins: "2" }],
  // What a fence could say before
  ["js", { language: "js" }],
  ["js a remark", { language: "js" }],
  ["js?start_inline=1", { language: "js" }],
  ["js {#x .wide lang=fr}", { language: "js", id: "x", classes: "wide" }],
  ["c++ {1}", { language: "c++", mark: "1" }],
  ["html+erb", { language: "html+erb" }],
];

for (const [info, shown] of cases)
  test(info, () => {
    const { html, warnings } = fence(info);
    assert.equal(facts(html), shown);
    assert.equal(warnings, []);
    assert.match(html, /^<(div|figure)/);
    assert.is(html.replaceAll(/<figcaption.*<\/figcaption>|<[^>]*>/g, ""), code);
  });

/** Info string, what is wrong with it. */
const mistakes: readonly [string, ...string[]][] = [
  ["js {4-2}", 'marks the lines "4-2", which end before they begin.'],
  ["js {0}", 'marks line 0 in "0", but its first line is 1.'],
  ["js {2,9}", 'marks "9", but has 3 lines.'],
  ["js {2-99999999}", 'marks "2-99999999", but has 3 lines.'],
  ["js {2,b}", 'marks "b", which is not a line. Lines are written as in {2,4-6}.'],
  ["js {-1}", 'marks "-1", which is not a line. Lines are written as in {2,4-6}.'],
  ["js ins={}", "marks no lines. Lines are written as in {2,4-6}."],
  ['js tilte="x"', 'has the unknown setting "tilte". Did you mean "title"?'],
  ["js lineNumber", 'has the unknown setting "lineNumber". Did you mean "lineNumbers"?'],
  ["js {linenumbrs}", 'has the unknown setting "linenumbrs". Did you mean "lineNumbers"?'],
  [
    "js lineNumbers=yes",
    'has lineNumbers="yes", but it must be true, false or the number of the first line.',
  ],
  ["js startFrom=-3", 'has startFrom="-3", but it must be a whole number from 0 to 999999.'],
  ["js startFrom=1e9", 'has startFrom="1e9", but it must be a whole number from 0 to 999999.'],
  ["js wrap=maybe", 'has wrap="maybe", but it must be true or false.'],
  ["js {title}", 'has the setting "title" without a value, as in title="mean.js".'],
  [
    'js frame="none"',
    'has the unknown setting "frame". It may have "title", "caption", "lineNumbers", "noLineNumbers", "startFrom", "mark", "ins", "del" or "wrap".',
  ],
  ["js {4-2} {8}", 'marks the lines "4-2", which end before they begin.', 'marks "8", but has 3 lines.'],
];

for (const [info, ...wanted] of mistakes)
  test(`wrong: ${info}`, () => {
    const { html, warnings } = fence(info);
    assert.equal(
      warnings,
      wanted.map((text) => `a template ${text}`),
    );
    assert.is(facts(html).language, "js");
    assert.is(html.replaceAll(/<[^>]*>/g, ""), code);
  });

/** Code, the code that is shown, its marked lines. */
const comments: readonly [string, string, Record<string, string>][] = [
  ["a // [!code ++]\nb\n", "a\nb\n", { ins: "1" }],
  ["a // [!code --]\nb\n", "a\nb\n", { del: "1" }],
  ["a // [!code highlight]\nb // [!code hl]\n", "a\nb\n", { mark: "1 2" }],
  ["a # [!code ++:2]\nb\nc\n", "a\nb\nc\n", { ins: "1 2" }],
  ["  // [!code --:2]\na\nb\nc\n", "a\nb\nc\n", { del: "1 2" }],
  ["// [!code ++:99]\na\n", "a\n", { ins: "1" }],
  ["a <!-- [!code ++] -->\nb /* [!code --] */\n", "a\nb\n", { ins: "1", del: "2" }],
  ["a {/* [!code ++] */}\nb -- [!code --]\nc % [!code hl]\n", "a\nb\nc\n", { ins: "1", del: "2", mark: "3" }],
  ["// highlight-next-line\na\nb\n", "a\nb\n", { mark: "1" }],
  ["a\n# highlight-start\nb\nc\n# highlight-end\nd\n", "a\nb\nc\nd\n", { mark: "2 3" }],
  ["a // [\\!code ++]\n", "a // [!code ++]\n", {}],
  ["a // [!code wrong]\n", "a // [!code wrong]\n", {}],
  ['a = "[!code ++]"\n', 'a = "[!code ++]"\n', {}],
  ["a [!code ++]\n", "a [!code ++]\n", {}],
  ["// highlight-start of a text\n", "// highlight-start of a text\n", {}],
];

for (const [source, shown, marked] of comments)
  test(`comments: ${JSON.stringify(source)}`, () => {
    const { html, warnings } = fence("text", source);
    assert.is(MarkdownIt().utils.unescapeAll(html.replaceAll(/<[^>]*>/g, "")), shown);
    const { language: _, ...rest } = facts(html);
    assert.equal(rest, marked);
    assert.equal(warnings, []);
  });

test("a diff of a language has its colors", () => {
  for (const info of ["diff-js", 'diff lang="js"', "diff lang=js"]) {
    const { html, warnings } = fence(info, " let a;\n-let b;\n+let c;\n");
    assert.match(html, '<span class="line"><span class="k">let</span> a;</span>\n');
    assert.match(html, '<del class="line"><span class="k">let</span> b;</del>\n');
    assert.match(html, '<ins class="line"><span class="k">let</span> c;</ins>\n');
    assert.match(html, 'class="language-js highlighter-rouge"');
    assert.equal(warnings, []);
  }
  const { html } = fence("diff-js", "let a;\n+let b;\n");
  assert.is(html.replaceAll(/<[^>]*>/g, ""), "let a;\nlet b;\n");
});

test("a comment over several lines has its color in each, and empty lines have no empty elements", () => {
  const { html } = fence("js lineNumbers {2}", "/* one\n\n two */ let a;\n`x\n$" + "{a}\ny`\n");
  assert.match(html, '<span class="line" data-line="1"><span class="c">/* one</span></span>\n');
  assert.match(html, '<mark class="line" data-line="2"></mark>\n');
  assert.match(
    html,
    '<span class="line" data-line="3"><span class="c"> two */</span> <span class="k">let</span>',
  );
  assert.match(html, /data-line="5"><span class="s"><span class="si">\$\{a\}<\/span><\/span><\/span>\n/);
  assert.is(html.match(/<span/g)?.length, html.match(/<\/span>/g)?.length);
});

test("numbers of three digits and more have more space", () => {
  assert.match(fence("js lineNumbers").html, '<code class="code-lines code-numbers">');
  assert.match(fence("js lineNumbers=97").html, '<code class="code-lines code-numbers">');
  assert.match(fence("js lineNumbers=98").html, '<code class="code-lines code-numbers code-digits-3">');
  assert.match(fence("js startFrom=999999").html, '<code class="code-lines code-numbers code-digits-7">');
});

test("titles and captions are escaped; a caption is Markdown without HTML", () => {
  const { html } = fence('js title="<b>&amp;" caption="*a* <b>"');
  assert.match(html, '<span class="code-title">&lt;b&gt;&amp;</span>');
  assert.match(html, '<span class="code-caption"><em>a</em> &lt;b&gt;</span>');
  assert.match(html, /^<figure class="language-js highlighter-rouge"><figcaption class="code-head">/);
});

test("the option numbers all blocks but those that say otherwise", () => {
  const numbered = (source: string): string =>
    String(facts(rendered(source, { lineNumbers: true }).html).numbers ?? "");
  assert.is(numbered("```js\na\nb\n```"), "1 2");
  assert.is(numbered("```\na\n```"), "1");
  assert.is(numbered("    a\n    b\n"), "1 2");
  assert.is(numbered("```js lineNumbers=false\na\n```"), "");
  assert.is(numbered("```js noLineNumbers\na\n```"), "");
  assert.is(numbered("```js:no-line-numbers\na\n```"), "");
  assert.is(numbered("```js startFrom=5\na\n```"), "5");
});

test("an empty block stays empty", () => {
  assert.is(fence("js", "").html, codeBlock("", "js"));
  assert.equal(fence("js {1}", "").warnings, ['a template marks "1", but has 0 lines.']);
});

test("many marks, and braces that nothing closes, take little time", () => {
  const start = process.cpuUsage().user;
  const lines = "a // [!code ++:999999]\n".repeat(20_000);
  assert.is(fence("text", lines).html.match(/<ins class="line">/g)?.length, 20_000);
  for (const info of ["ins={", "[", "{1,", '{"', "a=["]) fence(`js ${info.repeat(20_000)}`);
  assert.ok((process.cpuUsage().user - start) / 1e6 < 5);
});

test("blocks in lists and quotations can have all of it", () => {
  const { html } = rendered('> - ```js title="a.js" {1}\n>   one\n>   ```\n');
  assert.match(html, /<li>\s*<figure class="language-js.*<mark class="line">one<\/mark>/s);
});

test("an author's own highlighter gets the info string", () => {
  const seen: string[] = [];
  const md = MarkdownIt({ highlight: (_code, name, rest) => `<pre>${seen.push(name, rest)}</pre>` });
  const { html, warnings } = rendered("```js {2,9} tilte=1\na\n```", { md });
  assert.is(html, "<pre>2</pre>");
  assert.equal(seen, ["js", "{2,9} tilte=1"]);
  assert.equal(warnings, []);
});

test.run();
