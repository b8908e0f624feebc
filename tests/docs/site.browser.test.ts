import * as assert from "uvu/assert";
import { inspect } from "../support/axe.ts";
import { withPage } from "../support/browser.ts";
import { docsKinds } from "../support/page-kinds.ts";
import { siteSuite } from "../support/site-suite.ts";

const test = siteSuite("site of the documentation, in a browser", () => docsKinds.make().builtInProcess());

const phone = { viewport: { width: 360, height: 800 } };

test("no page is wider than a phone or asks another host for anything", ({ browser, server, site }) =>
  withPage(browser, phone, async (page) => {
    const wide: string[] = [];
    const requested = new Set<string>();
    page.on("request", (request) => requested.add(new URL(request.url()).origin));
    const urls = site.pages();
    assert.ok(urls.length > 15);
    for (const url of urls) {
      await page.goto(server.url + url);
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (excess > 0) wide.push(`/${url}: ${excess} px`);
    }
    assert.equal(wide, []);
    assert.equal([...requested], [new URL(server.url).origin]);
  }));

test("the search finds a page of the documentation", ({ browser, server }) =>
  withPage(browser, phone, async (page) => {
    await page.goto(`${server.url}search/`);
    await page.getByRole("searchbox").fill("bibliographyErrors");
    const found = page.locator(".found").getByRole("link", { name: "Options", exact: true });
    await found.click();
    assert.is(page.url(), `${server.url}options/`);
    assert.is((await page.getByText("bibliographyErrors").count()) > 0, true);
  }));

test("groups of the navigation open within the screen, and the one of the page is marked", ({
  browser,
  server,
}) =>
  withPage(browser, phone, async (page) => {
    await page.goto(`${server.url}tokens/`);
    const groups = page.locator(".nav-group");
    const colors = new Map<string, string>();
    for (const group of await groups.all()) {
      const label = group.locator("summary");
      colors.set(await label.innerText(), await label.evaluate((element) => getComputedStyle(element).color));
      await label.click();
      const box = await group.locator(".group").boundingBox();
      assert.ok(box && box.x >= 0 && box.x + box.width <= 360, JSON.stringify(box));
      await label.click();
    }
    const { Design: current, ...others } = Object.fromEntries(colors);
    assert.is(new Set(Object.values(others)).size, 1);
    assert.not.ok(Object.values(others).includes(String(current)), "Design, which has the page");
  }));

test("the contents of a page are below its title on a phone", ({ browser, server }) =>
  withPage(browser, phone, async (page) => {
    await page.goto(`${server.url}tokens/`);
    const [title, contents] = [
      await page.locator("h1").boundingBox(),
      await page.locator(".toc").boundingBox(),
    ];
    assert.ok(title && contents && contents.y >= title.y + title.height);
  }));

for (const [colorScheme, viewport] of [
  ["light", phone.viewport],
  ["dark", { width: 1280, height: 900 }],
] as const)
  test(`axe-core finds nothing, ${viewport.width} px, ${colorScheme}`, ({ browser, server }) =>
    withPage(browser, { viewport, colorScheme }, async (page) => {
      for (const url of ["", "tour/", "tokens/", "search/?q=looms"]) {
        await page.goto(server.url + url);
        assert.equal((await inspect(page)).violations, [], url);
      }
    }));

test.run();
