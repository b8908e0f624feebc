import path from "node:path";
import type { Browser } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { launchBrowser, withPage } from "../support/browser.ts";
import { sectionsSite } from "../support/sections-site.ts";
import { type Running, serve } from "../support/server.ts";
import { Site } from "../support/site.ts";

// Its pages are checked in pages.test.ts and csp.test.ts, as part of the site with everything.
const test = suite<{ browser: Browser; site: Site; server: Running }>("a site of all sections in a browser");

test.before(async (context) => {
  context.browser = await launchBrowser();
  context.site = await new Site(sectionsSite).built();
  context.server = await serve(path.join(context.site.folder, "_site"));
});

test.after(async ({ browser, site, server }) => {
  await browser.close();
  await server.close();
  site.remove();
});

test("projects and news stand in one column on a telephone, and side by side where there is room", async (context) => {
  for (const [width, columns] of [
    [360, 1],
    [1280, 2],
  ] as const) {
    await withPage(context.browser, { viewport: { width, height: 900 } }, async (page) => {
      for (const [address, entries] of [
        ["projects/", ".section-entries > .section-entry"],
        ["news/", ".section-entry:first-child > *"],
      ] as const) {
        await page.goto(context.server.url + address);
        const starts = await page
          .locator(entries)
          .evaluateAll((all) => new Set(all.map((entry) => entry.getBoundingClientRect().left)).size);
        assert.is(starts, columns, `${address} at ${width} px`);
      }
    });
  }
});

test.run();
