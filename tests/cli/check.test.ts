import { existsSync, mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { packageManifest } from "../../plugin/paths.ts";
import { cli, contents } from "../support/cli.ts";
import { doc, fencesOf } from "../support/docs.ts";
import { config, page, root, Site } from "../support/site.ts";

const test = suite("check");

/** What `--json` gives. */
interface Report {
  versions: { node: string; eleventy?: string; plugin: string };
  pages: number;
  faults: { rule: string; message: string; page: string; pages: number; file?: string; line?: number }[];
  warnings: { rule: string; message: string; file?: string; line?: number }[];
  outerLinks: string[];
}

const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"></svg>';

/** A site with each kind of fault once, and its like that is none. */
const faulty = {
  "eleventy.config.js": config(
    { title: "A site", bio: "Of mine", url: "https://example.org", bibliographyErrors: "warn" },
    'eleventyConfig.addPassthroughCopy("assets");',
  ),
  "assets/dot.svg": picture,
  "assets/own.css": "/* Mine */\n:root {\n  --indigo-accent: #ccc;\n}\n",
  "index.md": page(
    "Home",
    "[About](/about/#me), [full](https://example.org/about/), [out](https://other.example/)",
  ),
  "about.md": page(
    "About",
    [
      '<h2 id="me">Me</h2>',
      "[gone](/gone/)",
      "[part](/#nowhere) [full](https://example.org/lost/)",
      "![a dot](/assets/dot.svg) ![no dot](/assets/missing.svg)",
      '<img src="/assets/dot.svg">',
      '<i id="twice"></i><i id="twice"></i>',
      "#### Too deep",
    ].join("\n\n"),
  ),
  "publications.yaml":
    "- id: linked\n  title: A\n  venue: V\n  year: 2020\n  url: https://a.example/\n\n- id: bare\n  title: B\n  venue: V\n  year: 2021\n",
};

test("every kind of fault is found once, with file and line", async () => {
  const site = new Site(faulty);
  const before = contents(site.folder);
  const { code, output } = await cli(site.folder, ["check", "--json"]);
  const after = contents(site.folder);
  site.remove();
  assert.is(code, 1, output);
  const { faults, outerLinks } = JSON.parse(output.slice(output.indexOf("{"))) as Report;
  assert.equal(
    faults.map(({ rule, file, line }) => `${rule} ${file}:${line}`),
    [
      "broken-link about.md:7",
      "broken-anchor about.md:9",
      "broken-link about.md:9",
      "missing-file about.md:11",
      "missing-alt about.md:13",
      "duplicate-id about.md:15",
      "skipped-heading about.md:17",
      "publication-link publications.yaml:7",
      "contrast assets/own.css:3",
    ],
  );
  assert.ok(outerLinks.includes("https://other.example/"));
  assert.not.ok(outerLinks.some((link) => link.startsWith("https://example.org")));
  assert.equal(after, before, "nothing is written into the site");
});

test("a faint color is found where the sheets of other parts have colors for print", async () => {
  const faint = ":root { --indigo-accent: #ccc }\n";
  const cv = { sections: { cv: true } };
  for (const [name, options, css, found] of [
    ["no CV", {}, faint, ["assets/own.css:1"]],
    ["a CV", cv, faint, ["assets/own.css:1"]],
    ["a CV, faint in light only", { ...cv, theme: "auto" }, faint, ["assets/own.css:1"]],
    ["a CV, for print only", cv, `@media print { ${faint} }`, []],
    ["a CV, in options", { ...cv, tokens: { accent: "#ccc" } }, "", ["undefined:undefined"]],
  ] as const) {
    const site = new Site({
      "eleventy.config.js": config(
        { title: "A site", description: "Of mine", ...options },
        'eleventyConfig.addPassthroughCopy("assets");',
      ),
      "assets/own.css": css,
      "cv.yaml": "basics: { name: Ada }\nwork: [{ name: Lab, position: Head }]\n",
      "index.md": page("Home"),
    });
    const { output } = await cli(site.folder, ["check", "--json"]);
    site.remove();
    const { faults } = JSON.parse(output.slice(output.indexOf("{"))) as Report;
    assert.equal(
      faults.filter(({ rule }) => rule === "contrast").map(({ file, line }) => `${file}:${line}`),
      found,
      name,
    );
  }
});

test("a site without faults ends with 0, its output folder stays as it is, and no temporary folder is left", async () => {
  const site = new Site({
    "eleventy.config.js": config({ title: "A site", bio: "Of mine" }),
    "index.md": page("Home"),
    "_site/mine.txt": "as it was",
  });
  const temporary = path.join(site.folder, "node_modules/tmp");
  mkdirSync(temporary, { recursive: true });
  const { code, output } = await cli(site.folder, ["check"], { TMPDIR: temporary });
  const left = readdirSync(temporary).filter((name) => name.startsWith("indigo-"));
  const [kept, files] = [site.read("mine.txt"), site.files()];
  site.remove();
  assert.is(code, 0, output);
  assert.match(output, "2 pages checked, no faults.");
  assert.is(kept, "as it was");
  assert.equal(files, ["mine.txt"]);
  assert.equal(left, []);
});

test("pages without a description are named, each by its source", async () => {
  const site = new Site({
    "eleventy.config.js": config({ title: "A site", pages: { notFound: false, home: false } }),
    "index.md": page("Home"),
    "told.md": "---\ntitle: Told\nlayout: page\ndescription: Of this\n---\n",
  });
  const { code, output } = await cli(site.folder, ["check"]);
  site.remove();
  assert.is(code, 1);
  assert.match(output, /Pages without a description \(1\)\n {2}index\.md /);
});

test("a site under a path prefix is followed under it", async () => {
  const site = new Site({
    "eleventy.config.js": `${config({ title: "A site", bio: "Of mine", url: "https://example.org/sub" })}
export const config = { pathPrefix: "/sub/", dir: { output: "docs" } };\n`,
    "index.md": page("Home", "[about](/about/)\n\n[gone](/sub/gone/)"),
    "about.md": page("About"),
    "docs/old.md": "---\n{% nothing %}\n---\n{% of-this-is-built %}",
  });
  const { code, output } = await cli(site.folder, ["check"]);
  site.remove();
  assert.is(code, 1, output);
  assert.match(output, 'index.md:7  broken link "/sub/gone/": the site has no such page or file');
  assert.match(output, "1 fault.");
});

test("a site that does not build says why, without a stack trace", async () => {
  const site = new Site({ "eleventy.config.js": config({ tilte: "A site" }), "index.md": page("Home") });
  const { code, output } = await cli(site.folder, ["check"]);
  site.remove();
  assert.is(code, 1);
  assert.match(output, "the site does not build:");
  assert.match(output, 'unknown option "tilte" in eleventy.config.js. Did you mean "title"?');
  assert.not.match(output, /^\s+at .+:\d+/m);
});

test("a folder without a site, and a site without pages", async () => {
  const site = new Site({ "notes.txt": "mine" });
  const none = await cli(site.folder, ["check"]);
  site.remove();
  assert.is(none.code, 1);
  assert.match(
    none.output,
    /^indigo: the folder "[^"]+" is no Eleventy site: it has none of \.eleventy\.js, /,
  );
  const empty = new Site({ "eleventy.config.js": "export default () => {};\n" });
  const { code, output } = await cli(empty.folder, ["check"]);
  empty.remove();
  assert.is(code, 1);
  // On a slow machine, after the name of the work.
  assert.match(output, /(?:^|\n)indigo: the site in "[^"]+" has no pages\.\n$/);
});

test("a missing image and a broken link are reported once", async () => {
  const site = new Site({
    "eleventy.config.js": config({ title: "A site", description: "Of mine" }),
    "posts/a.md":
      "---\ntitle: A\nlayout: page\ndescription: D\n---\n# A\n\n![a](gone.svg) and [b](gone.md)\n",
  });
  const { code, output } = await cli(site.folder, ["check"]);
  site.remove();
  assert.is(code, 1);
  assert.match(output, 'posts/a.md:8  missing file "gone.svg"');
  assert.match(output, 'posts/a.md:8  broken link "gone.md"');
  assert.not.match(output, "does not exist");
});

test("pages without a layout, slips in front matter, shared descriptions and other warnings of the build", async () => {
  const site = new Site({
    "eleventy.config.js": config({ title: "A site", description: "Of mine" }),
    "index.md":
      "---\ntitle: Home\nlayout: home\ndescriptoin: Other\nmood: calm\n---\nA formula: $\\frac{a}$.\n",
    "bare.md": "Nothing around *this*.",
    "whole.html":
      "---\ndescription: Whole\n---\n<!doctype html><html lang=en><title>a</title><p>b</p></html>",
    "one.md": page("One"),
    "two.md": page("Two"),
  });
  const { code, output } = await cli(site.folder, ["check", "--json"]);
  site.remove();
  assert.is(code, 1, output);
  const { faults, warnings } = JSON.parse(output.slice(output.indexOf("{"))) as Report;
  assert.equal(
    faults.filter(({ rule }) => rule === "missing-layout").map(({ file }) => file),
    ["bare.md"],
  );
  assert.equal(
    warnings
      .map(({ rule, file, line }) => `${rule} ${file}:${line}`)
      .map((text) => text.replace(/^build .*/, "build")),
    ["front-matter index.md:4", "shared-description undefined:undefined", "build"],
  );
  assert.match(warnings[0]?.message ?? "", 'no field "descriptoin". Did you mean "description"?');
  assert.match(warnings[1]?.message ?? "", '3 pages have the description "Of mine": /, /one/, /two/');
  assert.match(warnings[2]?.message ?? "", "index.md");
});

test("a publication without a link is found in its own file, not by a word elsewhere", async () => {
  const site = new Site({
    "eleventy.config.js": config({ title: "A site", bio: "a" }),
    "publications.bib":
      "@article{b, title={B}, journal={J}, year=2020, doi={10.1234/b}}\n@article{a, title={A}, journal={J}, year=2020}\n",
  });
  const { output } = await cli(site.folder, ["check", "--json"]);
  site.remove();
  const { faults } = JSON.parse(output.slice(output.indexOf("{"))) as Report;
  assert.equal(
    faults.filter(({ rule }) => rule === "publication-link").map(({ file, line }) => `${file}:${line}`),
    ["publications.bib:2"],
  );
});

/** The report that the documentation shows. */
const documented = JSON.parse(
  fencesOf(doc("docs/check.md"), "docs/check.md").find(({ language }) => language === "json")?.code ?? "",
) as Report;

test("--json has the fields that are documented, with versions", async () => {
  const site = new Site({
    "eleventy.config.js": config({ title: "A site", description: "Of mine" }),
    "index.md": page("Home", "[gone](/gone/) [out](https://other.example/)"),
  });
  const { output } = await cli(site.folder, ["check", "--json"]);
  site.remove();
  const report = JSON.parse(output.slice(output.indexOf("{"))) as Report;
  assert.equal(Object.keys(report), Object.keys(documented));
  assert.equal(Object.keys(report.faults[0] ?? {}), Object.keys(documented.faults[0] ?? {}));
  assert.equal(Object.keys(report.versions), Object.keys(documented.versions));
  assert.is(report.versions.node, process.versions.node);
  assert.is(report.versions.plugin, packageManifest.version);
  assert.match(report.versions.eleventy ?? "", /^\d+\.\d+\.\d+/);
});

test("--json has the site's own version of Eleventy, relative to the working folder too", async () => {
  const site = new Site({
    "mine/eleventy.config.js": "export default () => {};\n",
    "mine/node_modules/@11ty/eleventy/package.json":
      '{ "name": "@11ty/eleventy", "version": "3.9.9", "main": "a.cjs" }',
    "mine/node_modules/@11ty/eleventy/a.cjs": "",
  });
  const { code, output } = await cli(site.folder, ["check", "mine", "--json"]);
  site.remove();
  assert.is(code, 1);
  const report = JSON.parse(output.slice(output.indexOf("{"), output.lastIndexOf("}") + 1)) as Report;
  assert.is(report.versions.eleventy, "3.9.9");
});

test("--json has versions of a site that does not build, and of a folder without one", async () => {
  const site = new Site({ "eleventy.config.js": config({ tilte: "A site" }), "index.md": page("Home") });
  for (const folder of [".", "nowhere"]) {
    const { code, output } = await cli(site.folder, ["check", folder, "--json"]);
    assert.is(code, 1);
    const json = output.slice(output.indexOf("{"), output.lastIndexOf("\n}") + 2);
    const report = JSON.parse(json) as { versions: Report["versions"]; problems: string[] };
    assert.equal(Object.keys(report), ["versions", "problems"]);
    assert.is(report.versions.node, process.versions.node);
    assert.match(report.problems.join("\n"), folder === "." ? '"tilte"' : '"nowhere" does not exist');
  }
  site.remove();
});

test("a folder that is not there", async () => {
  const { code, output } = await cli(root, ["check", "tests/no such folder"]);
  assert.is(code, 1);
  assert.is(output, 'indigo: the folder "tests/no such folder" does not exist.\n');
  assert.not(existsSync(path.join(root, "tests/no such folder")));
});

test("help shows examples, and a wrong option ends with 2", async () => {
  const help = await cli(root, ["check", "--help"]);
  assert.is(help.code, 0);
  assert.match(help.output, "Examples:");
  const wrong = await cli(root, ["check", "--jsn"]);
  assert.is(wrong.code, 2);
  assert.match(wrong.output, "Did you mean --json?");
});

test.run();
