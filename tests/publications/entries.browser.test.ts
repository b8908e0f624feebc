import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { inspect } from "../support/axe.ts";
import { launchBrowser, withPage } from "../support/browser.ts";
import { type Running, serve } from "../support/server.ts";
import { config, page as markdown, Site } from "../support/site.ts";

// What the styles and the script of full entries do.

const test = suite<{ browser: Browser; site: Site; server: Running }>("entries of publications in a browser");

const crowd = Array.from({ length: 15 }, (_, at) => `Person, ${"ABCDEFGHIJKLMNO"[at]}.`).join(" and ");

const bib = `
@inproceedings{rich, author = {Roe, Ann and Li, Bo}, title = {Weaving Álgebra}, booktitle = {Conference on Tests}, year = 2022, preview = {tall.svg},
  pdf = {rich.pdf}, doi = {10.1000/1}, code = {https://example.org/code}, abstract = {${"Patterns of many kinds. ".repeat(20)}}, abbr = {CoT}, keywords = {looms}}
@article{crowd, author = {${crowd}}, title = {Crowd}, journal = {Tests}, year = 2021, keywords = {looms}}
@article{cut, author = {${crowd.replaceAll("Person", "Li")} and others}, title = {Cut}, journal = {Tests}, year = 2021, keywords = {looms}}
@article{few, author = {Roe, Ann and Li, Bo and others}, title = {Few}, journal = {Tests}, year = 2021, keywords = {looms}}
${Array.from({ length: 9 }, (_, at) => `@book{book${at}, author = {Roe, Ann}, title = {Book ${at}}, publisher = {P}, year = ${2010 + (at % 4)}, keywords = {engines}}`).join("\n")}
`;

test.before(async (context) => {
  context.browser = await launchBrowser();
  context.site = new Site({
    "eleventy.config.js": config({
      title: "A site",
      author: { name: "Ann Roe" },
      search: true,
      venues: { CoT: { color: "yellow", url: "https://example.org/" } },
    }),
    "index.md": markdown("Home", '{% publications "ids rich,crowd full" %}'),
    "lines.md": markdown("Lines", '{% publications "ids crowd,cut,few full" %}'),
    "selected.md": "---\ntitle: Books\nlayout: publications-page\npublications: { type: book }\n---\n",
    "publications.bib": bib,
    "rich.pdf": "%PDF-1.4\n",
    "tall.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="640"/>',
  });
  await context.site.builtInProcess();
  context.server = await serve(path.join(context.site.folder, "_site"));
});

test.after(async ({ browser, server, site }) => {
  await browser.close();
  await server.close();
  site.remove();
});

const shown = (page: Page, selector: string): Promise<string[]> =>
  page
    .locator(selector)
    .evaluateAll((all) =>
      all.filter((each) => each.checkVisibility()).map(({ textContent }) => textContent?.trim() ?? ""),
    );

const titles = (page: Page): Promise<string[]> => shown(page, ".publication > .title");
const years = async (page: Page): Promise<string[]> =>
  (await shown(page, ".publication-group > h3")).map((heading) => heading.split(" ")[0] ?? "");

const wide = { viewport: { width: 1280, height: 900 } };
const narrow = { viewport: { width: 360, height: 700 } };

test("a field finds publications by words in any order, without accents, together with the filters", ({
  browser,
  server,
}) =>
  withPage(browser, wide, async (page) => {
    const policy = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'";
    await page.route(`${server.url}**`, async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        headers: { ...response.headers(), "content-security-policy": policy },
      });
    });
    await page.goto(`${server.url}publications/`);
    const field = page.getByRole("searchbox");
    await field.fill("algebra weaving");
    assert.equal([await titles(page), await years(page)], [["Weaving Álgebra"], ["2022"]]);
    assert.is(await page.getByRole("status").innerText(), "1 / 13");
    // The filter hides the only one that is found, and its heading.
    await page.getByText("engines").first().click();
    assert.equal([await titles(page), await years(page)], [[], []]);
    await field.fill("book 7");
    assert.equal([await titles(page), await years(page)], [["Book 7"], ["2013"]]);
    await field.fill("");
    assert.is((await titles(page)).length, 9);
    assert.is(await page.getByRole("status").innerText(), "");
    const { violations } = await inspect(page);
    assert.equal(violations, []);
  }));

test("without a script there is no such field", ({ browser, server }) =>
  withPage(browser, { ...wide, javaScriptEnabled: false }, async (page) => {
    await page.goto(`${server.url}publications/`);
    assert.is(await page.locator(".find-in-list").isVisible(), false);
  }));

test("filters are folded on small screens, and work there", ({ browser, server }) =>
  withPage(browser, { ...narrow, javaScriptEnabled: false }, async (page) => {
    await page.goto(`${server.url}publications/`);
    const button = page.locator(".filters > summary");
    const label = page.locator("label", { hasText: "Book" });
    assert.equal([await button.isVisible(), await label.isVisible()], [true, false]);
    await button.click();
    await label.click();
    assert.is((await titles(page)).length, 9);
    await page.setViewportSize(wide.viewport);
    await page.goto(`${server.url}publications/`);
    assert.equal([await button.isVisible(), await label.isVisible()], [false, true]);
  }));

test("an abstract opens below the row of buttons, which stay where they are", ({ browser, server }) =>
  withPage(browser, { ...wide, javaScriptEnabled: false }, async (page) => {
    await page.goto(server.url);
    const buttons = page.locator(".actions").first().locator("a, summary");
    const boxes = (): Promise<object[]> =>
      buttons.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().toJSON()));
    const closed = await boxes();
    await page.locator(".abstract > summary").click();
    assert.equal(await boxes(), closed);
    const [text, row] = [
      await page.locator(".abstract > p").boundingBox(),
      await page.locator(".actions").first().boundingBox(),
    ];
    assert.ok(text && row && Math.abs(text.width - row.width) < 1, JSON.stringify([text, row]));
    assert.ok((closed as { bottom: number }[]).every(({ bottom }) => bottom <= (text?.y ?? 0)));
  }));

test("further authors open in the same line", ({ browser, server }) =>
  withPage(browser, { ...wide, javaScriptEnabled: false }, async (page) => {
    await page.goto(server.url);
    const authors = page.locator(".authors", { has: page.locator(".more-authors") });
    const height = async (): Promise<number> => (await authors.boundingBox())?.height ?? 0;
    const line = await height();
    assert.ok(line < 50, `${line} px`);
    assert.not.match(await authors.innerText(), "O. Person");
    await page.keyboard.press("Tab");
    await authors.locator("summary").focus();
    await page.keyboard.press("Enter");
    assert.match(await authors.innerText(), "O. Person");
    // Neither the button nor the first name after it starts a line.
    const tops = await authors.evaluate((element) => {
      const range = document.createRange();
      const details = element.querySelector("details") as HTMLElement;
      range.selectNode(details.lastChild as Node);
      return [details.previousSibling, details.querySelector("summary")]
        .map((node) => {
          const own = document.createRange();
          own.selectNode(node as Node);
          return own.getClientRects()[0]?.top ?? 0;
        })
        .concat(range.getClientRects()[0]?.top ?? 0);
    });
    assert.ok(Math.max(...tops) - Math.min(...tops) < 8, tops.join(" "));
  }));

test("authors, the button for the others and the words after it are in one line", ({ browser, server }) =>
  withPage(browser, { ...wide, javaScriptEnabled: false }, async (page) => {
    await page.goto(`${server.url}lines/`);
    const lists = await page.locator(".authors").evaluateAll((all) =>
      all.map((element) => {
        // Without the folded names, which have boxes though they are not shown.
        const nodes = [...element.childNodes].map((node) =>
          node instanceof HTMLDetailsElement ? (node.querySelector("summary") as Node) : node,
        );
        // Boxes of different heights, such as of the button, in one line have nearly the same middle.
        const middles = nodes
          .flatMap((node) => {
            const range = document.createRange();
            range.selectNode(node);
            return [...range.getClientRects()];
          })
          .filter(({ width }) => width > 0)
          .map(({ top, bottom }) => (top + bottom) / 2);
        return {
          text: (element as HTMLElement).innerText.replaceAll(/\s+/g, " "),
          height: Math.max(...middles) - Math.min(...middles),
        };
      }),
    );
    assert.equal(
      lists.map(({ text }) => text.replace(/^A\. .*(?:Person|Li) (?=and)/, "")),
      ["and 9 more", "and 9 more and others", "Ann Roe, Bo Li and others"],
    );
    for (const { text, height } of lists) assert.ok(height < 8, `${text}: ${height} px`);
  }));

test("previews are boxes of one proportion, beside the entry where there is room", ({ browser, server }) =>
  withPage(browser, wide, async (page) => {
    await page.goto(server.url);
    const preview = page.locator(".preview");
    const title = page.locator(".publication > .title").first();
    for (const [view, isBeside] of [
      [wide, true],
      [narrow, false],
    ] as const) {
      await page.setViewportSize(view.viewport);
      const [box, text] = [await preview.boundingBox(), await title.boundingBox()];
      assert.ok(box && text && Math.abs(box.width / box.height - 4 / 3) < 0.02, JSON.stringify(box));
      assert.is(box.y < text.y + text.height && text.y < box.y + box.height, isBeside);
    }
  }));

test("in print, all authors are there, and no filters and buttons to open", ({ browser, server }) =>
  withPage(browser, wide, async (page) => {
    await page.goto(`${server.url}publications/`);
    await page.emulateMedia({ media: "print" });
    assert.match(
      await page.locator("#crowd .authors").innerText(),
      /F\. Person\s+G\. Person[\s\S]*O\. Person/,
    );
    assert.not.match(await page.locator("#crowd .authors").innerText(), "more");
    for (const selector of [".filters", ".find-in-list", "#rich .abstract > p"])
      assert.is(await page.locator(selector).isVisible(), false, selector);
  }));

test("axe-core finds nothing on entries in a text and on the page of a selection", ({ browser, server }) =>
  withPage(browser, narrow, async (page) => {
    for (const address of ["", "selected/"]) {
      await page.goto(server.url + address);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
      assert.equal((await inspect(page)).violations, [], address);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), address);
    }
  }));

test.run();
