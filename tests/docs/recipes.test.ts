import sharp from "sharp";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { cli } from "../support/cli.ts";
import { doc, fencesOf } from "../support/docs.ts";
import { Site } from "../support/site.ts";

// Each recipe to the letter: its files, and what its text says that the author has.

const test = suite("recipes");

const files = new Map<string, Record<string, string>>();
for (const { attributes, language, code } of fencesOf(doc("docs/recipes.md"), "docs/recipes.md")) {
  const { site, file = language === "js" ? "eleventy.config.js" : undefined } = attributes;
  if (site && file) files.set(site, { ...files.get(site), [file]: code });
}

/** The site on Eleventy, to which a recipe adds a page. */
const own: Readonly<Record<string, Record<string, string>>> = {
  only: { "index.md": "---\ntitle: Home\ndescription: Who I am\nlayout: mine.njk\n---\nWelcome.\n" },
};

/** The pictures that the author puts into `assets/`. */
const pictures: Readonly<Record<string, readonly string[]>> = {
  teasers: ["assets/engine.jpg", "assets/card.jpg"],
};

test("there are six", () => assert.is(files.size, 6, [...files.keys()].join(", ")));

for (const [name, given] of files) {
  test(`${name}: the build has no warning, and check finds nothing`, async () => {
    const site = new Site({ "package.json": '{ "type": "module" }', ...own[name], ...given });
    try {
      site.link();
      for (const picture of pictures[name] ?? []) {
        const image = sharp({ create: { width: 40, height: 30, channels: 3, background: "#568" } });
        site.write({ [picture]: "" });
        await image.jpeg().toFile(`${site.folder}/${picture}`);
      }
      const { code, output } = await cli(site.folder, ["check"]);
      assert.is(code, 0, output);
      assert.not.match(output, "indigo:");
      assert.not.match(output, /\bwarnings?\b/i, output);
    } finally {
      site.remove();
    }
  });
}

test.run();
