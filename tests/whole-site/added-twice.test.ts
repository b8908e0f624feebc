import { createRequire } from "node:module";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { page, Site } from "../support/site.ts";

const test = suite("the plugin as Eleventy knows it");

const twice = (first: string, second: string): Record<string, string> => ({
  "eleventy.config.js": `import indigo from "eleventy-plugin-indigo";
export default function (eleventyConfig) {
  eleventyConfig.addPlugin(indigo, ${first});
  eleventyConfig.addPlugin(indigo, ${second});
  console.log("is there: " + eleventyConfig.hasPlugin("eleventy-plugin-indigo"));
}
`,
  "about.md": page("About", "Text."),
});

for (const [what, first, second] of [
  ["the same options", '{ title: "Ada" }', '{ title: "Ada" }'],
  ["other options", '{ title: "Ada" }', '{ title: "Bob" }'],
  ["none the second time", '{ title: "Ada" }', "{}"],
] as const) {
  test(`added twice, with ${what}, it works once, as it was added first`, async () => {
    const site = new Site(twice(first, second));
    const { code, output } = await site.build();
    const html = code === 0 ? site.read("about/index.html") : "";
    site.remove();
    assert.is(code, 0, output);
    assert.match(output, "is there: true");
    assert.match(html, "<title>About | Ada</title>");
  });
}

test("a config in CommonJS may require it", async () => {
  const site = new Site({
    "package.json": "{}",
    "eleventy.config.js": `const indigo = require("eleventy-plugin-indigo");
module.exports = function (eleventyConfig) {
  eleventyConfig.addPlugin(indigo, { title: "Ada" });
};
`,
    "about.md": page("About", "Text."),
  });
  site.link();
  const { code, output } = await site.build();
  const html = code === 0 ? site.read("about/index.html") : "";
  site.remove();
  assert.is(code, 0, output);
  assert.match(html, "<title>About | Ada</title>");
});

/** Versions of Eleventy, and whether the plugin was tested with them. */
const versions: Record<string, boolean> = {
  "2.0.1": false,
  "3.0.9": false,
  "3.1.0": true,
  "3.1.8": true,
  "3.2.0": true,
  // Before preprocessors and Nunjucks became what they are in 4.0.
  "4.0.0-alpha.9": false,
  "4.0.0-alpha.10": true,
  "4.0.0-beta.1": true,
  "4.0.0": true,
  "4.1.0": true,
  "5.0.0-alpha.1": false,
  "5.0.0": false,
};

test("it refuses a version of Eleventy that it was not tested with", async () => {
  const { default: indigo } = await import("../../plugin/index.ts");
  const ranges: string[] = [];
  const asked = new Error("asked");
  const eleventyConfig = {
    versionCheck(range: string): void {
      ranges.push(range);
      throw asked;
    },
  };
  try {
    await indigo(eleventyConfig as never, {});
    assert.unreachable();
  } catch (error) {
    assert.is(error, asked);
  }
  assert.is(ranges.length, 1);
  // As Eleventy compares them. A range that Eleventy takes for missing would accept everything.
  const { satisfies } = createRequire(import.meta.url)("semver") as {
    satisfies(version: string, range: string, options: { includePrerelease: boolean }): boolean;
  };
  for (const [version, isTested] of Object.entries(versions))
    assert.is(satisfies(version, ranges[0] ?? "", { includePrerelease: true }), isTested, version);
});

test.run();
