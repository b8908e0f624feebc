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
  const site = new Site({ "index.md": page("Home"), "eleventy.config.js": config({ title: "Hu" }) });
  await site.built();
  const css = site.read(site.files().find((file) => file.endsWith(".css")) ?? "");
  site.remove();
  const dark = /@media ?\(prefers-color-scheme: ?dark\)\{(:root\{[^}]*\})\}/g;
  const blocks = [...css.matchAll(dark)].map(([, rules]) => rules ?? "");
  assert.is(blocks.length, 1);
  assert.match(blocks[0] ?? "", /^:root\{(--indigo-[\w-]+: ?[^;}]+;?)+\}$/);
  assert.is(css.split("prefers-color-scheme").length - 1, 1);
});

test("the file's name changes with its content and only with it", async () => {
  const names: (string | undefined)[] = [];
  for (const options of [{ title: "A" }, { title: "B" }, { title: "A", theme: "dark" }]) {
    const site = new Site({ "index.md": page("Home"), "eleventy.config.js": config(options) });
    await site.built();
    names.push(site.files().find((file) => file.endsWith(".css")));
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
