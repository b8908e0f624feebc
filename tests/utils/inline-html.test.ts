import { parseFragment } from "parse5";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { inlineHtml } from "../../plugin/utils/inline-html.ts";

const test = suite("markup of a text");

const cases: [html: string, expected: string][] = [
  ["A <b>b</b> <em>c</em><br/>d", "A <b>b</b> <em>c</em><br>d"],
  [
    '<a href="https://example.org/?a=1" class="x" onclick="hit()">x</a>',
    '<a href="https://example.org/?a=1">x</a>',
  ],
  ["<a href=/about target=_blank>x</a>", '<a href="/about">x</a>'],
  ["<a href='mailto:a@example.org'>x</a>", '<a href="mailto:a@example.org">x</a>'],
  ["<span class='y'>x</span> <font color=red>y</font>", "x y"],
  ["<i>open <b>both", "<i>open <b>both</b></i>"],
  ["<i>a <b>b</i> c</b>", "<i>a <b>b</b></i> c"],
  ["</p></b>x", "x"],
  ["R&amp;D &copy; &#169; 1 < 2 & 3", "R&amp;D &copy; &#169; 1 &lt; 2 &amp; 3"],
  ["a<script>hit()</script>b<style>x{}</style>c<!-- d -->", "abc"],
  ["a<script>hit()", "a"],
  ['<img src=x onerror="hit()">x', "x"],
  ['<a href="javascript:hit()">x</a>', "x"],
  ['<a href=" JaVaScRiPt:hit()">x</a>', "x"],
  ['<a href="&#106;avascript:hit()">x</a>', "x"],
  ['<a href="java\nscript:hit()">x</a>', "x"],
  ['<a href="//evil.example">x</a>', "x"],
  ['<a href="data:text/html,x">x</a>', "x"],
  [
    '<a href="https://example.org/">a <a href="https://example.org/b">b</a></a>',
    '<a href="https://example.org/">a b</a>',
  ],
  ['<svg onload="hit()"><b>x</b></svg>y', "y"],
  ["<scr<b>ipt>x", "&lt;scr<b>ipt&gt;x</b>"],
  ['"><b>x', "&quot;&gt;<b>x</b>"],
];

for (const [html, expected] of cases)
  test(html, () => {
    assert.is(inlineHtml(html), expected);
  });

test("no element or attribute other than those is parsed from what it returns", () => {
  const tags = [
    "<b>",
    "</b>",
    "<a href='x",
    "'>",
    '"',
    "<img src=x onerror=hit()>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<a href=https://e.org>",
    "</a>",
    "&lt;",
    "&#60;",
    "<",
    ">",
    "<svg",
    " onload=hit()",
    "x",
    "/",
    "<style>",
  ];
  let seed = 7;
  const random = (below: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % below;
  };
  const allowed = new Set(["b", "a", "br", "#text"]);
  for (let round = 0; round < 3000; round += 1) {
    const html = Array.from({ length: 1 + random(12) }, () => tags[random(tags.length)]).join("");
    const visit = (nodes: { nodeName: string; attrs?: { name: string }[]; childNodes?: never[] }[]): void => {
      for (const node of nodes) {
        assert.ok(allowed.has(node.nodeName), `${node.nodeName} in ${html}`);
        for (const { name } of node.attrs ?? []) assert.is(name, "href", html);
        visit(node.childNodes ?? []);
      }
    };
    visit(parseFragment(inlineHtml(html)).childNodes as never);
  }
});

test.run();
