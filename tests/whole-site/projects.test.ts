import path from "node:path";
import { pathToFileURL } from "node:url";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, page, root, run, Site } from "../support/site.ts";

const test = suite("projects of any shape");

const yaml = "- id: lora\n  title: LoRA\n  venue: ICLR\n  year: 2022\n";
const options = { title: "Edward Hu", picture: "assets/me.svg" };

/** A site whose content lies in `folder`, with an override of one partial in `includes`. */
const content = (folder: string, includes: string): Record<string, string> => ({
  [path.posix.join(folder, "index.md")]: page("Home"),
  [path.posix.join(folder, "about.md")]: page("About", '{% publication "lora" %}'),
  [path.posix.join(folder, "publications.yaml")]: yaml,
  [path.posix.join(folder, "assets/me.svg")]: "<svg/>",
  [path.posix.join(includes, "indigo/parts/footer.njk")]: "<footer>mine</footer>",
});

async function works(name: string, site: Site, output = "_site", ...args: string[]): Promise<void> {
  site.output = output;
  try {
    await site.built(...args);
    const about = site.read("about/index.html");
    assert.match(about, '<main class="page about"', name);
    assert.match(about, '<div class="title">LoRA</div>', name);
    assert.match(about, "<footer>mine</footer>", name);
    assert.ok(site.has("assets/me.svg"), name);
    const css = /href="\/(assets\/indigo-[\da-f]+\.css)"/.exec(about)?.[1] ?? "";
    assert.ok(site.has(css), name);
    assert.equal(
      site
        .files()
        .filter(
          (file) =>
            !/\.(html|css|svg|png)$|^robots\.txt$|^publications(\/lora\/citation)?\.(bib|ris|json)$/.test(
              file,
            ),
        ),
      [],
      name,
    );
  } finally {
    site.remove();
  }
}

const shapes: [name: string, dir: Record<string, string>, folder: string, includes: string][] = [
  ["all as Eleventy has it", {}, "", "_includes"],
  ["input in a folder", { input: "src" }, "src", "src/_includes"],
  [
    "input deep in a folder",
    { input: "./site/content/", output: "dist/public" },
    "site/content",
    "site/content/_includes",
  ],
  ["includes of another name", { includes: "_partials" }, "", "_partials"],
  ["includes beside the input", { input: "content", includes: "../theme" }, "content", "theme"],
  ["layouts apart from includes", { layouts: "_layouts" }, "", "_includes"],
  [
    "layouts beside the input",
    { input: "src", layouts: "../templates", output: "out" },
    "src",
    "src/_includes",
  ],
];

for (const [name, dir, folder, includes] of shapes) {
  test(`${name}`, () => {
    const returned = new Site({
      ...content(folder, includes),
      "eleventy.config.js": config(options, `return { dir: ${JSON.stringify(dir)} };`),
    });
    return works(name, returned, dir.output);
  });
}

test("folders in an exported config object", () => {
  const site = new Site({
    ...content("src", "src/inc"),
    "eleventy.config.js": `${config(options)}export const config = { dir: { input: "src", includes: "inc" } };\n`,
  });
  return works("exported", site);
});

test("folders from the command line", () => {
  const site = new Site({ ...content("src", "src/_includes"), "eleventy.config.js": config(options) });
  return works("command line", site, "public", "--input=src", "--output=public");
});

test("an author's layout in a layouts folder of its own wins and extends the theme's", async () => {
  const site = new Site({
    "a.md": page("A", "words"),
    "_layouts/page.njk": '{% extends "indigo/page.njk" %}{% block footer %}<i>mine</i>{% endblock %}',
    "eleventy.config.js": config({ title: "Hu" }, 'return { dir: { layouts: "_layouts" } };'),
  });
  const html = (await site.built()).read("a/index.html");
  site.remove();
  assert.match(html, "<p>words</p>");
  assert.match(html, "<i>mine</i>");
});

test("template formats without Nunjucks, which stay the author's choice", async () => {
  const site = new Site({
    ...content("", "_includes"),
    "notes.njk": "not to be built",
    "eleventy.config.js": config(options, 'return { templateFormats: ["md"] };'),
  });
  return works("only Markdown", site);
});

test("Nunjucks as the language of Markdown", () => {
  const site = new Site({
    ...content("", "_includes"),
    "eleventy.config.js": config(options, 'return { markdownTemplateEngine: "njk" };'),
  });
  return works("Nunjucks in Markdown", site);
});

test("an author's own Nunjucks environment", () => {
  const nunjucks = pathToFileURL(path.join(root, "node_modules/nunjucks/index.js")).href;
  const environment = 'new nunjucks.Environment(new nunjucks.FileSystemLoader("_includes"))';
  const site = new Site({
    ...content("", "_includes"),
    "eleventy.config.js": `import nunjucks from "${nunjucks}";\n${config(options, `eleventyConfig.setLibrary("njk", ${environment});`)}`,
  });
  return works("own environment", site);
});

test("an author's own data named site: its further keys stay, and the author is told", async () => {
  const site = new Site({
    "a.md": page("A", "{{ site.lab }}"),
    "_data/site.json":
      '{ "title": "From data", "lab": "Mila", "social": ["a", "b"], "strings": { "home": 1 }, "authors": [3] }',
    "eleventy.config.js": config({ title: "Hu", languages: { de: {} } }),
    "de/a.md": page("A", "{{ site.lab }}"),
  });
  const { code, output } = await site.build();
  assert.is(code, 0, output);
  assert.match(
    output,
    `indigo: _data/site.json and the theme both define the data "site". If both have a key, the theme's value is used, which is set in eleventy.config.js.`,
  );
  const [html, german] = [site.read("a/index.html"), site.read("de/a/index.html")];
  site.remove();
  assert.match(html, "<title>A | Hu</title>");
  assert.match(html, "<p>Mila</p>");
  assert.match(html, '">Home</a>');
  assert.match(german, "<p>Mila</p>");
  assert.match(german, '">Startseite</a>');
});

test("a config in TypeScript, whose types fit", async () => {
  const site = new Site({
    ...content("", "_includes"),
    "eleventy.config.ts": `import indigo, { type EleventyConfig, type IndigoOptions, type Site } from "eleventy-plugin-indigo";
const options: IndigoOptions = { title: "Edward Hu", picture: "assets/me.svg", theme: "dark", author: { name: "E" } };
export const titleOf = (site: Site): string => site.title;
export default function (eleventyConfig: EleventyConfig & { addPlugin(plugin: typeof indigo, options?: IndigoOptions): void }) {
  eleventyConfig.addPlugin(indigo, options);
}
`,
    "wrong.ts": `import type { IndigoOptions } from "eleventy-plugin-indigo";
// @ts-expect-error a slip
export const slip: IndigoOptions = { tilte: "x" };
// @ts-expect-error out of the list
export const list: IndigoOptions = { theme: "drak" };
`,
    "tsconfig.json": JSON.stringify({
      compilerOptions: {
        module: "nodenext",
        target: "es2022",
        strict: true,
        noEmit: true,
        skipLibCheck: false,
        types: [],
      },
    }),
  });
  const tsc = await run(process.execPath, [path.join(root, "node_modules/typescript/bin/tsc")], site.folder);
  assert.is(tsc.output, "");
  const eleventy = path.join(root, "node_modules/@11ty/eleventy/cmd.cjs");
  const built = await run(
    process.execPath,
    ["--import", "tsx", eleventy, "--config=eleventy.config.ts"],
    site.folder,
  );
  assert.is(built.code, 0, built.output);
  assert.match(site.read("about/index.html"), '<div class="title">LoRA</div>');
  site.remove();
});

test.run();
