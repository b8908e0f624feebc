import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { inspect } from "../support/axe.ts";
import { launchBrowser, views, withPage } from "../support/browser.ts";
import { type Running, serve } from "../support/server.ts";
import { config, page as markdown, Site } from "../support/site.ts";

// Notes on the authors, notes and additional text of publications as a reader sees them.

const test = suite<{ browser: Browser; site: Site; server: Running }>("notes of publications in a browser");

const longWord = "Verylongwordwithoutanyplacetobreak".repeat(3);

const bib = `
@article{short, author = {Roe*, Ann and Li*, Bo and Kim, Cy}, title = {Short notes}, journal = {Tests}, year = 2022,
  annotation = {* equal work}, note = {To be read aloud}, additional_info = {with code}, award = {Best paper}, selected = true}
@article{long, author = {Roe, Ann and Li†, Bo}, title = {Long notes}, journal = {Tests}, year = 2021, selected = true,
  annotation = {† ${"thanks to all who helped ".repeat(12)}}, note = {${longWord} ${"of many words ".repeat(20)}},
  additional_info = {${longWord}}}
@misc{alone, title = {No authors}, annotation = {* by nobody}, note = {A note}, additional_info = {alone}, year = 2020, selected = true}
`;

const ids = ["short", "long", "alone"];

test.before(async (context) => {
  context.browser = await launchBrowser();
  context.site = await new Site({
    "eleventy.config.js": config({ title: "A site", author: { name: "Ann Roe" } }),
    "index.md": markdown("Home", '{% publications "selected" %}\n\n{% publication "short" %}\n', "home"),
    "publications.bib": bib,
  }).built();
  context.server = await serve(path.join(context.site.folder, "_site"));
});

test.after(async ({ browser, server, site }) => {
  await browser.close();
  await server.close();
  site.remove();
});

const pages = ["", "publications/", ...ids.map((id) => `publications/${id}/`)];

/** Returns what of the page's content reaches over its sides. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const wide = document.documentElement.scrollWidth;
    const found = wide > width ? [`the page is ${wide} px wide`] : [];
    for (const element of document.querySelectorAll(".annotation, .note, .additional-info, .venue")) {
      const { left, right } = element.getBoundingClientRect();
      if (left < -0.5 || right > width + 0.5)
        found.push(`${left} to ${right}: ${element.outerHTML.slice(0, 80)}`);
    }
    return found;
  });

for (const view of views) {
  const { viewport, colorScheme } = view;
  test(`axe-core finds nothing and nothing is cut off, ${viewport.width} px, ${colorScheme}`, ({
    browser,
    server,
  }) =>
    withPage(browser, view, async (page) => {
      const found: string[] = [];
      for (const address of pages) {
        await page.goto(server.url + address);
        for (const isOpen of [false, true]) {
          await page.evaluate((open) => {
            for (const details of document.querySelectorAll("details")) details.open = open;
          }, isOpen);
          found.push(...(await cutOff(page)).map((what) => `/${address} ${what}`));
          const { violations, checksContrast } = await inspect(page);
          if (!checksContrast) found.push(`/${address} contrast was not checked`);
          found.push(...violations.map((violation) => `/${address} ${violation}`));
        }
      }
      assert.equal(found, []);
    }));
}

test("notes and additional text are in sight on each page", ({ browser, server }) =>
  withPage(browser, { viewport: { width: 360, height: 700 } }, async (page) => {
    for (const [address, id] of [
      ["publications/", "short"],
      ["publications/", "long"],
      ["publications/", "alone"],
      ...ids.map((id) => [`publications/${id}/`, ""] as const),
    ] as const) {
      await page.goto(server.url + address);
      for (const name of ["note", "additional-info"]) {
        const element = page.locator(id ? `#${id} .${name}` : `.publication .${name}`);
        assert.is(await element.count(), 1, `${address} ${id} ${name}`);
        assert.ok(await element.isVisible(), `${address} ${id} ${name}`);
      }
    }
    await page.goto(server.url);
    assert.ok((await page.locator(".annotation").allInnerTexts()).includes("* equal work"));
  }));

test("the note on the authors opens by keyboard and by finger", ({ browser, server }) =>
  withPage(browser, { viewport: { width: 360, height: 700 }, hasTouch: true }, async (page) => {
    await page.goto(`${server.url}publications/`);
    const details = page.locator("#short .annotation");
    const summary = details.locator("summary");
    assert.is(await summary.getAttribute("aria-label"), "Note on the authors");
    const { width, height } = (await summary.boundingBox()) ?? { width: 0, height: 0 };
    // WCAG 2.2, success criterion 2.5.8: targets of at least 24 by 24 pixels.
    assert.ok(width >= 24 && height >= 24, `${width} by ${height} px`);
    await summary.focus();
    await page.keyboard.press("Enter");
    assert.match(await details.innerText(), "* equal work");
    await summary.tap();
    assert.is(await details.evaluate((each) => (each as HTMLDetailsElement).open), false);
  }));

test("without authors, the note on them is in sight", ({ browser, server }) =>
  withPage(browser, {}, async (page) => {
    await page.goto(`${server.url}publications/`);
    assert.ok(await page.locator("#alone .annotation").isVisible());
    assert.is(await page.locator("#alone .annotation summary").count(), 0);
  }));

test.run();
