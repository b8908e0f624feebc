import { suite } from "uvu";
import * as assert from "uvu/assert";
import { shareImageText } from "../../plugin/pages/share-image-text.ts";

const test = suite("texts of authors in drawn images");

for (const [source, text] of [
  ["Plain  title\n of it", "Plain title of it"],
  ["On $O(n^2)$ and $\\alpha$", "On O(n²) and α"],
  ["On \\(x^2\\)", "On x²"],
  ["From $5 to $6", "From $5 to $6"],
  ["It costs $5", "It costs $5"],
  ["US$5 or US$6", "US$5 or US$6"],
  ["AT&amp;T, caf&eacute; &#8211; &#x1F389;", "AT&T, café – 🎉"],
  ["R&D; and &nosuch;", "R&D; and &nosuch;"],
  ['A <em>new</em> <span class="x">way</span><br>on', "A new way on"],
  ["<A & B>, x<y and y>z", "<A & B>, x<y and y>z"],
  ["<script>alert(1)</script>", "<script>alert(1)</script>"],
  ["&lt;b&gt; is bold", "<b> is bold"],
  ["a\u00A0b", "a\u00A0b"],
  ["", ""],
] as const) {
  test(JSON.stringify(source), () => assert.is(shareImageText(source, true), text));
}

test("where formulas are off, dollars stay", () =>
  assert.is(shareImageText("On $O(n^2)$", false), "On $O(n^2)$"));

test("a hostile text takes no time", () => {
  const start = performance.now();
  for (const part of ["<a ", "<a x=", "$a", "\\(", "&#", "<b x='", "$ "])
    shareImageText(part.repeat(100_000), true);
  assert.ok(performance.now() - start < 2000);
});

test.run();
