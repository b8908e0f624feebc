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
  assert.equal(ranges, [">=3.1 <4"]);
});

test.run();
