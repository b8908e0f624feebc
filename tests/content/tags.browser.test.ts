import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { inspect } from "../support/axe.ts";
import { launchBrowser, withPage } from "../support/browser.ts";
import { serve } from "../support/server.ts";
import { config, Site } from "../support/site.ts";

const test = suite("the tags of a post");

test("rows of tags are far enough apart for a finger", async () => {
  const tags = Array.from({ length: 14 }, (_, at) => `topic${at}`).join(", ");
  const site = new Site({
    "eleventy.config.js": config({ title: "Hu" }),
    "p.md": `---\ntitle: P\ndate: 2024-01-01\nlayout: post\ntags: [posts, ${tags}]\n---\nText.\n`,
  });
  const server = await serve(path.join(site.folder, "_site"));
  const browser = await launchBrowser();
  try {
    await site.built();
    await withPage(browser, { viewport: { width: 360, height: 800 } }, async (page) => {
      await page.goto(`${server.url}p/`);
      const tops = await page
        .locator(".post-tags > .item")
        .evaluateAll((items) => items.map((item) => item.getBoundingClientRect().top));
      assert.ok(new Set(tops).size > 2, "the tags wrap");
      assert.equal((await inspect(page, ["target-size"])).violations, []);
    });
  } finally {
    await browser.close();
    await server.close();
    site.remove();
  }
});

test.run();
