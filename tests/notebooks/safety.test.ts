import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { HtmlContext } from "../../plugin/notebooks/allowed-html.ts";
import { htmlFilter } from "../../plugin/notebooks/markdown-html.ts";
import { pageFiles } from "../../plugin/notebooks/page-files.ts";
import { safeHtml } from "../../plugin/notebooks/safe-html.ts";
import { safeSvg } from "../../plugin/notebooks/safe-svg.ts";
import { isScriptUrl } from "../../plugin/utils/urls.ts";
import { payloads } from "../support/payloads.ts";

const test = suite("HTML and SVG in notebooks");

const context = (isOutput: boolean): HtmlContext => ({
  isOutput,
  fileOf: (src) => (/^(?:javascript|data):/i.test(src) ? undefined : { src }),
  label: isOutput ? "Output" : "",
  leftOut: () => undefined,
});

const output = (source: string): string => safeHtml(source, context(true), () => ({ src: "/a.svg" })).html;

function cell(source: string): string {
  const { filter, close } = htmlFilter(context(false));
  return filter(source) + close();
}

/** HTML, what an output shows of it, and what a cell of Markdown does if that is different. */
const cases: readonly [source: string, output: string, cell?: string][] = [
  ["<b>a</b> &lt; b", "<b>a</b> &lt; b"],
  ["a<script>x()</script>b", "ab"],
  ["a<style>b { c: d }</style>", "a"],
  ['<p onclick="x()" style="color: red" class="big" id="i">a</p>', "<p>a</p>", '<p id="i">a</p>'],
  ['<a href="javascript:x()">a</a>', "a"],
  ['<a href="jAvA\nscript:x()">a</a>', "a"],
  ['<a href="data:text/html,x">a</a>', "a"],
  ['<a href="https://example.org/?a&amp;b">a</a>', '<a href="https://example.org/?a&amp;b">a</a>'],
  ['<a href="#i">a</a>', "a", '<a href="#i">a</a>'],
  ["<h2>a</h2>", "<p><strong>a</strong></p>", "<h2>a</h2>"],
  ["<center>a</center>", '<div class="text-center">a</div>'],
  ['<font color="red">a</font>', "a"],
  ["<form action=/x>a<input name=b><button>c</button></form>", "a"],
  [
    '<iframe src="https://example.org/v"></iframe>',
    '<a href="https://example.org/v">https://example.org/v</a>',
  ],
  ['<iframe src="//example.org/v">x</iframe>', '<a href="https://example.org/v">https://example.org/v</a>'],
  ['<iframe srcdoc="<script>x()</script>"></iframe>a', "a"],
  ["<object data=a.swf>b</object><embed src=c>d", "d"],
  ["<textarea>a</textarea><select><option>b</option></select>c", "c"],
  ["<div><b>a", "<div><b>a</b></div>"],
  ["a</div></main>", "a"],
  ["<unknown-tag>a</unknown-tag>", "a"],
  ['<img src="a.png" onerror="x()">', '<img src="a.png" alt="Output">', '<img src="a.png" alt="">'],
  ['<img src="javascript:x()" alt="b">', "b"],
  [
    '<img src="https://other.example/a.png" alt="b">',
    '<a href="https://other.example/a.png">b</a>',
    '<img src="https://other.example/a.png" alt="b">',
  ],
  [
    '<img src="a.png" alt="b" width="30px" height="20%" srcset="c 2x">',
    '<img src="a.png" alt="b" width="30">',
  ],
  [
    '<div class="alert alert-block alert-danger">a</div>',
    '<div class="callout callout-caution" role="note">a</div>',
  ],
  ['<p style="text-align: right">a</p>', '<p class="text-end">a</p>'],
  [
    '<video autoplay src="a.mp4"></video>',
    '<video controls="" preload="metadata" src="a.mp4" aria-label="Output"></video>',
    '<video controls="" preload="metadata" src="a.mp4" aria-label=""></video>',
  ],
  ['<ol class="list-inline"><li>1</li></ol>', '<ol class="notebook-vector"><li>1</li></ol>'],
  ["<!-- a --><b>b</b>", "<b>b</b>"],
  ['<p title="a > b">c</p>', '<p title="a &gt; b">c</p>'],
  ["<noscript><p>a</p></noscript><template>b</template>c", "c"],
  [
    '<base href="https://evil.example/"><meta http-equiv=refresh content=0><link rel=stylesheet href=x>a',
    "a",
  ],
  ["<p hidden>a</p><p>b</p>", "<p>b</p>", "<p>a</p><p>b</p>"],
];

for (const [source, ofOutput, ofCell = ofOutput] of cases) {
  test(source, () => {
    assert.is(output(source), ofOutput);
    assert.is(cell(source), ofCell);
  });
}

test("tables of pandas keep their columns, and scroll by keyboard if they may be too wide", () => {
  const table = (word: string): string =>
    `<style scoped>.dataframe { color: red }</style><table border="1" class="dataframe"><thead><tr style="text-align: right;"><th></th><th>${word}</th></tr></thead><tbody><tr><th>0</th><td>1</td></tr></tbody></table>`;
  assert.is(
    output(table("a")),
    '<table class="notebook-frame"><thead><tr class="text-end"><td></td><th>a</th></tr></thead><tbody><tr><th>0</th><td>1</td></tr></tbody></table>',
  );
  assert.match(output(table("a".repeat(40))), '<table class="notebook-frame" tabindex="0">');
});

test("HTML that needs a script, or hides parts, is known", () => {
  const facts = (source: string): boolean[] => {
    const { isScripted, hasHidden, isRich } = safeHtml(source, context(true), () => undefined);
    return [isScripted, hasHidden, isRich];
  };
  assert.equal(facts("<div id=plot></div><script>draw()</script>"), [true, false, false]);
  assert.equal(facts("<pre>fallback</pre><div style='display:none'>more</div>"), [false, true, true]);
  assert.equal(facts("<button style='display:none'>more</button><table><tr><td>1</table>"), [
    false,
    false,
    true,
  ]);
});

test("deep HTML keeps its text", () => {
  const deep = `${"<div>".repeat(5000)}a${"</div>".repeat(5000)}`;
  const html = output(deep);
  assert.match(html, ">a<");
  assert.ok(html.length < 2000);
});

const svgOf = (inner: string, root = 'width="9" height="9"'): string =>
  safeSvg(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" ${root}>${inner}</svg>`)?.markup ??
  "";

const svgCases: readonly [name: string, source: string, wanted: RegExp | string, absent: RegExp][] = [
  ["a shape", '<path d="M0 0h9z" fill="red"/>', '<path d="M0 0h9z" fill="red"></path>', /script/],
  ["a script", "<script>x()</script><g/>", "<g></g>", /script|x\(\)/],
  ["a handler", '<rect onclick="x()" width="3"/>', '<rect width="3"></rect>', /onclick/],
  ["HTML", "<foreignObject><body><img src=x onerror=x()></body></foreignObject>", "svg", /img|foreign/i],
  ["a link", '<a xlink:href="javascript:x()"><g/></a>', "<g><g></g></g>", /javascript/],
  ["a reference to itself", '<use xlink:href="#a"/>', '<use xlink:href="#a"></use>', /never/],
  ["a reference elsewhere", '<use href="https://evil.example/#a"/>', "<use></use>", /evil/],
  ["an image elsewhere", '<image href="https://evil.example/a.png"/>', "svg", /evil|<image/],
  ["an image within", '<image href="data:image/png;base64,AAAA"/>', "data:image/png", /never/],
  ["an SVG within", '<image href="data:image/svg+xml;base64,AAAA"/>', "svg", /<image/],
  ["a style", "<style>*{stroke-linecap:butt}</style>", "<style>*{stroke-linecap:butt}</style>", /never/],
  ["a style that loads", "<style>@import 'https://evil.example'</style>", "svg", /import/],
  ["a fill that loads", '<rect fill="url(https://evil.example)"/>', "<rect></rect>", /evil/],
  ["a fill of its own", '<rect fill="url(#a)"/>', 'fill="url(#a)"', /never/],
  ["an animation", '<set attributeName="href" to="javascript:x()"/>', "svg", /set|javascript/],
  ["text", "<text>a &lt; b</text>", "<text>a &lt; b</text>", /never/],
];

for (const [name, source, wanted, absent] of svgCases) {
  test(`SVG: ${name}`, () => {
    const svg = svgOf(source);
    assert.match(svg, wanted);
    assert.not.match(svg, absent);
    assert.match(svg, 'viewBox="0 0 9 9"');
  });
}

test("no payload gets a script, a handler or a URL of a script through", () => {
  for (const payload of payloads) {
    assert.equal(unsafeParts(output(payload)), [], payload);
    assert.equal(unsafeParts(cell(payload)), [], payload);
    assert.equal(unsafeParts(safeSvg(`<svg>${payload}</svg>`)?.markup ?? ""), [], payload);
  }
});

/** The elements, attributes and URLs in HTML that can run a script. */
function unsafeParts(html: string): string[] {
  const parts: string[] = [];
  const waiting: DefaultTreeAdapterTypes.ChildNode[] = [...parseFragment(html).childNodes];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!("tagName" in node)) continue;
    waiting.push(...node.childNodes);
    if (/^(?:script|iframe|object|embed|base|meta|link|form|template|foreignobject)$/i.test(node.tagName))
      parts.push(node.tagName);
    for (const { name, value } of node.attrs) {
      const isUrl =
        /^(?:href|src|action|formaction|srcdoc|data)$/.test(name) && !/^data:image\/png/.test(value);
      if (/^on/.test(name) || name === "srcdoc" || (isUrl && isScriptUrl(value)))
        parts.push(`${name}=${value}`);
    }
  }
  return parts;
}

test("files of a page have a hash, and are of a known kind", () => {
  const files = pageFiles("/posts/a/", "a b");
  assert.is(files.add("aGVsbG8="), undefined);
  assert.is(files.addDataUrl("data:text/html,<script>"), undefined);
  assert.match(
    files.addDataUrl("data:image/svg+xml;utf8,%3Csvg%20width='3'%20height='2'/%3E")?.src ?? "",
    /^\/posts\/a\/a%20b-[\da-f]{10}\.svg$/,
  );
  assert.equal([...files.files.keys()].length, 1);
});

test.run();
