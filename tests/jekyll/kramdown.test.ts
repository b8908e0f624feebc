import { HtmlValidate } from "html-validate";
import MarkdownIt from "markdown-it";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { EleventyConfig } from "../../plugin/eleventy/api.ts";
import { addKramdown, emojify, hasEmoji } from "../../plugin/jekyll/kramdown/index.ts";

// As Eleventy sets it up.
const md = new MarkdownIt({ html: true }).disable("code");
addKramdown({
  amendLibrary: (_: string, amend: (library: MarkdownIt) => void) => amend(md),
} as unknown as EleventyConfig);

/** Compares the HTML of a text, without the line ends between elements. */
function renders(source: string, expected: string): void {
  assert.is(md.render(source, {}).replace(/>\n+(?=<|$)/g, ">"), expected, source);
}

test("attributes go to the block above, or to the next one after an empty line", () => {
  renders("a\n{: .x #y k=\"v\" l='w'}", '<p class="x" id="y" k="v" l="w">a</p>');
  renders("{: .x}\na\n\nb", '<p class="x">a</p><p>b</p>');
  renders("a\n\n{: .x}\nb", '<p>a</p><p class="x">b</p>');
  renders("# a\n{: .x}\n{: .y #z}\nb", '<h1 class="x y" id="z">a</h1><p>b</p>');
  renders("* a\n* b\n{: .x}", '<ul class="x"><li>a</li><li>b</li></ul>');
  renders("* {: .x} a\n* b", '<ul><li class="x">a</li><li>b</li></ul>');
  renders("> a\n{: .x}", '<blockquote class="x"><p>a</p></blockquote>');
  renders("> a\n> {: .x}", '<blockquote><p class="x">a</p></blockquote>');
  renders("|a|\n{: .x}", '<table class="x"><tbody><tr><td>a</td></tr></tbody></table>');
  renders('a\n{: k="<\\"&"}', '<p k="&lt;&quot;&amp;">a</p>');
});

test("attributes in text go to the element in front, and stay text after text", () => {
  renders('[a](b){:target="_blank"}', '<p><a href="b" target="_blank">a</a></p>');
  renders("*a*{:.x}{: .y} **b**{: #z}", '<p><em class="x y">a</em> <strong id="z">b</strong></p>');
  renders('![a](b){: width="3"}', '<p><img src="b" alt="a" width="3"></p>');
  renders("`a`{:.x}", '<p><code class="x language-plaintext highlighter-rouge">a</code></p>');
  renders('<a href="b" class="x">a</a>{:.y}', '<p><a href="b" class="x y">a</a></p>');
  renders("[*a* b](c){:.x}", '<p><a href="c" class="x"><em>a</em> b</a></p>');
  renders("a{:.x}", "<p>a{:.x}</p>");
});

test("attributes may have a name", () => {
  renders('{:n: .x k="v"}\na\n{: n .y}\n', '<p class="x y" k="v">a</p>');
  renders("*a*{:n}\n\n{:n: .x}", '<p><em class="x">a</em></p>');
});

test("headings get ids from their words", () => {
  const ids = (source: string) => [...md.render(source, {}).matchAll(/<h\d id="(.*?)"/g)].map(([, id]) => id);
  assert.equal(ids("# A: b/c & *D*\n# a_b - `c`\n# Über 日本 1.2\n# [l](u) ![x](y)"), [
    "a-bc--d",
    "a_b---c",
    "über-日本-12",
    "l-",
  ]);
  assert.equal(ids("# a\n# a\n# a\n# b {#a}\n# c\n{: #d}\n# e -- “f”"), [
    "a",
    "a-1",
    "a-2",
    "a",
    "d",
    "e--f",
  ]);
  assert.equal(ids("# a :smile:"), ["a-smile"]);
  renders("# ???", "<h1>???</h1>");
  renders("a\n=\n", '<h1 id="a">a</h1>');
});

test("a list with {:toc} becomes the headings", () => {
  renders(
    "# X\n{: .no_toc}\n* a\n{:toc}\n\n## A\n### [B](c)\n## C[^1]\n\n[^1]: n",
    '<h1 class="no_toc" id="x">X</h1><ul id="markdown-toc"><li><a href="#a" id="markdown-toc-a">A</a>' +
      '<ul><li><a href="#b" id="markdown-toc-b">B</a></li></ul></li>' +
      '<li><a href="#c" id="markdown-toc-c">C</a></li></ul><h2 id="a">A</h2><h3 id="b"><a href="c">B</a></h3>' +
      '<h2 id="c">C<sup id="fnref:1"><a href="#fn:1" class="footnote" rel="footnote" role="doc-noteref">1</a>' +
      '</sup></h2><div class="footnotes" role="doc-endnotes"><ol><li id="fn:1"><p>n&nbsp;' +
      '<a href="#fnref:1" class="reversefootnote" role="doc-backlink">\u21a9\ufe0e</a></p></li></ol></div>',
  );
  renders(
    "1. a\n{:toc #t}\n\n### A\n# B\n#### C",
    '<ol id="t"><li><a href="#a" id="t-a">A</a></li>' +
      '<li><a href="#b" id="t-b">B</a><ol><li><a href="#c" id="t-c">C</a></li></ol></li></ol>' +
      '<h3 id="a">A</h3><h1 id="b">B</h1><h4 id="c">C</h4>',
  );
});

test("footnotes keep the author's names and come once per text", () => {
  const html = md.render("a[^x] b[^y] c[^x]\n\n[^x]: X\n[^y]: Y\n[^z]: Z", {});
  assert.match(
    html,
    '<sup id="fnref:y"><a href="#fn:y" class="footnote" rel="footnote" role="doc-noteref">2</a>',
  );
  assert.match(html, '<sup id="fnref:x:1"><a href="#fn:x"');
  assert.match(
    html,
    '<a href="#fnref:x:1" class="reversefootnote" role="doc-backlink">\u21a9\ufe0e<sup>2</sup></a>',
  );
  assert.not.match(html, "Z");
  const data = { footnotes: "mine", references: ["mine"] };
  for (const _ of [1, 2]) assert.is(md.render("a[^x]\n\n[^x]: X", data).match(/<li /g)?.length, 1);
  assert.match(md.render("[a]\n\n[a]: b", data), '<a href="b">');
  assert.equal(data, { footnotes: "mine", references: ["mine"] });
});

test("definition lists and abbreviations", () => {
  renders("a\n: b\n: c", "<dl><dt>a</dt><dd>b</dd><dd>c</dd></dl>");
  renders("a\n\n: b", "<dl><dt>a</dt><dd><p>b</p></dd></dl>");
  renders("HTML HTMLX\n\n*[HTML]: Hyper", '<p><abbr title="Hyper">HTML</abbr> HTMLX</p>');
});

test("typography", () => {
  renders(
    '"a" \'b\' it\'s \'90s ("c") "*d*" *"e"*\'s',
    "<p>“a” ‘b’ it’s ’90s (“c”) “<em>d</em>” <em>“e”</em>’s</p>",
  );
  renders("a--b --- c... <<d>> << e >>", "<p>a–b — c… «d» «\u00a0e\u00a0»</p>");
  renders("(c) (tm) +- ?!.... http://a.b", "<p>(c) (tm) +- ?!…. http://a.b</p>");
  renders(
    '\\"a\\" \\-- `"--"` <b title="--">',
    '<p>&quot;a&quot; -- <code class="language-plaintext highlighter-rouge">&quot;--&quot;</code> <b title="--"></b></p>',
  );
  renders("**Note:**text *g*h 2 * 3 * 4", "<p><strong>Note:</strong>text <em>g</em>h 2 * 3 * 4</p>");
  renders("a  \nb\\\\\nc", "<p>a<br>\nb<br>\nc</p>");
});

test("emoji by name, in text and titles, but not in code", () => {
  renders(":smile: :+1: :no_such:", "<p>😄 👍 :no_such:</p>");
  assert.match(md.render("`:smile:`", {}), ":smile:");
  assert.is(emojify(":floppy_disk: Foo"), "💾 Foo");
  assert.is(emojify(" :a <b>\n& 10:30:45 :no_such: :) *x*"), " :a <b>\n& 10:30:45 :no_such: :) *x*");
  assert.is(emojify("<b> :100:\n&amp;"), "<b> 💯\n&amp;");
});

test("emoji need the plugin jemoji, if a site lists its plugins", () => {
  for (const [settings, has] of [
    [{}, true],
    [{ plugins: ["jekyll-feed", "jemoji"] }, true],
    [{ gems: ["jemoji"] }, true],
    [{ plugins: ["jekyll-feed"] }, false],
    [{ gems: "jekyll-feed" }, false],
  ] as const) {
    const library = new MarkdownIt({ html: true });
    addKramdown(
      {
        amendLibrary: (_: string, amend: (md: MarkdownIt) => void) => amend(library),
      } as unknown as EleventyConfig,
      settings,
    );
    assert.is(hasEmoji(settings), has);
    assert.is(library.render("std:heart:x", {}), `<p>${has ? "std❤️x" : "std:heart:x"}</p>\n`);
  }
});

test("extensions", () => {
  renders("a\n\n{::comment}\nb *c*\n\nd\n{:/comment}\n\ne", "<p>a</p><p>e</p>");
  renders("a {::comment}b{:/} {::nomarkdown}<i>*c*</i>{:/}", "<p>a  <i>*c*</i></p>");
  renders("{::nomarkdown}\n<i>*a*</i>\n{:/}\nb", "<i>*a*</i><p>b</p>");
  renders('{::options toc_levels="1" /}\n\na', "<p>a</p>");
  renders("{::comment}\na", "<p>{::comment}\na</p>");
  renders("* a\n^\n* b", "<ul><li>a</li></ul><ul><li>b</li></ul>");
});

test("formulas stay as they are", () => {
  renders('a $$x_i *y* -- "z" <w>$$ b_c_', "<p>a $$x_i *y* -- &quot;z&quot; &lt;w&gt;$$ b_c_</p>");
  renders("$$\na\n= b\n\n- c\n$$\n\nd", "<p>$$\na\n= b\n\n- c\n$$</p><p>d</p>");
  renders("$$\na\n$$\nd", "<p>$$\na\n$$\nd</p>");
  renders("$$\na", "<p>$$\na</p>");
});

test("tables need no heading", () => {
  renders(
    "a | b\nc | d",
    "<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></tbody></table>",
  );
  renders(
    "|a|b|\n|:-|-:|\n|`c|d`|\\|\n|---\n|e|\n|===\n|f|",
    '<table><thead><tr><th class="text-start">a</th><th class="text-end">b</th></tr></thead>' +
      '<tbody><tr><td class="text-start"><code class="language-plaintext highlighter-rouge">c|d</code></td>' +
      '<td class="text-end">|</td></tr></tbody><tbody><tr><td class="text-start">e</td>' +
      '<td class="text-end"></td></tr></tbody><tfoot><tr><td class="text-start">f</td>' +
      '<td class="text-end"></td></tr></tfoot></table>',
  );
  renders("a `b|c`", '<p>a <code class="language-plaintext highlighter-rouge">b|c</code></p>');
  renders("a\n|b|\n", "<p>a\n|b|</p>");
  renders("a \\| b", "<p>a | b</p>");
});

test("lists", () => {
  renders("3. a\n4. b", "<ol><li>a</li><li>b</li></ol>");
  renders("1) a", "<p>1) a</p>");
  renders("- a\n\n  b\n- c\n- d", "<ul><li><p>a</p><p>b</p></li><li>c</li><li>d</li></ul>");
  renders("- a\n\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>");
  renders("a\n- b", "<p>a</p><ul><li>b</li></ul>");
  const box = '<label><input type="checkbox" class="task-list-item-checkbox" disabled';
  renders(
    "- [ ] a\n- [x] b",
    `<ul class="task-list"><li class="task-list-item">${box}>a</label></li>` +
      `<li class="task-list-item">${box} checked>b</label></li></ul>`,
  );
});

test("HTML goes to its end tag, with Markdown where it asks for it", () => {
  renders("<div>\n\n*a*\n\n    b\n\n</div>\n*c*", "<div>\n\n*a*\n\n    b\n\n</div><p><em>c</em></p>");
  renders(
    '<div class="x" markdown="1">\n*a*\n\n* b\n</div>',
    '<div class="x"><p><em>a</em></p><ul><li>b</li></ul></div>',
  );
  renders('<div><div markdown="1">\n*a*\n</div></div>', "<div><div><p><em>a</em></p></div></div>");
  renders('<p markdown="1">*a*</p>', "<p><em>a</em></p>");
  renders('<div markdown="0">*a*</div>', "<div>*a*</div>");
  renders(
    '<pre>\n*a* <div markdown="1">\n*b*\n</div></pre>',
    "<pre>\n*a* <div><p><em>b</em></p></div></pre>",
  );
  renders('<pre markdown="1">*a*</pre>', "<pre>*a*</pre>");
  renders('<img src="a">', '<p><img src="a"></p>');
  renders(
    'a <code>*b*</code> <span markdown="1">*c*</span>',
    "<p>a <code>*b*</code> <span><em>c</em></span></p>",
  );
  renders("<div>\n*a*\n\n*b*", "<div>\n*a*\n\n*b*</div>");
  renders("<!-- a\n\n*b* -->\n\nc", "<!-- a\n\n*b* --><p>c</p>");
});

test("links, deleted text and indented code", () => {
  renders("http://a.b ~~c~~", "<p>http://a.b <del>c</del></p>");
  renders(
    '![a](b c.png "t") `[a](b c)`',
    '<p><img src="b%20c.png" alt="a" title="t"> <code class="language-plaintext highlighter-rouge">[a](b c)</code></p>',
  );
  renders("    a", "<pre><code>a\n</code></pre>");
});

test("the markup is valid", async () => {
  const html = md.render(
    "# a\n* b\n{:toc}\n\n## c\n\n- [ ] d[^1]\n\ne[^1]\n\n|f|g\n\nh\n: i\n\n[^1]: - j",
    {},
  );
  const checker = new HtmlValidate({
    extends: ["html-validate:recommended"],
    rules: { "void-style": "off", "valid-id": ["error", { relaxed: true }] },
  });
  const { results } = await checker.validateString(html);
  assert.equal(
    results.flatMap(({ messages }) => messages.map((message) => message.message)),
    [],
  );
});

test("odd text takes no long time", () => {
  const started = Date.now();
  for (const part of [
    "<div>",
    "{:",
    "{: .a",
    "[^",
    "$$",
    "`a|",
    "\"'",
    "<a b",
    '<div markdown="1">',
    "](a ",
    "::a:",
    "* {:.x}\n",
    "|a\n",
  ]) {
    md.render(part.repeat(3000), {});
  }
  assert.ok(Date.now() - started < 10_000);
});

test.run();
