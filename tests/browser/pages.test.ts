import path from "node:path";
import { gzipSync } from "node:zlib";
import { HtmlValidate } from "html-validate";
import type { Browser, Page } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { inspect } from "../support/axe.ts";
import { answer, launchBrowser, views, withPage } from "../support/browser.ts";
import { type Running, serve } from "../support/server.ts";
import { Site } from "../support/site.ts";

/**
 * Sites and how many pages they have; `origin` is the address that they name as their own, and `written` what is wrong in
 * the very HTML that their author wrote, which the theme does not touch.
 */
const sites = {
  "example-site": { folder: "example-site", origin: "https://example.org", pages: 20, written: [] },
  "an Indigo site of Jekyll's": {
    folder: "tests/fixtures/indigo-site",
    origin: "http://localhost:4100",
    pages: 12,
    // Text and links stand right in a list, without an item.
    written: ["/about/ list:", "/about/ element-permitted-content:"],
  },
};

interface Context {
  browser: Browser;
  site: Site;
  server: Running;
}

for (const [name, { folder, origin, pages, written }] of Object.entries(sites)) {
  const test = suite<Context>(`${name} in a browser`);

  test.before(async (context) => {
    context.browser = await launchBrowser();
    context.site = await Site.copyOf(folder).built();
    context.server = await serve(path.join(context.site.folder, "_site"));
  });

  test.after(async ({ browser, site, server }) => {
    await browser.close();
    await server.close();
    site.remove();
  });

  /** Shows one page of the site after another. */
  const visit = (
    { browser, site, server }: Context,
    view: Parameters<typeof withPage>[1],
    use: (page: Page, address: string) => Promise<void>,
  ): Promise<void> =>
    withPage(browser, view, async (page) => {
      await answer(page, origin, path.join(site.folder, "_site"));
      for (const address of site.pages()) {
        await page.goto(server.url + address);
        await use(page, address);
      }
    });

  const isWritten = (finding: string): boolean => written.some((what) => finding.startsWith(what));

  test(`has its ${pages} pages`, ({ site }) => {
    assert.is(site.pages().length, pages);
    for (const address of ["", "about/", "blog/", "projects/", "tags/", "404.html", "low-rank-updates/"]) {
      assert.ok(site.pages().includes(address), address);
    }
  });

  test("html-validate finds nothing on any page", async ({ site }) => {
    const validator = new HtmlValidate({
      extends: ["html-validate:recommended"],
      rules: {
        // Footnotes have ids such as `fn:1`, as Jekyll's have.
        "valid-id": ["error", { relaxed: true }],
        // Markdown's tables have it on cells of an aligned column.
        "no-inline-style": ["error", { allowedProperties: ["text-align"] }],
      },
    });
    const found: string[] = [];
    for (const address of site.pages()) {
      const html = site.read(address.endsWith("html") ? address : `${address}index.html`);
      const { results } = await validator.validateString(html);
      for (const { line, ruleId, message } of results.flatMap(({ messages }) => messages)) {
        found.push(`/${address} ${ruleId}: ${message} (line ${line})`);
      }
    }
    assert.equal(
      found.filter((finding) => !isWritten(finding)),
      [],
    );
  });

  for (const view of views) {
    const { viewport, colorScheme } = view;
    test(`axe-core finds nothing and nothing is cut off, ${viewport.width} px, ${colorScheme}`, async (context) => {
      const found: string[] = [];
      await visit(context, view, async (page, address) => {
        const { violations, checksContrast } = await inspect(page);
        found.push(...violations.map((violation) => `/${address} ${violation}`));
        if (!checksContrast) found.push(`/${address} contrast was not checked`);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (overflow !== 0) found.push(`/${address} is ${overflow} px too wide`);
      });
      assert.equal(
        found.filter((finding) => !isWritten(finding)),
        [],
      );
    });
  }

  test("no page runs a script, asks another host or misses a file", async (context) => {
    const found: string[] = [];
    let asked: string[] = [];
    await withPage(context.browser, {}, async (page) => {
      await answer(page, origin, path.join(context.site.folder, "_site"));
      page.on("request", (request) => asked.push(request.url()));
      page.on("response", (response) => {
        if (response.status() >= 400) found.push(`${response.status()} ${response.url()}`);
      });
      for (const address of context.site.pages()) {
        asked = [];
        await page.goto(context.server.url + address);
        assert.ok(asked.length >= 2, "the page and its style sheet");
        for (const url of asked) {
          if (!url.startsWith(context.server.url) && !url.startsWith(`${origin}/`)) {
            found.push(`/${address} asks for ${url}`);
          }
        }
        const scripts = await page
          .locator('script:not([type="application/ld+json"]), [onclick], [onload], [onerror]')
          .count();
        if (scripts > 0) found.push(`/${address} has ${scripts} scripts`);
        const broken = await page.evaluate(() =>
          [...document.images].filter((image) => image.naturalWidth === 0).map((image) => image.src),
        );
        found.push(...broken.map((src) => `/${address} shows no ${src}`));
      }
    });
    assert.equal(found, []);
  });

  if (name === "example-site") {
    test("HTML and CSS of About are at most 6 kB gzipped", ({ site }) => {
      const html = site.read("about/index.html");
      const css = [...html.matchAll(/<link rel="stylesheet" href="\/([^"]*)"/g)].map(
        ([, file]) => file ?? "",
      );
      assert.is(css.length, 1);
      const total = [html, ...css.map((file) => site.read(file))].reduce(
        (sum, text) => sum + gzipSync(text).length,
        0,
      );
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
  }

  test.run();
}
