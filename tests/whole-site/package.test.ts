import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { root, run, Site } from "../support/site.ts";

const test = suite<{ tarball: string; folder: string }>("the package, installed by a stranger");

const npm = process.platform === "win32" ? "npm.cmd" : "npm";

test.before(async (context) => {
  context.folder = mkdtempSync(path.join(tmpdir(), "indigo-"));
  const packed = await run(npm, ["pack", "--ignore-scripts", "--pack-destination", context.folder], root);
  assert.is(packed.code, 0, packed.output);
  context.tarball = path.join(
    context.folder,
    readdirSync(context.folder).find((name) => name.endsWith(".tgz")) ?? "",
  );
});

test.after(({ folder }) => rmSync(folder, { recursive: true, force: true }));

test("holds what it needs and nothing else", async ({ folder, tarball }) => {
  const { output } = await run("tar", ["-tzf", tarball], folder);
  const files = output.trim().split("\n");
  const tops = new Set(files.map((file) => file.split("/").slice(0, 2).join("/")));
  assert.equal([...tops].sort(), [
    "package/CHANGELOG.md",
    "package/LICENSE",
    "package/README.md",
    "package/dist",
    "package/layouts",
    "package/package.json",
    "package/styles",
  ]);
});

test("with Eleventy alone, five lines of config and one page build a right page", async ({
  folder,
  tarball,
}) => {
  const site = new Site({}, path.join(folder, "site"));
  const installed = await run(
    npm,
    ["install", "--prefer-offline", "--no-audit", "--no-fund", "@11ty/eleventy@^3.1", tarball],
    site.folder,
  );
  assert.is(installed.code, 0, installed.output);
  const config = [
    'import indigo from "eleventy-plugin-indigo";',
    "export default function (eleventyConfig) {",
    '  eleventyConfig.addPlugin(indigo, { title: "Ada Lovelace" });',
    "}",
  ];
  assert.ok(config.length <= 5);
  site.write({
    "eleventy.config.mjs": config.join("\n"),
    "index.md": "---\ntitle: Notes\nlayout: page\nshowHeader: false\n---\nOn the *Analytical Engine*.\n",
  });
  const built = await run(process.execPath, ["node_modules/@11ty/eleventy/cmd.cjs"], site.folder);
  assert.is(built.code, 0, built.output);
  assert.not.match(built.output, /warn|deprecat/i);
  const html = site.read("index.html");
  assert.match(html, "<title>Ada Lovelace</title>");
  assert.match(html, "<p>On the <em>Analytical Engine</em>.</p>");
  assert.match(html, 'class="footer-main"');
  const css = /href="\/(assets\/indigo-[\da-f]+\.css)"/.exec(html)?.[1] ?? "";
  assert.match(site.read(css), ".wrapper-normal");

  // The example-site is an outsider too: it builds where only the package is.
  const example = Site.copyOf("example-site", path.join(folder, "site/example"));
  const again = await run(process.execPath, ["../node_modules/@11ty/eleventy/cmd.cjs"], example.folder);
  assert.is(again.code, 0, again.output);
  assert.match(example.read("about/index.html"), "GFlowNet Foundations");
});

test.run();
