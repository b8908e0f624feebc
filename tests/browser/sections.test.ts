import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { HtmlValidate } from "html-validate";
import type { Browser } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { launchBrowser, views, withPage } from "../support/browser.ts";
import { sectionsSite } from "../support/sections-site.ts";
import { type Running, serve } from "../support/server.ts";
import { Site } from "../support/site.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const policy = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'";

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

test("html-validate finds nothing on any page", async ({ site }) => {
  const validator = new HtmlValidate({ extends: ["html-validate:recommended"] });
  const found: string[] = [];
  for (const address of site.pages()) {
    const html = site.read(address.endsWith("html") ? address : `${address}index.html`);
    const { results } = await validator.validateString(html);
    for (const { line, ruleId, message } of results.flatMap(({ messages }) => messages)) {
      found.push(`/${address} ${ruleId}: ${message} (line ${line})`);
    }
  }
  assert.equal(found, []);
});

for (const view of views) {
  const name = `${view.viewport.width} px, ${view.colorScheme}`;
  test(`axe-core finds nothing and nothing is cut off, in either direction, ${name}`, async (context) => {
    const found: string[] = [];
    await withPage(context.browser, view, async (page) => {
      for (const address of context.site.pages()) {
        await page.goto(context.server.url + address);
        await page.evaluate(axe);
        const violations: string[] = await page.evaluate(async () => {
          // @ts-expect-error axe is there since the line above
          const result = await window.axe.run();
          return result.violations.map(
            ({ id, nodes }: { id: string; nodes: { html: string }[] }) => `${id}: ${nodes[0]?.html}`,
          );
        });
        found.push(...violations.map((violation) => `/${address} ${violation}`));
        for (const dir of ["ltr", "rtl"]) {
          const overflow = await page.evaluate((direction) => {
            document.documentElement.dir = direction;
            return document.documentElement.scrollWidth - window.innerWidth;
          }, dir);
          if (overflow !== 0) found.push(`/${address} is ${overflow} px too wide, ${dir}`);
        }
      }
    });
    assert.equal(found, []);
  });
}

test("a strict Content-Security-Policy blocks nothing, and no picture is missing", async (context) => {
  const found: string[] = [];
  await withPage(context.browser, {}, async (page) => {
    await page.route("**/*", async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        headers: { ...response.headers(), "content-security-policy": policy },
      });
    });
    page.on("console", (message) => found.push(message.text()));
    for (const address of context.site.pages()) {
      await page.goto(context.server.url + address);
      const broken = await page.evaluate(() =>
        Promise.all(
          [...document.images].map(async (image) => {
            image.loading = "eager";
            await image.decode().catch(() => {});
            return image.naturalWidth === 0 ? [image.src] : [];
          }),
        ),
      );
      found.push(...broken.flat());
    }
  });
  assert.equal(found, []);
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
