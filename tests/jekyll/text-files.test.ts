import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, Site } from "../support/site.ts";

const test = suite("text files with front matter");

interface Built {
  read(name: string): string;
  files: string[];
  output: string;
}

async function build(yaml: string, files: Record<string, string>, rest = ""): Promise<Built> {
  const site = new Site({
    "eleventy.config.js": `${config({ config: "_config.yml" }, rest)}\nexport const config = { dir: { layouts: "_layouts" } };\n`,
    "_config.yml": `title: Ada\n${yaml}`,
    ...files,
  });
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    const read = new Map(site.files().map((name) => [name, site.read(name)]));
    return {
      read: (name) => read.get(name) ?? `no ${name}`,
      files: [...read.keys()]
        .filter((name) => !/^(assets\/indigo-|index\.html|404|robots)/.test(name))
        .sort(),
      output,
    };
  } finally {
    site.remove();
  }
}

const extensions =
  "js mjs css svg csv tsv ics xml txt json webmanifest yml yaml tex bib r py rb foo rss atom geojson vcf map ts sh toml ini log srt vtt c h".split(
    " ",
  );

// All expected values are what Jekyll 4.3.1 makes of the same files.

test("files of any extension are built if they have front matter, and copied otherwise", async () => {
  const { read, files, output } = await build(
    "permalink: pretty\n",
    Object.fromEntries(
      extensions.flatMap((extension) => [
        [
          `a/f.${extension}`,
          "---\nlayout: null\ntitle: T\n---\n{{ site.title }} {{ page.title }} {{ page.url }} *x*\n",
        ],
        [`a/plain.${extension}`, "{{ site.title }}\n---\n"],
      ]),
    ),
  );
  assert.equal(
    files,
    extensions.flatMap((extension) => [`a/f.${extension}`, `a/plain.${extension}`]).sort(),
    output,
  );
  for (const extension of extensions) {
    assert.is(read(`a/f.${extension}`), `Ada T /a/f.${extension} *x*\n`);
    assert.is(read(`a/plain.${extension}`), "{{ site.title }}\n---\n");
  }
});

const urls: [permalink: string, file: string, frontMatter: string, output: string][] = [
  ["pretty", "a/f.htm", "", "a/f/index.htm"],
  ["date", "a/f.htm", "", "a/f.htm"],
  ["pretty", "a/index.htm", "", "a/index.htm"],
  ["pretty", "a/f.xhtml", "", "a/f/index.xhtml"],
  ["pretty", "a/f.css", "permalink: /p", "p.css"],
  ["pretty", "a/f.xml", "permalink: /q/", "q/index.xml"],
  ["pretty", "a/f.md", "permalink: /r/r.txt", "r/r.txt"],
  ["pretty", "a/f.md", "permalink: '/z/:basename:output_ext'", "z/f.html"],
  ["pretty", "a/f.js", "permalink: ':path/x/:basename.min.js'", "a/x/f.min.js"],
  ["pretty", "a/f.mkd", "", "a/f/index.html"],
  ["date", "a/f.min.js", "", "a/f.min.js"],
];

test("URLs of pages that are not HTML or Markdown", async () => {
  for (const [permalink, file, frontMatter, expected] of urls) {
    const { files, output } = await build(`permalink: ${permalink}\n`, {
      [file]: `---\n${frontMatter}\n---\nx\n`,
    });
    assert.equal(files, [expected], `${permalink} ${file} ${frontMatter}: ${output}`);
  }
});

test("layouts come from defaults, except with an empty layout", async () => {
  const { read } = await build("defaults:\n  - { scope: { path: '' }, values: { layout: wrap, a: 1 } }\n", {
    "_layouts/wrap.html": "<w>{{ content }}</w>",
    "wrapped.js": "---\n---\nx",
    "bare.js": "---\nlayout: null\n---\n{{ page.a }}",
    "none.js": "---\nlayout: none\n---\n{{ page.a }}",
    "style.scss": "---\n---\na { b: c }",
  });
  assert.is(read("wrapped.js"), "<w>x</w>");
  assert.is(read("bare.js"), "1");
  assert.is(read("none.js"), "1");
  assert.is(read("style.css"), "a {\n  b: c;\n}\n");
});

test("scripts keep their text", async () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template of JavaScript, which Liquid must leave alone
  const source = 'var a = "{{ site.title }}"; if (a && b || c) { `${a}`; /[^]{1,2}/ } // \\n <p>\n';
  const { read } = await build("", { "app.js": `---\n---\n${source}`, "_data/x.yml": "a: 1\n" });
  assert.is(read("app.js"), source.replace("{{ site.title }}", "Ada"));
});

test("front matter in JavaScript is not run, and formats of the site's own config stay its own", async () => {
  const { read, files } = await build(
    "",
    {
      "a.js": "---js\n{ title: globalThis.ran = 'yes' }\n---\n{{ site.title }}",
      "b.js": "---\n---\n{{ site.title }}",
      "c.own": "own {{ site.title }}",
      "d.png": "---\n---\n{{ site.title }}",
      "e.11ty.cjs": "module.exports = () => 'eleventy';",
    },
    'eleventyConfig.addTemplateFormats("own"); eleventyConfig.addExtension("own", { compile: (text) => () => text.toUpperCase() });',
  );
  assert.is((globalThis as { ran?: string }).ran, undefined);
  assert.is(read("a.js"), "---js\n{ title: globalThis.ran = 'yes' }\n---\n{{ site.title }}");
  assert.is(read("b.js"), "Ada");
  assert.is(read("d.png"), "---\n---\n{{ site.title }}");
  assert.is(read("e/index.html"), "eleventy");
  assert.is(read("c/index.html"), "OWN {{ SITE.TITLE }}");
  assert.equal(files, ["a.js", "b.js", "c.own", "c/index.html", "d.png", "e/index.html"]);
});

test("files without an extension, and with one that is no word", async () => {
  const { read, files } = await build("include: [_redirects, .htaccess]\n", {
    _redirects: "---\nlayout: null\n---\n{% for post in site.posts %}/old {{ post.url }}\n{% endfor %}",
    ".htaccess": "---\n---\n# {{ site.title }}\n",
    "a/LICENSE": "---\npermalink: /b/license\n---\n{{ site.title }}",
    "a/plain": "{{ site.title }}",
    "_posts/2024-01-02-p.md": "---\ntitle: P\n---\nText",
  });
  assert.is(read("_redirects"), "/old /2024/01/02/p.html\n");
  assert.is(read(".htaccess"), "# Ada\n");
  assert.is(read("b/license"), "Ada");
  assert.is(read("a/plain"), "{{ site.title }}");
  assert.not.ok(files.includes("a/LICENSE"));
});

test("CoffeeScript is left out with a warning", async () => {
  const { files, output } = await build("", { "js/a.coffee": "---\n---\na = 1\n", "js/b.coffee": "b = 1\n" });
  assert.equal(files, ["js/b.coffee"]);
  assert.match(
    output,
    "indigo: js/a.coffee is left out: CoffeeScript is not compiled. Replace it by the compiled JavaScript.",
  );
});

test.run();
