import { mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, Site } from "../support/site.ts";

const test = suite("Sass of a Jekyll site");

interface Built {
  code: number | null;
  read(name: string): string;
  output: string;
}

async function build(
  yaml: string,
  files: Record<string, string>,
  prepare?: (folder: string) => void,
): Promise<Built> {
  const site = new Site({
    "eleventy.config.js": config({ config: "_config.yml" }),
    "_config.yml": `title: Ada\n${yaml}`,
    ...files,
  });
  prepare?.(site.folder);
  try {
    const { code, output } = await site.buildInProcess();
    const read = new Map(site.files().map((name) => [name, site.read(name)]));
    return { code, read: (name) => read.get(name) ?? `no ${name}`, output };
  } finally {
    site.remove();
  }
}

const page = (source: string): string => `---\n---\n${source}`;

// All expected values are what Jekyll 4.3.1 makes of the same files.

test("pages in Sass are compiled after Liquid, with the site's partials", async () => {
  const { read, output } = await build("color: red\nsass: { style: compressed }\n", {
    "css/main.scss": page(
      '@import "vars", "sub/more";\n.a { .b { color: {{ site.color }}; width: $w; content: "ä" } }\n',
    ),
    "css/main2.scss": page('@import "main2";\n'),
    "_sass/main2.scss": ".m { a: b }",
    "_sass/_vars.scss": "$w: 3px;",
    "_sass/sub/more.sass": '@import "beside"\n.more\n  c: d\n',
    "_sass/sub/_beside.scss": ".beside { a: b }",
    "css/old.sass": page(".x\n  color: red\n"),
    "css/raw.scss": ".raw { a: {{ b }} }",
    "css/plain.css": page(".p { a: {{ site.color }} }"),
  });
  assert.is(read("css/main.css"), '.beside{a:b}.more{c:d}.a .b{color:red;width:3px;content:"ä"}\n', output);
  assert.is(read("css/main2.css"), ".m{a:b}\n");
  assert.is(read("css/old.css"), ".x{color:red}\n");
  assert.is(read("css/raw.scss"), ".raw { a: {{ b }} }");
  assert.is(read("css/plain.css"), ".p { a: red }");
});

test("partials are found in sass_dir and load_paths", async () => {
  const { read } = await build("sass:\n  sass_dir: /styles/sass\n  load_paths: [vendor-css, more]\n", {
    "main.scss": page('@use "one";\n@import "two", "three";\n'),
    "styles/sass/_one.scss": ".one { a: b }",
    "vendor-css/two.css": ".two { a: b }",
    "more/three/_index.scss": ".three { a: b }",
  });
  for (const name of ["one", "two", "three"]) assert.match(read("main.css"), `.${name} {\n  a: b;\n}`);
});

test("documents of collections, and the filters, use the same partials", async () => {
  const { read } = await build("collections: { css: { output: true } }\n", {
    "_css/a.scss": page('@import "p";'),
    "_sass/_p.scss": ".p { a: b }",
    "f.txt": page('{% capture s %}@import "p";{% endcapture %}{{ s | scssify }}{{ "@import p" | sassify }}'),
  });
  assert.is(read("css/a.css"), ".p {\n  a: b;\n}\n");
  assert.is(read("f.txt"), ".p {\n  a: b;\n}\n.p {\n  a: b;\n}\n");
});

test("mistakes stop the build with file and line", async () => {
  const cases: [files: Record<string, string>, message: string][] = [
    [
      { "a.scss": page('a { b: c }\n@import "nothing";\n') },
      "indigo: a.scss:4 can't be compiled: Can't find stylesheet to import.",
    ],
    [
      { "a.scss": page('@import "p";'), "_sass/_p.scss": "\na { b: $none }" },
      "indigo: _sass/_p.scss:2 can't be compiled: Undefined variable.",
    ],
    [
      { "f.txt": page('{{ "a {" | scssify }}') },
      "indigo: Sass in a template can't be compiled: expected end of rule.",
    ],
  ];
  for (const [files, message] of cases) {
    const { code, output } = await build("", files);
    assert.is(code, 1);
    assert.match(output, message, output);
  }
});

test("Sass of Indigo that is gone is reported with its line; the site's own of that name is used", async () => {
  const { code, read, output } = await build("", {
    "css/a.scss": page('// mine\n@import "base/variables";\n@import "pages/post";\n.a { b: c }\n'),
    "css/b.scss": page('@import "base/variables";\n.a { color: $alpha }\n'),
    "_sass/pages/_post.scss": ".own { b: c }",
  });
  assert.is(code, 0, output);
  assert.is(read("css/a.css"), ".own {\n  b: c;\n}\n\n.a {\n  b: c;\n}\n");
  assert.match(
    output,
    'indigo: css/a.scss:4 imports "base/variables", Sass of Indigo that the plugin replaces: remove the import, or set the option "tokens".',
  );
  assert.not.match(output, 'imports "pages/post"');
  assert.match(
    output,
    "indigo: css/b.scss:4 can't be compiled: Undefined variable, without the Sass of Indigo: its styles are left out.",
  );
});

test("nothing outside of the site is imported", async () => {
  const outside = mkdtempSync(path.join(tmpdir(), "indigo-sass-"));
  writeFileSync(path.join(outside, "_secret.scss"), ".secret { a: b }");
  writeFileSync(path.join(outside, "secret.css"), ".secret { a: b }");
  const imports = [
    `../../../../../../../../../..${outside}/secret`,
    `${outside}/secret`,
    `file://${outside}/_secret.scss`,
    `file://${outside}/secret`,
    "linked/secret",
    "file-link",
    `..%2F..%2F..%2F..%2F..%2F..%2F..%2F..${outside}/secret`,
  ];
  for (const name of imports) {
    for (const at of ["@import", "@use", "@forward"]) {
      const { code, read, output } = await build(
        `sass: { load_paths: ["${outside}", "../../../../../../..${outside}"] }\n`,
        { "a.scss": page(`${at} "${name}";\n`), "_sass/a.txt": "" },
        (folder) => {
          symlinkSync(outside, path.join(folder, "_sass/linked"));
          symlinkSync(path.join(outside, "_secret.scss"), path.join(folder, "_sass/_file-link.scss"));
        },
      );
      assert.is(code, 1, `${at} ${name}: ${read("a.css")}`);
      assert.match(output, "a.scss:3 can't be compiled");
      assert.not.match(read("a.css"), "secret");
    }
  }
});

test.run();
