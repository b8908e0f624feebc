import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { HtmlValidate } from "html-validate";
import type { Browser } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { launchBrowser, views, withPage } from "../support/browser.ts";
import { type Running, serve } from "../support/server.ts";
import { Site } from "../support/site.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const pages = { home: "", about: "about/" };

const test = suite<{ browser: Browser; site: Site; server: Running }>("example-site in a browser");

test.before(async (context) => {
  context.browser = await launchBrowser();
  context.site = await Site.copyOf("example-site").built();
  context.server = await serve(path.join(context.site.folder, "_site"));
});

test.after(async ({ browser, site, server }) => {
  await browser.close();
  await server.close();
  site.remove();
});

for (const [name, address] of Object.entries(pages)) {
  test(`html-validate finds nothing on ${name}`, async ({ site }) => {
    const report = await new HtmlValidate({ extends: ["html-validate:recommended"] }).validateString(
      site.read(`${address}index.html`),
    );
    const findings = report.results.flatMap(({ messages }) => messages);
    assert.equal(
      findings.map(({ line, ruleId, message }) => `${line} ${ruleId}: ${message}`),
      [],
    );
  });

  for (const view of views) {
    const { viewport, colorScheme } = view;
    test(`axe-core finds nothing on ${name}, ${viewport.width} px, ${colorScheme}`, async ({
      browser,
      server,
    }) => {
      const { violations, rules } = await withPage(browser, view, async (page) => {
        await page.goto(server.url + address);
        await page.evaluate(axe);
        return page.evaluate(async () => {
          // @ts-expect-error axe is there since the line above
          const result = await window.axe.run();
          return {
            rules: result.passes.map(({ id }: { id: string }) => id) as string[],
            violations: result.violations.map(
              ({ id, nodes }: { id: string; nodes: { html: string }[] }) => `${id}: ${nodes[0]?.html}`,
            ) as string[],
          };
        });
      });
      assert.equal(violations, []);
      assert.ok(rules.includes("color-contrast"), "contrast was checked");
    });

    test(`nothing of ${name} is cut off, ${viewport.width} px, ${colorScheme}`, async ({
      browser,
      server,
    }) => {
      const overflow = await withPage(browser, view, async (page) => {
        await page.goto(server.url + address);
        return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      });
      assert.is(overflow, 0);
    });
  }

  test(`${name} runs no script and asks no other host`, async ({ browser, server }) => {
    await withPage(browser, {}, async (page) => {
      const asked: string[] = [];
      const failed: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      page.on("response", (response) => {
        if (response.status() >= 400) failed.push(response.url());
      });
      await page.goto(server.url + address, { waitUntil: "networkidle" });
      assert.ok(asked.length >= 3, "the page, its style sheet and its picture");
      assert.equal(
        asked.filter((url) => !url.startsWith(server.url)),
        [],
      );
      assert.equal(failed, []);
      assert.is(await page.locator("script, [onclick], [onload]").count(), 0);
    });
  });
}

test("HTML and CSS of About are at most 6 kB gzipped", ({ site }) => {
  const css = site.files().filter((file) => file.endsWith(".css"));
  assert.is(css.length, 1);
  const size = (file: string): number => gzipSync(site.read(file)).length;
  const total = size("about/index.html") + size(css[0] ?? "");
  assert.ok(total <= 6000, `${total} bytes`);
});

test("the skip link is the first stop of the keyboard and leads to the content", async ({
  browser,
  server,
}) => {
  await withPage(browser, { viewport: { width: 360, height: 700 } }, async (page) => {
    await page.goto(`${server.url}about/`);
    await page.keyboard.press("Tab");
    const link = page.locator(":focus");
    assert.is(await link.innerText(), "Skip to content");
    assert.ok(((await link.boundingBox())?.y ?? -1) >= 0, "it is in sight");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    assert.is(await page.locator(":focus").innerText(), "Yoshua Bengio");
  });
});

test.run();
