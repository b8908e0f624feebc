import { suite } from "uvu";
import * as assert from "uvu/assert";
import { htmlLine } from "../../plugin/utils/html-text.ts";

const test = suite("the text of HTML on one line");

const table: [html: string, text: string][] = [
  ["A <em>b</em>\n c", "A b c"],
  ["A<br>b<br/>c", "A b c"],
  ["<p>A</p>\n<p>b</p>", "A b"],
  ["if a < b and c > d", "if a < b and c > d"],
  ["A &amp; b &lt;c&gt;", "A & b <c>"],
  ["A<!-- <b>no</b> --> b", "A b"],
  ["A <script>let b = 1 < 2;</script>c", "A c"],
  ["A <STYLE media=print>b {}</STYLE >c", "A c"],
  ["A <script>never closed", "A"],
  ["<scripture>A</scripture>", "A"],
  ["", ""],
];

for (const [html, text] of table) test(JSON.stringify(html), () => assert.is(htmlLine(html), text));

test("takes linear time", () => {
  const start = performance.now();
  for (const piece of ["<script ", "<!--", "<a ", "<br ", "<", "</script"]) htmlLine(piece.repeat(50_000));
  assert.ok(performance.now() - start < 3000);
});

test.run();
