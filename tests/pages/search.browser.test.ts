import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { inspect } from "../support/axe.ts";
import { launchBrowser, views, withPage } from "../support/browser.ts";
import { type Running, serve } from "../support/server.ts";
import { config, page, Site } from "../support/site.ts";

const test = suite<{ browser: Browser; site: Site; server: Running }>("search in a browser");

const policy =
  "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

test.before(async (context) => {
  context.browser = await launchBrowser();
  const many = Array.from({ length: 12 }, (_, index) => [
    `posts/many-${index}.md`,
    `---\ntitle: Number ${index}\ndate: 2024-01-01\nlayout: post\ntags: posts\n---\nHippopotamus & <b>friends</b>.\n`,
  ]);
  context.site = await new Site({
    "eleventy.config.js": config(
      { title: "Hu", search: true, picture: "me.svg" },
      'return { pathPrefix: "/sub/" };',
    ),
    "me.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9H0z"/></svg>',
    "about.md": page("About", "On the *analytical* engine."),
    ...Object.fromEntries(many),
  }).built();
  context.server = await serve(path.join(context.site.folder, "_site"), "/sub/", {
    headers: { "content-security-policy": policy },
  });
});

test.after(async ({ browser, server, site }) => {
  await browser.close();
  await server.close();
  site.remove();
});

const status = (tab: Page, words: string): Promise<void> =>
  tab.locator('[role="status"]', { hasText: words }).waitFor();

test("words typed bring the page that has them, under a path prefix, and Pagefind is loaded no sooner", ({
  browser,
  server,
}) =>
  withPage(browser, {}, async (tab) => {
    const asked: string[] = [];
    const said: string[] = [];
    tab.on("request", (request) => asked.push(request.url()));
    tab.on("console", (message) => said.push(message.text()));
    await tab.goto(`${server.url}search/`, { waitUntil: "networkidle" });
    assert.equal(
      asked.filter((url) => url.includes("/pagefind/")),
      [],
    );
    await tab.getByRole("searchbox", { name: "Search for" }).fill("analytical");
    await status(tab, "Results for “analytical”: 1");
    assert.ok(asked.includes(`${server.url}pagefind/pagefind.js`));
    assert.ok(asked.every((url) => url.startsWith(server.url)));
    assert.is(tab.url(), `${server.url}search/?q=analytical`);
    assert.is(await tab.locator(".found mark").innerText(), "analytical");
    await tab.getByRole("link", { name: "About", exact: true }).last().click();
    assert.is(tab.url(), `${server.url}about/`);
    await tab.goBack();
    await status(tab, "Results for “analytical”: 1");
    assert.equal(said, []);
  }));

test("an address with words shows what they find, more when asked, by keyboard alone", ({
  browser,
  server,
}) =>
  withPage(browser, {}, async (tab) => {
    await tab.goto(`${server.url}search/?q=hippopotamus`);
    await status(tab, "Results for “hippopotamus”: 12");
    const items = tab.locator(".found > .item");
    assert.is(await items.count(), 10);
    assert.match(await items.first().innerText(), "Hippopotamus & friends.");
    await tab.getByRole("searchbox").focus();
    for (let stop = 0; stop < 12; stop++) await tab.keyboard.press("Tab");
    assert.is(await tab.locator(":focus").innerText(), "More results");
    await tab.keyboard.press("Enter");
    await items.nth(11).waitFor();
    assert.is(await tab.locator(":focus").innerText(), await items.nth(10).locator("h3").innerText());
    assert.ok(await tab.locator(".more").isHidden());
  }));

test("what is not there is said, markup in it is text, and an empty field shows nothing", ({
  browser,
  server,
}) =>
  withPage(browser, {}, async (tab) => {
    await tab.goto(`${server.url}search/`);
    const field = tab.getByRole("searchbox");
    await field.fill("<img src=x>zyxwv");
    await field.press("Enter");
    await status(tab, "Nothing found for “<img src=x>zyxwv”.");
    assert.is(await tab.locator(".search-results img").count(), 0);
    await field.fill("");
    await tab.waitForURL(`${server.url}search/`);
    assert.is(await tab.locator('[role="status"]').innerText(), "");
  }));

test("where Pagefind's files are missing it says so, and tries again", ({ browser, server }) =>
  withPage(browser, {}, async (tab) => {
    let isDown = true;
    await tab.route("**/pagefind/pagefind.js*", (route) => (isDown ? route.abort() : route.continue()));
    await tab.goto(`${server.url}search/?q=engine`);
    await status(tab, "The search could not be loaded.");
    isDown = false;
    await tab.getByRole("button", { name: "Search" }).click();
    await status(tab, "Results for “engine”: 1");
  }));

test("without script the page says that it needs one", ({ browser, server }) =>
  withPage(browser, { javaScriptEnabled: false }, async (tab) => {
    await tab.goto(`${server.url}search/`);
    assert.match(await tab.locator("main").innerText(), "Searching needs JavaScript");
  }));

for (const view of views) {
  test(`axe-core finds nothing, ${view.viewport.width} px, ${view.colorScheme}`, ({ browser, server }) =>
    withPage(browser, { ...view, bypassCSP: true }, async (tab) => {
      await tab.goto(`${server.url}search/?q=hippopotamus`);
      await tab.locator(".found > .item").nth(9).waitFor();
      assert.equal((await inspect(tab)).violations, []);
      assert.is(await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), 0);
      if (process.env.SCREENSHOTS) {
        const name = `search-${view.viewport.width}-${view.colorScheme}.png`;
        await tab.screenshot({ path: path.join(process.env.SCREENSHOTS, name) });
      }
    }));
}

test.run();
