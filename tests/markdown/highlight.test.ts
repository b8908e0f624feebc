import MarkdownIt from "markdown-it";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { EleventyConfig } from "../../plugin/eleventy/api.ts";
import {
  addHighlighting,
  codeBlock,
  highlight,
  highlightFigure,
} from "../../plugin/markdown/code/highlight.ts";

/** Eleventy's Markdown library after the plugin has amended it. */
function markdown(md = new MarkdownIt({ html: true })): MarkdownIt {
  addHighlighting({
    amendLibrary: (_: string, amend: (library: MarkdownIt) => void) => amend(md),
  } as unknown as EleventyConfig);
  return md;
}

test("words get the class names of Rouge", () => {
  assert.is(
    highlight("def f(x):  # y\n    return 'a' + 1", "python"),
    '<span class="k">def</span> <span class="nf">f</span>(x):  <span class="c"># y</span>\n' +
      '    <span class="k">return</span> <span class="s">&#x27;a&#x27;</span> + <span class="m">1</span>',
  );
  assert.is(highlight("true", "json"), '<span class="kc"><span class="k">true</span></span>');
  assert.match(highlight("class A extends B {}", "js") ?? "", '<span class="nc">B</span>');
  assert.match(highlight("<a href='x'>", "html") ?? "", '<span class="na">href</span>');
  assert.is(
    highlight("@@ -1 +1 @@\n-a\n+b", "diff"),
    '<span class="gu">@@ -1 +1 @@</span>\n<span class="gd">-a</span>\n<span class="gi">+b</span>',
  );
});

test("a language may be any that highlight.js has, under Rouge's names too", () => {
  assert.match(highlight("module Main where", "haskell") ?? "", "<span");
  assert.match(highlight("if true; then echo x; fi", "shell") ?? "", '<span class="k">if</span>');
  assert.match(highlight("$ ls", "console") ?? "", '<span class="gp">');
  assert.match(highlight("x = 1", "PYTHON") ?? "", '<span class="m">1</span>');
  for (const unknown of ["", "no-such", "__proto__", "constructor", "toString"]) {
    assert.is(highlight("x", unknown), undefined, unknown);
  }
});

test("a language inside another leaves the elements balanced", () => {
  const html = highlight("<script>let x = /a/;</script><style>a{color:red}</style>", "html") ?? "";
  assert.is(html.match(/<span/g)?.length, html.match(/<\/span>/g)?.length);
  assert.not.match(html, /hljs|language-/);
});

test("a block has kramdown's markup and can be reached with the keyboard", () => {
  assert.is(
    codeBlock("let", "js"),
    '<div class="language-js highlighter-rouge"><div class="highlight">' +
      '<pre class="highlight" tabindex="0"><code><span class="k">let</span></code></pre></div></div>',
  );
  for (const language of ["", "no-such", '"><script>']) {
    assert.is(
      codeBlock('</pre> & "', language),
      '<div class="language-plaintext highlighter-rouge"><div class="highlight">' +
        '<pre class="highlight" tabindex="0"><code>&lt;/pre&gt; &amp; &quot;</code></pre></div></div>',
    );
  }
  assert.not.match(codeBlock("</pre><script>", "python"), /<\/pre><script>/);
});

test("a figure has Jekyll's markup and no empty line", () => {
  assert.is(
    highlightFigure("\na\n\n  \nb\n", "Text", false),
    '<figure class="highlight"><pre tabindex="0"><code class="language-text" data-lang="text">' +
      "a\n&#10;  &#10;b</code></pre></figure>",
  );
  assert.match(highlightFigure("x", "c++", false), 'class="language-c--" data-lang="c++"');
  assert.match(highlightFigure("x", '"><b>', false), 'data-lang="&quot;&gt;&lt;b&gt;"');
  const numbered = highlightFigure("a\n\nb", "text", true);
  assert.match(numbered, '<span class="lineno" aria-hidden="true">1 </span>a\n');
  assert.match(numbered, '<span class="lineno" aria-hidden="true">3 </span>b</code>');
  const figure = highlightFigure("a\n\n# b\n\n\n*c*", "text", false);
  assert.is(markdown().render(`${figure}\n\nd`), `${figure}\n<p>d</p>\n`);
});

test("Markdown's fences and indented code use it", () => {
  const md = markdown();
  assert.is(md.render("```js title\nlet\n```"), `${codeBlock("let\n", "js")}\n`);
  assert.is(md.render("```js?start_inline=1\nlet\n```"), `${codeBlock("let\n", "js")}\n`);
  assert.is(md.render("~~~\n<b>\n~~~"), `${codeBlock("<b>\n", "")}\n`);
  assert.is(md.render("    $& x\n"), `${codeBlock("$& x\n", "")}\n`);
});

test("attributes of a block stay, a class may name its language", () => {
  const md = markdown();
  md.core.ruler.push("attributes", (state) => {
    state.tokens[0]?.attrSet("id", "a$&");
    state.tokens[0]?.attrSet("class", 'wide language-js "');
  });
  assert.match(
    md.render("```\nlet\n```"),
    /^<div id="a\$&amp;" class="wide &quot; language-js highlighter-rouge">.*<span class="k">let/,
  );
});

test("an author's own highlighter stays", () => {
  const highlighted = markdown(new MarkdownIt({ highlight: () => "<pre>mine</pre>" }));
  assert.match(highlighted.render("```js\nlet\n```"), "<pre>mine</pre>");
  const ruled = new MarkdownIt();
  ruled.renderer.rules.fence = () => "mine";
  assert.is(markdown(ruled).render("```js\nlet\n```"), "mine");
  assert.not.match(ruled.render("    let"), "highlighter-rouge");
});

test.run();
