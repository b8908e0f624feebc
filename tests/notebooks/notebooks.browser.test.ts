import * as assert from "uvu/assert";
import { inspect } from "../support/axe.ts";
import { views, withPage } from "../support/browser.ts";
import { codeCell, everyKind, notebook, shown, stream } from "../support/notebook.ts";
import { payloads } from "../support/payloads.ts";
import { config, Site } from "../support/site.ts";
import { siteSuite } from "../support/site-suite.ts";

const wide = "a long line of an output that no phone shows as a whole, ";
const row = `<tr>${"<td>12345678</td>".repeat(12)}</tr>`;

const test = siteSuite("notebooks in a browser", () =>
  new Site({
    "eleventy.config.js": config({ title: "Ada", url: "https://ada.example.org", notebooks: true }),
    "posts/posts.json": '{ "layout": "post", "tags": ["posts"] }',
    "posts/every.ipynb": everyKind,
    "images/plot.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>',
    "wide.ipynb": notebook([
      codeCell("x", [stream(`${wide.repeat(5)}\n`.repeat(60))]),
      codeCell("y", [shown({ "text/html": `<table class="dataframe">${row}</table>` })]),
    ]),
    "attack.ipynb": notebook([
      ...payloads.map((payload) => codeCell("x", [shown({ "text/html": payload })])),
      ...payloads.map((payload) =>
        codeCell("x", [shown({ "image/svg+xml": `<svg width="3">${payload}</svg>` })]),
      ),
      ...payloads.map((payload) => codeCell("x", [stream(payload)])),
      ...payloads.map((source) => ({ cell_type: "markdown", metadata: {}, source })),
    ]),
  }).built(),
);

test("axe-core finds nothing, and no page is wider than the screen", async ({ browser, server }) => {
  for (const view of views) {
    await withPage(browser, view, async (page) => {
      for (const url of ["posts/every/", "wide/"]) {
        await page.goto(server.url + url);
        const { violations } = await inspect(page);
        assert.equal(violations, [], `${url} ${JSON.stringify(view)}`);
        assert.is(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
      }
    });
  }
});

test("long and wide outputs scroll by keyboard", async ({ browser, server }) => {
  await withPage(browser, { viewport: { width: 360, height: 800 } }, async (page) => {
    await page.goto(`${server.url}wide/`);
    for (const selector of [".notebook-text", ".notebook-frame"]) {
      await page.focus(selector);
      await page.keyboard.press("ArrowRight");
      await page.waitForFunction((name) => (document.querySelector(name)?.scrollLeft ?? 0) > 0, selector);
    }
    await page.focus(".notebook-text");
    await page.keyboard.press("ArrowDown");
    await page.waitForFunction(() => (document.querySelector(".notebook-text")?.scrollTop ?? 0) > 0);
  });
});

test("no attack in a cell or an output succeeds", async ({ browser, server }) => {
  await withPage(browser, {}, async (page) => {
    const hits: string[] = [];
    await page.exposeFunction("hit", () => hits.push("hit"));
    // Links and images of the text itself may lead elsewhere, outputs must not.
    await page.route("**/*", (route) =>
      route.request().url().startsWith(server.url) ? route.continue() : route.abort(),
    );
    await page.goto(`${server.url}attack/`);
    await page.waitForTimeout(300);
    const elsewhere = await page.evaluate(
      () =>
        document.querySelectorAll(".notebook-output :is(img, video, audio, source)[src*='evil.example']")
          .length,
    );
    assert.equal([hits, elsewhere], [[], 0]);
    for (const file of await page.evaluate(() =>
      [...document.querySelectorAll("img")].map(({ src }) => src).filter((src) => src.endsWith(".svg")),
    )) {
      await page.goto(file);
    }
    assert.equal(hits, []);
  });
});

test.run();
