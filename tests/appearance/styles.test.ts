import path from "node:path";
import { compileString, NodePackageImporter } from "sass";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, page, root, Site } from "../support/site.ts";

const test = suite("styles");

/** Compiles an author's Sass in a project that has the package installed. */
function compile(source: string): string {
  const site = new Site({ "package.json": "{}" });
  try {
    const importer = new NodePackageImporter(site.link());
    return compileString(source, { importers: [importer], style: "compressed" }).css;
  } finally {
    site.remove();
  }
}

test('`@use "pkg:eleventy-plugin-indigo"` brings the theme into a site\'s own Sass', () => {
  const css = compile('@use "pkg:eleventy-plugin-indigo";');
  assert.match(css, /--indigo-accent: ?#4b0082/);
  assert.match(css, ".header-home");
});

test("its tokens can be set, and read, in Sass", () => {
  const css = compile(
    '@use "pkg:eleventy-plugin-indigo" as theme with ($accent: #0a5, $theme: "light"); b { color: theme.$accent; }',
  );
  assert.match(css, /--indigo-accent: ?#0a5/);
  assert.not.match(css, "#4b0082");
  assert.match(css, "b{color:#0a5}");
});

test("no rule is there twice for the sake of dark", async () => {
  const site = new Site({
    "index.njk": "{% for name, url in indigo.stylesheets %}{{ url }}{% endfor %}",
    "eleventy.config.js": config({ title: "Hu" }),
  });
  await site.builtInProcess();
  const sheets = site.files().filter((file) => file.endsWith(".css"));
  assert.is(
    sheets.length,
    10,
    "for every page, for posts and code, for lines of code, for publications, for some text, for layout blocks, for tables, for numbers, for notebooks, for home pages from parts",
  );
  for (const sheet of sheets) {
    const css = site.read(sheet);
    const dark = /@media screen and \(prefers-color-scheme: ?dark\)\{(:root\{[^}]*\})\}/g;
    const blocks = [...css.matchAll(dark)].map(([, rules]) => rules ?? "");
    const colours = /code|publications|writing|layout|table|numbering|notebook|home/.test(sheet) ? 0 : 1;
    assert.is(blocks.length, colours, sheet);
    for (const block of blocks) assert.match(block, /^:root\{(--indigo-[\w-]+: ?[^;}]+;?)+\}$/);
    assert.is(css.split("prefers-color-scheme").length - 1, colours, sheet);
  }
  site.remove();
});

test("a page loads what it uses: the styles of posts stand only on posts and pages with code", async () => {
  const site = new Site({
    "a.md": page("A", "Words."),
    "code.md": page("Code", "```js\nlet a;\n```"),
    "post.md": "---\nlayout: post\ntags: posts\ntitle: Post\ndate: 2024-01-01\n---\n",
    "eleventy.config.js": config({ title: "Hu" }),
  });
  await site.builtInProcess();
  const sheets = (file: string): number => site.read(file).split('rel="stylesheet"').length - 1;
  const found = ["a", "code", "post"].map((name) => sheets(`${name}/index.html`));
  site.remove();
  assert.equal(found, [1, 2, 2]);
});

test("the file's name changes with its content and only with it", async () => {
  const names: (string | undefined)[] = [];
  for (const options of [{ title: "A" }, { title: "B" }, { title: "A", theme: "dark" }]) {
    const site = new Site({ "index.md": page("Home"), "eleventy.config.js": config(options) });
    await site.builtInProcess();
    names.push(site.files().find((file) => /^assets\/indigo-[\da-f]{10}\.css$/.test(file)));
    site.remove();
  }
  assert.match(names[0] ?? "", /^assets\/indigo-[\da-f]{10}\.css$/);
  assert.is(names[1], names[0]);
  assert.is.not(names[2], names[0]);
});

test("the styles compile without a warning", () => {
  const warnings: string[] = [];
  compileString('@use "index";', {
    loadPaths: [path.join(root, "styles")],
    logger: { warn: (message) => warnings.push(message) },
  });
  assert.equal(warnings, []);
});

test.run();
