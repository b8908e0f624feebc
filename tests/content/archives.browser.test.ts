import path from "node:path";
import type { Browser } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { inspect } from "../support/axe.ts";
import { launchBrowser, views, withPage } from "../support/browser.ts";
import { type Running, serve } from "../support/server.ts";
import { config, Site } from "../support/site.ts";

const test = suite<{ browser: Browser; site: Site; server: Running }>("archives and redirects in a browser");

const long = "computing the numbers of Bernoulli with the Analytical Engine";

test.before(async (context) => {
  context.browser = await launchBrowser();
  context.site = new Site({
    "eleventy.config.js": config({
      title: "Ada Lovelace",
      url: "https://ada.example.org",
      archives: true,
      postsPerPage: 2,
    }),
    "posts/posts.json":
      '{ "layout": "post", "tags": ["posts", "engines", "C++", "mathematics of machines"] }',
    ...Object.fromEntries(
      [1, 2, 3].map((number) => [
        `posts/p${number}.md`,
        `---\ntitle: Part ${number} on ${long}\ndate: 202${number}-01-01\nupdated: 2024-05-03\nseries: Letters on ${long}\ncategories: [blog, "Notes on ${long}"]\nredirectFrom: /old/${number}/\n---\nText.\n`,
      ]),
    ),
  });
  await context.site.builtInProcess();
  context.server = await serve(path.join(context.site.folder, "_site"));
});

test.after(async ({ browser, site, server }) => {
  await browser.close();
  await server.close();
  site.remove();
});

test("axe finds nothing in any width and color scheme, and no page is wider than the screen", async ({
  browser,
  server,
}) => {
  for (const view of views)
    await withPage(browser, view, async (page) => {
      for (const url of ["blog/", "tags/", "tags/engines/", "years/2023/", "posts/p2/"]) {
        await page.goto(server.url + url);
        const { violations } = await inspect(page);
        assert.equal(violations, [], url);
        const isWide = await page.evaluate(
          () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
        );
        assert.not.ok(isWide, url);
      }
    });
});

test("an old URL leads to its page at once, without a script", ({ browser, server }) =>
  withPage(browser, { javaScriptEnabled: false }, async (page) => {
    await page.goto(`${server.url}old/2/`);
    await page.waitForURL(`${server.url}posts/p2/`);
    assert.match(await page.title(), "Part 2 on");
  }));

test.run();
