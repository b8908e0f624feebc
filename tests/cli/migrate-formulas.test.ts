import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { cli } from "../support/cli.ts";
import { jekyllFiles } from "../support/jekyll-site.ts";
import { Site } from "../support/site.ts";

const test = suite("migrate and the formulas of a site");

const settings = `<script type="text/x-mathjax-config">
MathJax.Hub.Config({ tex2jax: { inlineMath: [['$','$']] }, TeX: { Macros: { R: "{\\\\mathbb{R}}" } } });
</script>
<script src="//cdn.example.org/MathJax.js"></script>`;

const layout =
  "<html><head>{% if page.math %}{% include math.html %}{% endif %}</head><body>{{ content }}</body></html>";

test("what its MathJax sets becomes the option, and the report names it and the scripts that stay", async () => {
  const work = new Site();
  new Site(
    {
      ...jekyllFiles,
      "_layouts/default.html": layout,
      "_includes/math.html": settings,
      "_layouts/bare.html": `${settings}{{ content }}`,
      "bare.md": "---\nlayout: bare\nmath: true\n---\nText.\n",
      "_posts/2020-01-03-a.md": "---\nlayout: post\nmath: true\n---\nLet $a_b \\in \\R$.\n",
    },
    path.join(work.folder, "old"),
  );
  const { code, output } = await cli(work.folder, ["migrate", "old", "--out", "new"]);
  assert.is(code, 0, output);
  const site = new Site({}, path.join(work.folder, "new"));
  assert.match(
    site.source("eleventy.config.js"),
    'math: {"dollars":true,"macros":{"\\\\R":"{\\\\mathbb{R}}"}}',
  );
  assert.match(output, "✓ $…$ is a formula, as in your MathJax");
  assert.match(output, "✓ its macros: \\R");
  assert.match(output, "! _layouts/bare.html loads MathJax or KaTeX");
  site.link();
  await site.built();
  assert.match(site.read("a/index.html"), "<msub><mi>a</mi>");
  assert.match(site.read("a/index.html"), "ℝ");
  work.remove();
});

test.run();
