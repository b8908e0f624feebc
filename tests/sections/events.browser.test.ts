import path from "node:path";
import type { Browser } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { colorRules, inspect } from "../support/axe.ts";
import { launchBrowser, withPage } from "../support/browser.ts";
import { type Running, serve } from "../support/server.ts";
import { config, page, Site } from "../support/site.ts";
import { invalidHtml } from "../support/valid-html.ts";

const test = suite<{ browser: Browser; site: Site; server: Running }>("talks and courses in a browser");

const talks = `- { title: To come, date: 2998-03-05, time: "14:00", place: London, coordinates: [51.51, -0.13], abstract: A *text*. }
- { title: Cancelled, date: 2998-03-10, place: Paris, coordinates: [48.85, 2.35], cancelled: true }
- { title: Far away, date: 2020-03-10, place: Tokyo, coordinates: [35.68, 139.69] }
- { title: Again, date: 2019-03-10, place: London, coordinates: [51.5, -0.12] }
`;
const schedule = `schedule:
    - { week: 1, date: 2998-09-02, time: "10:00", endTime: "11:30", topic: Engines, reading: "Babbage, *On machinery of every kind*, chapters 1 to 3", slides: "https://example.org/1.pdf", notes: "https://example.org/n", due: Problem set 1 }
    - { week: Reading week, topic: No class, text: "A verylongwordwithoutanyspaceinitthatmustbreaksomewhere." }
`;

const files = {
  "eleventy.config.js": config({
    title: "Lab",
    author: "Ada Lovelace",
    url: "https://lab.example.org",
    sections: { talks: { calendar: true, map: true }, teaching: { calendar: true } },
    languages: { ar: {} },
  }),
  "index.md": page("Home", "Text.", "home"),
  "ar/about.md": page("About", "Text."),
  "talks.yaml": talks,
  "teaching.yaml": `- title: Engines\n  term: Fall\n  ${schedule}- title: Looms\n  term: Fall\n`,
};
const pages = ["talks/", "teaching/", "ar/talks/", "ar/teaching/"];

test.before(async (context) => {
  context.browser = await launchBrowser();
  context.site = await new Site(files).built();
  context.server = await serve(path.join(context.site.folder, "_site"));
});

test.after(async ({ browser, site, server }) => {
  await browser.close();
  await server.close();
  site.remove();
});

test("the pages are valid", async ({ site }) => assert.equal(await invalidHtml(site, pages), []));

test("no violation of accessibility, no script, no other host, nothing wider than the screen", async (context) => {
  for (const [width, colorScheme] of [
    [360, "light"],
    [1280, "light"],
    [1280, "dark"],
  ] as const) {
    await withPage(context.browser, { viewport: { width, height: 800 }, colorScheme }, async (window) => {
      const others: string[] = [];
      window.on("request", (request) => {
        if (!request.url().startsWith(context.server.url) && !request.url().startsWith("data:"))
          others.push(request.url());
      });
      for (const url of pages) {
        await window.goto(context.server.url + url);
        await window.evaluate(() => {
          for (const details of document.querySelectorAll("details")) details.open = true;
        });
        const name = `${url} ${width} ${colorScheme}`;
        const { violations } = await inspect(window, colorScheme === "dark" ? colorRules : undefined);
        assert.equal(violations, [], name);
        const [excess, scripts] = await window.evaluate(() => [
          document.documentElement.scrollWidth - document.documentElement.clientWidth,
          document.querySelectorAll("script:not([type])").length,
        ]);
        assert.is(excess, 0, name);
        assert.is(scripts, 0, name);
      }
      assert.equal(others, []);
    });
  }
});

test("a schedule is a table where there is room, and blocks with labels on a phone; a table to screen readers in both", async (context) => {
  for (const [width, isStacked] of [
    [360, true],
    [1280, false],
  ] as const) {
    await withPage(context.browser, { viewport: { width, height: 800 } }, async (window) => {
      await window.goto(`${context.server.url}teaching/`);
      await window.locator("summary").click();
      const cells = window.locator(".schedule tbody tr:first-child > *");
      const tops = await cells.evaluateAll(
        (all) => new Set(all.map((cell) => cell.getBoundingClientRect().top)).size,
      );
      assert.is(tops === 1, !isStacked, `${width}`);
      const label = await cells.nth(2).evaluate((cell) => getComputedStyle(cell, "::before").content);
      assert.is(label.includes("Reading"), isStacked);
      assert.is(await window.getByRole("table").count(), 1);
      assert.is(await window.getByRole("columnheader").count(), 5);
      assert.is(await window.getByRole("rowheader").count(), 2);
    });
  }
});

test("the map is an image with a name, its places lead to the talks, and points show in both color schemes", async (context) => {
  for (const colorScheme of ["light", "dark"] as const) {
    await withPage(
      context.browser,
      { viewport: { width: 1280, height: 800 }, colorScheme },
      async (window) => {
        await window.goto(`${context.server.url}talks/`);
        assert.is(await window.getByRole("img", { name: "Map of talks" }).count(), 1);
        const fills = await window.locator(".talk-map").evaluate((map) => {
          const fill = (selector: string): string =>
            getComputedStyle(map.querySelector(selector) ?? map).fill;
          return [fill(".land"), fill(".place"), getComputedStyle(document.body).backgroundColor];
        });
        assert.is(new Set(fills).size, 3, String(fills));
        await window.getByRole("link", { name: "Tokyo" }).click();
        const isVisible = await window
          .locator("#far-away")
          .evaluate(
            (entry) => entry.matches(":target") && entry.getBoundingClientRect().bottom <= innerHeight,
          );
        assert.ok(isVisible);
      },
    );
  }
});

test.run();
