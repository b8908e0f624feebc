import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { optionsSchema } from "../../plugin/options/options.ts";
import { root, Site } from "../support/site.ts";
import { layoutNames, ownBlocks, partNames } from "../support/theme-files.ts";

const readme = readFileSync(path.join(root, "README.md"), "utf8");
const section = (title: string): string => readme.split(`\n## ${title}\n`)[1]?.split("\n## ")[0] ?? "";
const rows = (text: string): string[][] =>
  [...text.matchAll(/^\| (.*) \|$/gm)]
    .map(([, row]) => (row ?? "").split(" | ").map((cell) => cell.trim()))
    .slice(2);

test("the README lists every option with its default", () => {
  const listed = rows(section("Options")).map(([name, , value]) => [name?.replaceAll("`", ""), value]);
  assert.equal(
    listed.map(([name]) => name),
    Object.keys(optionsSchema.shape),
  );
  const defaults: Record<string, unknown> = optionsSchema.parse({});
  for (const [name, value] of listed) {
    const fixed = defaults[name ?? ""];
    if (fixed !== undefined) assert.is(value, `\`${JSON.stringify(fixed)}\``, name);
  }
});

test("the README lists every part, and every layout with its blocks", () => {
  const names = (cell = ""): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? "");
  const [parts = "", layouts = ""] = section("Change how it looks").split("**A layout.**");
  assert.equal(
    rows(parts)
      .flatMap(([cell]) => names(cell))
      .map((name) => partNames.find((part) => part === name || path.posix.basename(part) === name))
      .sort(),
    partNames.toSorted(),
  );
  const listed = rows(layouts).flatMap(([cell, blocks]) => names(cell).map((name) => [name, names(blocks)]));
  const frame = ownBlocks("default");
  assert.equal(
    Object.fromEntries(listed),
    Object.fromEntries(
      layoutNames.map((name) => [
        name,
        name === "default" ? frame : ownBlocks(name).filter((block) => !frame.includes(block)),
      ]),
    ),
  );
});

test("the site that the README adds the plugin to builds", async () => {
  const [config, about] = [...section("Add it to a site").matchAll(/```(?:js|md)\n(.*?)```/gs)].map(
    ([, code]) => code ?? "",
  );
  const site = new Site({ "eleventy.config.js": config ?? "", "about.md": about ?? "" });
  await site.built();
  const [home, page] = [site.read("index.html"), site.read("about/index.html")];
  const made = site.files().filter((file) => !file.startsWith("assets/"));
  site.remove();
  assert.match(home, '<h1 class="title">Ada Lovelace</h1>');
  assert.match(page, "<p>I write about the Analytical Engine.</p>");
  assert.equal(made.sort(), [
    "404.html",
    "about/index.html",
    "feed.xml",
    "index.html",
    "robots.txt",
    "sitemap.xml",
  ]);
});

test("the publications that the README shows build, and every shortcode that it lists", async () => {
  const text = section("Publications");
  const yaml = /```yaml\n(.*?)```/s.exec(text)?.[1] ?? "";
  const calls = rows(text).map(([call]) => call?.replaceAll("`", ""));
  assert.is(calls.length, 7);
  const site = new Site({
    "eleventy.config.js":
      'import indigo from "eleventy-plugin-indigo";\nexport default (c) => { c.addPlugin(indigo, {}); };\n',
    "publications.yaml": yaml,
    "index.njk": `---\nwork: { title: W, venue: V, year: 2020 }\n---\n${calls.join("\n")}`,
  });
  const html = (await site.built()).read("index.html");
  site.remove();
  assert.is(html.split("<ul").length - 1, 6);
  assert.match(html, "Oral at ICLR 2022");
  assert.match(html, '<figure class="publication-chart"');
});

test.run();
